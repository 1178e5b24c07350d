// What is wrong at the bed: on the screen at once, audible, and gone by itself with a note of how long it lasted.
import { Sound } from './sound.js';
import { clock } from './texts.js';

const SILENCE_MILLIS = 120_000;
const NOTE_SECONDS = 60;
const SOUNDING_STATES = ['prepared', 'recording', 'agent-lost'];
/** What the page sees by itself, and what of the bed explains it. */
const EXPLAINED = { 'agent-away': ['agent-silent'], 'signal-lost': ['agent-away', 'agent-silent', 'device-absent', 'device-silent'] };

export class Alarms {
  constructor(root, texts) {
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    this.root = part('alarms');
    this.said = part('alarm');
    this.list = part('alarm-list');
    this.note = part('alarm-over');
    this.soundButton = part('sound-on');
    this.silenceButton = part('silence');
    this.silencedText = part('silenced');
    this.texts = texts;
    this.kinds = new Map([...part('trouble-texts').children].map((kind) => [kind.dataset.code, kind]));
    this.state = '';
    this.bed = [];
    this.over = [];
    this.local = undefined;
    this.silenced = new Set();
    this.silencedUntil = 0;
    this.shown = new Map();
    this.sound = new Sound(() => this.tick());
    this.soundButton.addEventListener('click', () => this.sound.unlock());
    this.silenceButton.addEventListener('click', () => this.#silence());
    if (!this.sound.possible) {
      this.soundButton.textContent = this.soundButton.dataset.missing;
      this.soundButton.disabled = true;
    }
  }

  /** The server's word on the bed. */
  told(status) {
    this.state = status.state;
    const now = performance.now();
    this.bed = (status.bed?.troubles ?? []).map((trouble) => ({ ...trouble, sinceAt: now - trouble.seconds * 1000 }));
    for (const over of status.bed?.over ?? []) {
      this.#noteOver(over.code, over.lastedSeconds, now - over.agoSeconds * 1000);
    }
    this.tick();
  }

  /** What this page sees by itself; no code when all is well. While the line is lost, nothing is known of the bed. */
  seen(code, sentence) {
    const now = performance.now();
    if (code === (this.local?.code ?? '')) {
      if (this.local) {
        this.local.sentence = sentence;
      }
      return;
    }
    // What the bed's own trouble explained is noted as that.
    if (this.local && !this.local.explained) {
      this.#noteOver(this.local.code, (now - this.local.sinceAt) / 1000, now);
    }
    this.local = code ? { code, sentence, sinceAt: now, urgency: this.kinds.get(code).dataset.urgency } : undefined;
    this.tick();
  }

  /** The session is over: nothing at the bed concerns it any more. */
  end() {
    this.bed = [];
    this.local = undefined;
    this.state = 'over';
    this.tick();
  }

  #present() {
    if (this.local?.code === 'server-lost') {
      return [this.local];
    }
    const codes = this.bed.map((trouble) => trouble.code);
    if (!this.local) {
      return this.bed;
    }
    const explained = [this.local.code, ...(EXPLAINED[this.local.code] ?? [])].some((code) => codes.includes(code));
    this.local.explained ||= explained;
    return explained ? this.bed : [this.local, ...this.bed];
  }

