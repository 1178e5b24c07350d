// The display's settings: always shown, changed by list, by button or by key. They never touch the recording.
import { SENSITIVITIES, TIMEBASES } from './scale.js';

const FILTERS = [
  [0.5, 70],
  [1, 70],
  [0.5, 35],
  [1, 35],
];

export class Controls {
  /** changed(display) asks the server for another montage or filter; rescaled() draws the page anew. */
  constructor(root, scale, { changed, rescaled, frozen }) {
    this.scale = scale;
    this.changed = changed;
    this.rescaled = rescaled;
    this.frozen = frozen;
    this.montage = root.querySelector('[name=montage]');
    this.highpass = root.querySelector('[name=highpass]');
    this.lowpass = root.querySelector('[name=lowpass]');
    this.notch = root.querySelector('[name=notch]');
    this.sensitivity = root.querySelector('[name=sensitivity]');
    this.timebase = root.querySelector('[name=timebase]');
    this.freezeButton = root.querySelector('[data-part=freeze]');
    this.#fill(this.sensitivity, SENSITIVITIES, 'µV/mm');
    this.#fill(this.timebase, TIMEBASES, 'mm/s');
    this.#listen(root);
    this.#showScale();
  }

  #fill(select, values, unit) {
    for (const value of values) {
      select.add(new Option(`${value} ${unit}`, String(value)));
    }
  }

  #listen(root) {
    for (const select of [this.montage, this.highpass, this.lowpass, this.notch]) {
      select.addEventListener('change', () => this.changed(this.display()));
    }
    this.sensitivity.addEventListener('change', () => {
      this.scale.microvoltsPerMillimetre = Number(this.sensitivity.value);
      this.rescaled();
    });
    this.timebase.addEventListener('change', () => {
      this.scale.millimetresPerSecond = Number(this.timebase.value);
      this.rescaled();
    });
    root.querySelector('[data-part=finer]').addEventListener('click', () => this.stepSensitivity(-1));
    root.querySelector('[data-part=coarser]').addEventListener('click', () => this.stepSensitivity(1));
    this.freezeButton.addEventListener('click', () => this.toggleFreeze());
  }

  display() {
    return {
      type: 'display',
      montage: this.montage.value,
      highpassHertz: Number(this.highpass.value),
      lowpassHertz: Number(this.lowpass.value),
      notchHertz: Number(this.notch.value),
    };
  }

  /** Shows what the server says is in force, also when it is none of the offered values. */
  inForce(display) {
    const shown = [
      [this.montage, display.montage, ''],
      [this.highpass, display.highpassHertz, ' Hz'],
      [this.lowpass, display.lowpassHertz, ' Hz'],
      [this.notch, display.notchHertz, ' Hz'],
    ];
    for (const [select, value, unit] of shown) {
      if (value === undefined || value === null) {
        continue;
      }
      if (![...select.options].some((option) => option.value === String(value))) {
        select.add(new Option(`${value}${unit}`, String(value)));
      }
      select.value = String(value);
    }
  }

  stepSensitivity(steps) {
    this.scale.stepSensitivity(steps);
    this.#showScale();
    this.rescaled();
  }

  stepTimebase(steps) {
    this.scale.stepTimebase(steps);
    this.#showScale();
    this.rescaled();
  }

  #showScale() {
    this.sensitivity.value = String(this.scale.microvoltsPerMillimetre);
    this.timebase.value = String(this.scale.millimetresPerSecond);
  }

  nextMontage() {
    this.montage.selectedIndex = (this.montage.selectedIndex + 1) % this.montage.length;
    this.changed(this.display());
  }

  nextFilter() {
    const now = FILTERS.findIndex(([high, low]) => high === Number(this.highpass.value) && low === Number(this.lowpass.value));
    const [high, low] = FILTERS[(now + 1) % FILTERS.length];
    this.inForce({ highpassHertz: high, lowpassHertz: low });
    this.changed(this.display());
  }

  toggleFreeze() {
    const frozen = this.freezeButton.getAttribute('aria-pressed') !== 'true';
    this.freezeButton.setAttribute('aria-pressed', String(frozen));
    this.frozen(frozen);
  }
}
