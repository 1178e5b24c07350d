// Where the sweep stands. It follows the sample index, so a playback at N times the speed sweeps N times as fast;
// the wall clock only smooths the steps between blocks.

const BACKLOG_BLOCK_SECONDS = 0.08;
const CORRECTION_PER_SECOND = 5;
const RATE_WINDOW_MILLIS = 700;

export class SweepClock {
  constructor() {
    this.restart();
  }

  restart() {
    /** Seconds of the recording up to which the screen is drawn; negative before the first block. */
    this.headSeconds = -1;
    /** Seconds of recording that arrive per second of wall time. */
    this.rate = 1;
    this.anchorMillis = -1;
    this.anchorSeconds = 0;
    this.lastMillis = 0;
  }

  arrived(endSeconds, nowMillis) {
    if (this.anchorMillis < 0) {
      this.#anchor(endSeconds, nowMillis);
      return;
    }
    const elapsed = nowMillis - this.anchorMillis;
    if (elapsed > RATE_WINDOW_MILLIS) {
      this.rate = Math.max(0.1, ((endSeconds - this.anchorSeconds) * 1000) / elapsed);
      this.#anchor(endSeconds, nowMillis);
    }
  }

  #anchor(endSeconds, nowMillis) {
    this.anchorSeconds = endSeconds;
    this.anchorMillis = nowMillis;
  }

  /** Moves the head towards the newest sample at the pace of arrival; never past it, never back. */
  advance(nowMillis, newestSeconds) {
    const elapsed = Math.min(0.25, (nowMillis - this.lastMillis) / 1000);
    this.lastMillis = nowMillis;
    if (this.headSeconds < 0 || newestSeconds - this.headSeconds > Math.max(1, this.rate)) {
      this.headSeconds = newestSeconds;
      return;
    }
    const surplus = newestSeconds - this.headSeconds - this.rate * BACKLOG_BLOCK_SECONDS;
    const step = (this.rate + surplus * CORRECTION_PER_SECOND) * elapsed;
    this.headSeconds = Math.min(newestSeconds, this.headSeconds + Math.max(0, step));
  }
}