  // The same end is told again and again; one that this page saw by itself may be told by the server too.
  #noteOver(code, lastedSeconds, endedAt) {
    const known = this.over.some((one) => one.code === code && Math.abs(one.endedAt - endedAt) < 3000);
    if (!known && this.kinds.get(code)?.dataset.urgency !== 'advice') {
      this.over.push({ code, lastedSeconds, endedAt });
    }
  }

  #silence() {
    this.silencedUntil = performance.now() + SILENCE_MILLIS;
    this.silenced = new Set(this.#present().map((alarm) => alarm.code));
    this.tick();
  }

  /** Four times a second: what is shown, and what sounds. */
  tick() {
    const present = this.#present();
    this.#show(present);
    this.#showOver();
    this.#sound(present);
  }

  #show(present) {
    const codes = new Set(present.map((alarm) => alarm.code));
    for (const [code, item] of this.shown) {
      if (!codes.has(code)) {
        item.remove();
        this.shown.delete(code);
      }
    }
    const begun = present.filter((alarm) => !this.shown.has(alarm.code));
    for (const alarm of begun) {
      this.shown.set(alarm.code, this.#item(alarm));
    }
    present.forEach((alarm, index) => this.#refresh(alarm, index));
    if (begun.length > 0) {
      this.said.textContent = begun.map((alarm) => `${this.#title(alarm.code)}. ${this.#todo(alarm)}`).join(' ');
    } else if (present.length === 0 && this.said.textContent !== '') {
      this.said.textContent = '';
    }
  }

  #item(alarm) {
    const item = document.createElement('li');
    item.className = 'alarm-item';
    item.dataset.urgency = alarm.urgency;
    item.dataset.testid = `trouble-${alarm.code}`;
    item.append(
      Object.assign(document.createElement('strong'), { textContent: this.#title(alarm.code) }),
      Object.assign(document.createElement('span'), { className: 'alarm-age' }),
      Object.assign(document.createElement('span'), { className: 'alarm-todo', textContent: this.#todo(alarm) }),
    );
    return item;
  }

  #refresh(alarm, index) {
    const item = this.shown.get(alarm.code);
    const age = this.texts.get('alarmSince', this.#span((performance.now() - alarm.sinceAt) / 1000));
    const ageText = item.querySelector('.alarm-age');
    if (ageText.textContent !== age) {
      ageText.textContent = age;
    }
    const todo = item.querySelector('.alarm-todo');
    if (todo.textContent !== this.#todo(alarm)) {
      todo.textContent = this.#todo(alarm);
    }
    if (this.list.children[index] !== item) {
      this.list.insertBefore(item, this.list.children[index] ?? null);
    }
  }

  #showOver() {
    const now = performance.now();
    this.over = this.over.filter((one) => now - one.endedAt < NOTE_SECONDS * 1000);
    const last = this.over.reduce((latest, one) => (one.endedAt > (latest?.endedAt ?? -Infinity) ? one : latest), undefined);
    const text = last ? this.texts.get('alarmOver', this.#title(last.code), this.#span(last.lastedSeconds)) : '';
    if (this.note.textContent !== text) {
      this.note.textContent = text;
    }
  }

  #sound(present) {
    const now = performance.now();
    const left = this.silencedUntil - now;
    const heard = SOUNDING_STATES.includes(this.state) ? present.filter((alarm) => alarm.urgency !== 'advice') : [];
    // What is over is no longer silenced: when it comes back, it sounds.
    this.silenced = new Set([...this.silenced].filter((code) => heard.some((alarm) => alarm.code === code)));
    const loud = heard.filter((alarm) => left <= 0 || !this.silenced.has(alarm.code));
    const urgency = ['alarm', 'warning'].find((level) => loud.some((alarm) => alarm.urgency === level)) ?? '';
    const sounding = this.sound.keep(urgency);
    const silenced = left > 0 && this.silenced.size > 0;
    this.root.dataset.sound = !this.sound.isReady ? 'off' : sounding ? 'sounding' : silenced ? 'silenced' : 'quiet';
    this.soundButton.hidden = this.sound.isReady || this.state === 'over';
    this.silenceButton.hidden = !sounding;
    this.silencedText.hidden = !silenced;
    if (silenced) {
      this.silencedText.textContent = this.texts.get('silencedFor', clock(left / 1000));
    }
  }

  #title(code) {
    return this.kinds.get(code)?.querySelector('strong').textContent ?? code;
  }

  #todo(alarm) {
    return alarm.sentence || (this.kinds.get(alarm.code)?.querySelector('span').textContent ?? '');
  }

  #span(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    return whole < 60
      ? this.texts.get('spanSeconds', whole)
      : this.texts.get('spanMinutes', Math.floor(whole / 60), whole % 60);
  }
}
