// Impedances of the electrodes: measured by the amplifier, judged by the server, shown with number, word, shape and colour.
import { circle, element, outline, polygon } from './headmap.js';
import { Server } from './server.js';
import { Texts } from './texts.js';

const RADIUS = 100;
const LOOK_MILLIS = 1000;
const CAP_KEY = 'neuroward.cap';

/** Outlines inside a circle of radius r; each level has its own. */
const SHAPES = {
  good: (r) => circle(r),
  unknown: (r) => circle(r),
  usable: (r) => polygon(r * 1.12, 6, 0),
  poor: (r) => polygon(r * 1.35, 4, 0),
  over: (r) => polygon(r * 1.25, 4, 45),
  bridge: (r) => polygon(r * 1.8, 3, -90),
};

const part = (name) => document.querySelector(`[data-part=contacts${name}]`);

class Contacts {
  constructor(dialog) {
    this.dialog = dialog;
    this.texts = new Texts(dialog);
    this.server = new Server(new Texts(document.getElementById('bedside-texts')));
    this.path = `/api/sessions/${dialog.dataset.session}/impedance`;
    this.cap = part('-cap');
    this.measuring = false;
    this.#listen();
  }

  #listen() {
    this.cap.value = localStorage.getItem(CAP_KEY) ?? 'cup';
    if (!this.cap.value) {
      this.cap.value = 'cup';
    }
    this.cap.addEventListener('change', () => {
      localStorage.setItem(CAP_KEY, this.cap.value);
      this.#look();
    });
    part('-open').addEventListener('click', () => this.#open());
    part('-close').addEventListener('click', () => this.dialog.close());
    part('-measure').addEventListener('click', () => this.#wish(!this.measuring));
    this.dialog.addEventListener('close', () => this.#closed());
  }

  #open() {
    this.dialog.showModal();
    this.#say('');
    this.#look();
    this.timer = setInterval(() => this.#look(), LOOK_MILLIS);
  }

  // No test current is left on when nobody looks.
  #closed() {
    clearInterval(this.timer);
    if (this.measuring) {
      this.#wish(false);
    }
  }

  async #wish(on) {
    const button = part('-measure');
    button.disabled = true;
    try {
      await this.server.post(this.path, { on });
      this.#say('');
    } catch (refused) {
      this.#say(refused.message);
    } finally {
      button.disabled = false;
    }
    await this.#look();
  }

  async #look() {
    try {
      this.#show(await this.server.get(`${this.path}?cap=${this.cap.value}`));
    } catch (refused) {
      this.#say(refused.message);
    }
  }

  #show(report) {
    this.measuring = report.measuring;
    const button = part('-measure');
    button.setAttribute('aria-pressed', String(report.measuring));
    button.textContent = this.texts.get(report.measuring ? 'end' : 'measure');
    this.#set(part('-summary'), this.#summary(report.electrodes));
    const notes = [report.measuring && 'measuringNow', report.simulated && 'simulated', report.doubtful && 'doubtful'];
    this.#set(part('-note'), notes.filter(Boolean).map((key) => this.texts.get(key)).join(' '));
    part('-hints').replaceChildren(...report.hints.map((hint) => this.#hint(hint)));
    part('-rows').replaceChildren(...report.electrodes.map((one) => this.#row(one)));
    part('-map').replaceChildren(...outline(), ...this.#sites(report.electrodes));
  }

  /** Said aloud by readers of the screen, so only when it changes. */
  #set(node, text) {
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }

  #summary(electrodes) {
    if (electrodes.length === 0) {
      return this.texts.get('nothingYet');
    }
    const good = electrodes.filter((one) => one.level === 'good').length;
    if (good === electrodes.length) {
      return this.texts.get('allGood', good);
    }
    const worst = electrodes.slice(0, 3).filter((one) => one.level !== 'good').map((one) => this.#worded(one));
    return this.texts.get('summary', good, electrodes.length, worst.join(', '));
  }

  #worded(one) {
    return `${this.#name(one.name)} ${one.kilohms === undefined ? this.#level(one) : `${one.kilohms} kΩ`}`;
  }

  #hint(hint) {
    const names = hint.electrodes.map((name) => this.#name(name));
    const item = document.createElement('li');
    item.dataset.hint = hint.kind;
    item.textContent =
      hint.kind === 'imbalance'
        ? this.texts.get('hintImbalance', ...names, hint.kilohms)
        : this.texts.get(hint.kind === 'bridge' ? 'hintBridge' : 'hintReference', names.join(', '));
    return item;
  }

  #row(one) {
    const row = document.createElement('tr');
    row.className = `contact-row-${one.level}`;
    row.dataset.electrode = one.name;
    const value = one.kilohms === undefined ? '–' : `${one.kilohms.toFixed(1)} kΩ`;
    for (const text of [this.#name(one.name), value, this.#level(one), this.#age(one.ageSeconds)]) {
      row.insertCell().textContent = text;
    }
    return row;
  }

  /** Electrodes of the head at their places; reference, ground and what has no known place in a line below. */
  #sites(electrodes) {
    const below = electrodes.filter((one) => one.x === null || one.x === undefined);
    const size = electrodes.length > 40 ? 8 : 13;
    return electrodes.map((one) => {
      const index = below.indexOf(one);
      const x = index < 0 ? one.x * RADIUS : (index - (below.length - 1) / 2) * 30;
      const y = index < 0 ? -one.y * RADIUS : 142;
      return this.#site(one, x, y, size);
    });
  }

  #site(one, x, y, size) {
    const group = element('g', { class: `contact contact-${one.level}`, transform: `translate(${x} ${y})` });
    const title = element('title', {});
    title.textContent = `${this.#worded(one)}: ${this.#level(one)}`;
    const number = element('text', { class: 'contact-number' });
    number.textContent = one.kilohms === undefined ? '?' : one.kilohms < 10 ? one.kilohms.toFixed(1) : String(Math.round(one.kilohms));
    const name = element('text', { class: 'contact-name', y: size + 8 });
    name.textContent = this.#name(one.name);
    group.append(title, element('path', { d: SHAPES[one.level](size), class: 'contact-shape' }), number, name);
    return group;
  }

  #name(name) {
    return name === 'REF' ? this.texts.get('reference') : name === 'GND' ? this.texts.get('ground') : name;
  }

  #level(one) {
    return this.texts.get(`level${one.level[0].toUpperCase()}${one.level.slice(1)}`);
  }

  #age(seconds) {
    if (seconds < 3) {
      return this.texts.get('ageNow');
    }
    return seconds < 120 ? this.texts.get('ageSeconds', seconds) : this.texts.get('ageMinutes', Math.round(seconds / 60));
  }

  #say(sentence) {
    const error = part('-error');
    error.textContent = sentence;
    error.hidden = sentence === '';
  }
}

new Contacts(part(''));
