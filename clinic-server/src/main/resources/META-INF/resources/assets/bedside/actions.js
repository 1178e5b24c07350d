// Start, marker, stop, cancel: what the technician tells the bed to do.
import { HoldButton } from './hold.js';

export class Actions {
  constructor(root, server, texts, sessionId) {
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    this.server = server;
    this.texts = texts;
    this.path = `/api/sessions/${sessionId}`;
    this.root = root;
    this.error = part('error');
    this.startButton = part('start');
    this.stopButton = part('stop');
    this.cancelButton = part('cancel');
    this.whileRecording = [this.stopButton, part('stop-hint'), part('marker-bar')];
    this.markerButtons = [...root.querySelectorAll('[data-marker]')];
    this.markerForm = part('marker-form');
    this.pending = false;
    this.stopping = false;
    this.startButton.addEventListener('click', () => this.#start());
    this.cancelButton.addEventListener('click', () => this.#cancel());
    this.markerButtons.forEach((button) => button.addEventListener('click', () => this.marker(button.dataset.marker, button)));
    this.markerForm.addEventListener('submit', (event) => this.#typed(event));
    new HoldButton(this.stopButton, part('stop-dialog'), () => this.#stop());
  }

  /** begun: whether the session has a recording, which tells a bed that is away apart. */
  state(state, begun = this.begun) {
    this.begun = begun;
    const recording = state === 'recording';
    const before = ['preparing', 'prepared'].includes(state) || (state === 'agent-lost' && !begun);
    if (this.current !== state) {
      // A refusal belongs to the state in which it was given.
      this.#say('');
    }
    this.current = state;
    this.root.dataset.phase = before ? 'before' : recording || state === 'agent-lost' ? 'recording' : 'after';
    this.startButton.disabled = state !== 'prepared' || this.pending;
    this.stopButton.disabled = !recording || this.pending || this.stopping;
    for (const button of this.markerButtons) {
      button.disabled = !recording;
    }
    this.#hide(this.startButton, !before);
    this.#hide(this.cancelButton, !before);
    this.whileRecording.forEach((element) => this.#hide(element, !recording && !(state === 'agent-lost' && begun)));
  }

  #hide(element, hidden) {
    if (element.hidden !== hidden) {
      element.hidden = hidden;
    }
  }

  /** The line is back: what could not be reached then is no news now. */
  reconnected() {
    this.#say('');
  }

  async #start() {
    await this.#once(this.startButton, () => this.server.post(`${this.path}/start`, {}));
  }

  async #stop() {
    this.stopping = await this.#once(this.stopButton, () => this.server.post(`${this.path}/stop`, {}));
    if (this.stopping) {
      this.stopButton.disabled = true;
      this.stopButton.textContent = this.texts.get('stopping');
    }
  }

  async #cancel() {
    const freed = await this.#once(this.cancelButton, () => this.server.post(`${this.path}/cancel`, {}));
    if (freed) {
      location.assign(this.cancelButton.dataset.next);
    }
  }

  /** One press, one request: the button stays off until the answer is there. */
  async #once(button, ask) {
    if (this.pending) {
      return false;
    }
    this.pending = true;
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    try {
      await ask();
      this.#say('');
      return true;
    } catch (refused) {
      this.#say(refused.message);
      return false;
    } finally {
      this.pending = false;
      button.removeAttribute('aria-busy');
      this.state(this.current);
    }
  }

  /** Space is number 0, F1 to F4 the others. */
  preset(number) {
    const button = this.markerButtons[number];
    if (button && !button.disabled) {
      this.marker(button.dataset.marker, button);
    }
  }

  async marker(text, button) {
    button.classList.add('marked');
    setTimeout(() => button.classList.remove('marked'), 400);
    try {
      await this.server.post(`${this.path}/marker`, { text });
      this.#say('');
      return true;
    } catch (refused) {
      this.#say(refused.message);
      return false;
    }
  }

  async #typed(event) {
    event.preventDefault();
    const field = this.markerForm.elements.text;
    const text = field.value.trim();
    if (text && (await this.marker(text, this.markerForm.querySelector('button')))) {
      field.value = '';
    }
  }

  #say(sentence) {
    this.error.textContent = sentence;
    this.error.hidden = sentence === '';
  }
}
