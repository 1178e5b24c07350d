// How the bed is, and what is missing in the recording: place, length and cause of every gap.
import { clock } from './texts.js';

const GIGABYTE = 1e9;
const SYNCING_SECONDS = 5;

export class Losses {
  constructor(root, texts) {
    this.texts = texts;
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    this.rows = part('gap-rows');
    this.frame = part('gap-frame');
    this.none = part('no-gaps');
    this.signs = Object.fromEntries(['link', 'clock', 'drift', 'counts', 'disk'].map((name) => [name, part(`sign-${name}`)]));
    this.seen = new Set();
  }

  clear() {
    this.seen.clear();
    this.rows.replaceChildren();
    this.frame.hidden = true;
    this.none.hidden = false;
  }

  /** A gap hits all streams at once: it is one line. */
  gap(gap) {
    const key = `${gap.seconds.toFixed(1)} ${gap.lengthSeconds.toFixed(1)} ${gap.cause}`;
    if (this.seen.has(key)) {
      return;
    }
    this.seen.add(key);
    const length = this.texts.get('length', gap.lengthSeconds.toFixed(2), gap.samples);
    const line = document.createElement('tr');
    for (const text of [clock(gap.seconds), gap.exact ? length : this.texts.get('about', length), this.#cause(gap.cause)]) {
      line.append(Object.assign(document.createElement('td'), { textContent: text }));
    }
    this.rows.append(line);
    this.frame.hidden = false;
    this.none.hidden = true;
  }

  #cause(cause) {
    const key = `cause${cause[0].toUpperCase()}${cause.slice(1)}`;
    return this.texts.has(key) ? this.texts.get(key) : cause;
  }

  told(status) {
    const away = status.state === 'agent-lost';
    const facts = away ? undefined : status.bed?.facts;
    this.#say('link', this.#link(status.state, facts));
    this.#say('clock', facts?.offsetMillis === undefined ? '–' : offset(-facts.offsetMillis, facts.offsetUncertaintyMillis));
    this.#say('drift', facts?.driftPpm === undefined ? '–' : `${signed(facts.driftPpm, 1)} ± ${facts.driftUncertaintyPpm.toFixed(1)} ppm`);
    this.#say('counts', facts ? this.#counts(facts) : '–');
    this.#say('disk', facts ? this.texts.get('diskFree', (facts.diskFreeBytes / GIGABYTE).toFixed(1)) : '–');
  }

  #link(state, facts) {
    if (state === 'agent-lost') {
      return this.texts.get('linkAway');
    }
    return facts && facts.backlogSeconds > SYNCING_SECONDS
      ? this.texts.get('linkSyncing', clock(facts.backlogSeconds))
      : this.texts.get('linkOnline');
  }

  #counts(facts) {
    return facts.repeated + facts.late + facts.damaged === 0
      ? this.texts.get('countsNone')
      : this.texts.get('counts', facts.repeated, facts.late, facts.damaged);
  }

  #say(name, text) {
    if (this.signs[name].textContent !== text) {
      this.signs[name].textContent = text;
    }
  }
}

function offset(millis, uncertaintyMillis) {
  return Math.abs(millis) < 1000
    ? `${signed(millis, 0)} ± ${Math.ceil(uncertaintyMillis)} ms`
    : `${signed(millis / 1000, 1)} s`;
}

function signed(value, digits) {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
}
