// Questions to the program beside the amplifier. It is on this computer, so what takes longer than this is an answer in itself.
const READ_MILLIS = 800;
const ACT_MILLIS = 6000;
const token = document.querySelector('meta[name="bed-token"]').content;

export function texts() {
  return JSON.parse(document.getElementById('texts').textContent);
}

export async function read(path) {
  const answer = await fetch('/api/' + path, { headers: { 'X-Bed-Token': token }, signal: AbortSignal.timeout(READ_MILLIS) });
  if (!answer.ok) throw new Error('status ' + answer.status);
  return answer.json();
}

/** Resolves with { done, sentence }; a program that does not answer is told by the caller's `gone`. */
export async function act(path, body, gone) {
  try {
    const answer = await fetch('/api/' + path, {
      method: 'POST',
      headers: { 'X-Bed-Token': token, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ACT_MILLIS),
    });
    const told = await answer.json();
    return { done: answer.ok, code: told.code, sentence: told.sentence };
  } catch {
    return { done: false, code: 'gone', sentence: gone };
  }
}
