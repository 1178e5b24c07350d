// Clinical scales of the trace view: sensitivity in µV/mm, timebase in mm/s, and what a millimetre is on this screen.

/** Sensitivity steps in µV/mm, finest first (ACNS practice). */
export const SENSITIVITIES = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100];
/** Timebase steps in mm/s, slowest first. */
export const TIMEBASES = [10, 15, 20, 30, 60];

const CSS_PIXELS_PER_MILLIMETRE = 96 / 25.4;
const STORAGE_KEY = 'neuroward.pixels-per-millimetre';

export class Scale {
  constructor(storage) {
    this.storage = storage;
    this.microvoltsPerMillimetre = 7;
    this.millimetresPerSecond = 30;
    const stored = Number.parseFloat(storage?.getItem(STORAGE_KEY) ?? '');
    this.calibrated = stored > 1 && stored < 40;
    /** CSS pixels; the nominal 96 per inch until somebody has held a card against this screen. */
    this.pixelsPerMillimetre = this.calibrated ? stored : CSS_PIXELS_PER_MILLIMETRE;
  }

  get pixelsPerSecond() {
    return this.millimetresPerSecond * this.pixelsPerMillimetre;
  }

  get pixelsPerMicrovolt() {
    return this.pixelsPerMillimetre / this.microvoltsPerMillimetre;
  }

  /** A calibration belongs to the workstation, so it stays in this browser. */
  calibrate(pixelsPerMillimetre) {
    this.pixelsPerMillimetre = pixelsPerMillimetre;
    this.calibrated = true;
    this.storage?.setItem(STORAGE_KEY, String(pixelsPerMillimetre));
  }

  stepSensitivity(steps) {
    this.microvoltsPerMillimetre = step(SENSITIVITIES, this.microvoltsPerMillimetre, steps);
  }

  stepTimebase(steps) {
    this.millimetresPerSecond = step(TIMEBASES, this.millimetresPerSecond, steps);
  }
}

function step(ladder, value, steps) {
  const at = ladder.indexOf(value);
  return ladder[Math.min(ladder.length - 1, Math.max(0, at + steps))];
}
