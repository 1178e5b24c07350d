// Tones of alarms. A browser lets a page sound only after its reader has done something on it.

const PATTERNS = {
  /** Five pulses, twice: cannot be missed. */
  alarm: { hertz: [880, 880, 988, 1175, 988], pulse: 0.14, pause: 0.1, rounds: 2, everyMillis: 5000 },
  /** Three slower pulses. */
  warning: { hertz: [660, 660, 660], pulse: 0.2, pause: 0.2, rounds: 1, everyMillis: 15000 },
};
const VOLUME = 0.35;
const RAMP = 0.02;

export class Sound {
  /** ready(yes) hears whether tones can be heard now. */
  constructor(ready) {
    this.ready = ready;
    this.context = undefined;
    this.playedAt = -Infinity;
    this.playing = '';
    for (const gesture of ['pointerdown', 'keydown']) {
      document.addEventListener(gesture, () => this.unlock(), { capture: true });
    }
    if (navigator.userActivation?.hasBeenActive) {
      this.unlock();
    }
  }

  get possible() {
    return typeof AudioContext === 'function';
  }

  get isReady() {
    return this.context?.state === 'running';
  }

  async unlock() {
    if (!this.possible || this.isReady) {
      return;
    }
    if (!this.context) {
      this.context = new AudioContext();
      this.context.addEventListener('statechange', () => this.ready(this.isReady));
    }
    try {
      await this.context.resume();
    } catch {
      // No audio device: the hint on the screen stays.
    }
    this.ready(this.isReady);
  }

  /** Called several times a second: sounds the pattern again when its time has come, at once when it is a more urgent one. */
  keep(urgency) {
    const pattern = PATTERNS[urgency];
    if (!pattern || !this.isReady) {
      this.playing = '';
      return false;
    }
    const now = performance.now();
    if (urgency !== this.playing || now - this.playedAt >= pattern.everyMillis) {
      this.playing = urgency;
      this.playedAt = now;
      this.#play(pattern);
    }
    return true;
  }

  #play(pattern) {
    let at = this.context.currentTime + RAMP;
    for (let round = 0; round < pattern.rounds; round++) {
      for (const hertz of pattern.hertz) {
        this.#pulse(hertz, at, pattern.pulse);
        at += pattern.pulse + pattern.pause;
      }
      at += 3 * pattern.pause;
    }
  }

  #pulse(hertz, at, seconds) {
    const tone = new OscillatorNode(this.context, { type: 'triangle', frequency: hertz });
    const gain = new GainNode(this.context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(VOLUME, at + RAMP);
    gain.gain.setValueAtTime(VOLUME, at + seconds - RAMP);
    gain.gain.linearRampToValueAtTime(0, at + seconds);
    tone.connect(gain).connect(this.context.destination);
    tone.start(at);
    tone.stop(at + seconds);
  }
}
