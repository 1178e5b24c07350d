// How old the newest shown sample is. The two computers' clocks are not assumed to agree.

export const AMBER_MILLIS = 300;
export const RED_MILLIS = 1000;
/** Clocks of ordinary computers run apart by less than this; the least delay seen is forgotten at that pace. */
const DRIFT_PER_MILLISECOND = 100e-6;

export class Latency {
  constructor() {
    this.roundTripMillis = 0;
    this.restart();
  }

  restart() {
    this.leastDelay = Infinity;
    this.extra = 0;
    this.seenAt = 0;
  }

  /** A block that reached the server at one epoch time reaches this page at another. */
  block(arrivedAtMillis, nowMillis) {
    const delay = nowMillis - arrivedAtMillis;
    this.leastDelay = Math.min(delay, this.leastDelay + (nowMillis - this.seenAt) * DRIFT_PER_MILLISECOND);
    this.seenAt = nowMillis;
    this.extra = delay - this.leastDelay;
  }

  /** From arrival at the server to the screen: waiting there, half a round trip, and what still waits to be drawn. */
  total(atServerMillis, backlogMillis) {
    return Math.max(atServerMillis, this.extra) + this.roundTripMillis / 2 + backlogMillis;
  }
}

export function levelOf(millis) {
  return millis > RED_MILLIS ? 'red' : millis > AMBER_MILLIS ? 'amber' : 'green';
}
