// A deliberate act: hold the button for a second, or press it shortly and confirm in the dialog.

const HOLD_MILLIS = 1000;

export class HoldButton {
  constructor(button, dialog, act) {
    this.button = button;
    this.dialog = dialog;
    this.act = act;
    this.since = -1;
    button.addEventListener('pointerdown', (event) => event.button === 0 && this.#press());
    button.addEventListener('keydown', (event) => this.#key(event));
    for (const end of ['pointerup', 'keyup']) {
      button.addEventListener(end, () => this.#release(true));
    }
    for (const end of ['pointerleave', 'pointercancel', 'blur']) {
      button.addEventListener(end, () => this.#release(false));
    }
    // A screen reader clicks without pressing.
    button.addEventListener('click', (event) => event.detail === 0 && this.#ask());
    dialog.querySelector('[data-part=confirm]').addEventListener('click', () => {
      dialog.close();
      act();
    });
    dialog.querySelector('[data-part=back]').addEventListener('click', () => dialog.close());
  }

  #key(event) {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) {
        this.#press();
      }
    }
  }

  #press() {
    if (this.button.disabled) {
      return;
    }
    this.since = performance.now();
    this.button.classList.add('holding');
    this.timer = setTimeout(() => this.#done(), HOLD_MILLIS);
  }

  #release(shortPressAsks) {
    if (this.since < 0) {
      return;
    }
    clearTimeout(this.timer);
    this.since = -1;
    this.button.classList.remove('holding');
    if (shortPressAsks) {
      this.#ask();
    }
  }

  #ask() {
    if (!this.dialog.open && !this.button.disabled) {
      this.dialog.showModal();
    }
  }

  #done() {
    this.since = -1;
    this.button.classList.remove('holding');
    this.act();
  }
}
