// Requests to the server: one way to ask, one shape of answer.

/** Refused by the server, or not reached at all; the message is a sentence for the reader. */
export class Refused extends Error {
  constructor(code, sentence, facts) {
    super(sentence);
    this.code = code;
    this.facts = facts;
  }
}

export class Server {
  constructor(texts) {
    this.texts = texts;
    this.token = document.querySelector('meta[name=csrf-token]')?.content ?? '';
  }

  async post(path, body) {
    return this.#ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': this.token, Accept: 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async get(path) {
    return this.#ask(path, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  }

  async #ask(path, request) {
    let response;
    try {
      response = await fetch(path, { ...request, credentials: 'same-origin', redirect: 'manual' });
    } catch {
      throw new Refused('unreachable', this.texts.get('unreachable'), {});
    }
    const answer = await read(response);
    if (response.ok) {
      return answer;
    }
    const signedOut = response.status === 401 || response.type === 'opaqueredirect';
    const fallback = signedOut ? this.texts.get('signedOut') : this.texts.get('unexpected', response.status);
    throw new Refused(answer.code ?? String(response.status), answer.sentence ?? fallback, answer);
  }

  /** Milliseconds for a small request to the server and back. */
  async roundTrip() {
    const start = performance.now();
    await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' });
    return performance.now() - start;
  }
}

async function read(response) {
  const type = response.headers.get('Content-Type') ?? '';
  return type.includes('json') ? response.json() : {};
}
