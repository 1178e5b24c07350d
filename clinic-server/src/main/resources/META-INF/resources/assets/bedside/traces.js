// The live trace view: negative up, a sweep with an erase bar, only the new columns drawn in each frame.
import { Backdrop } from './backdrop.js';
import { rowsOf } from './channels.js';
import { Ink } from './ink.js';
import { Page } from './page.js';
import { SampleRing } from './samples.js';
import { SweepClock } from './sweep.js';

/** Long enough for the widest screen at the slowest timebase. */
const RING_SECONDS = 100;
const STREAM_LAG_SECONDS = 1;

export class TraceView {
  constructor(host, scale) {
    this.host = host;
    this.page = new Page(scale);
    this.clock = new SweepClock();
    this.backdrop = new Backdrop(host.querySelector('[data-part=backdrop]'), host.querySelector('[data-part=scale-bar]'));
    this.ink = new Ink(host.querySelector('[data-part=traces]'));
    this.rings = new Map();
    this.rows = [];
    this.gaps = [];
    this.marks = [];
    this.badShare = 0;
    this.frozen = false;
    this.drawFrame = this.drawFrame.bind(this);
    new ResizeObserver(() => this.fit()).observe(host);
    requestAnimationFrame(this.drawFrame);
  }

  setLayout(streams) {
    this.rows = rowsOf(streams);
    this.rings.clear();
    for (const stream of streams) {
      this.rings.set(stream.stream, new SampleRing(stream.channels.length, stream.hertz, RING_SECONDS));
    }
    this.clock.restart();
    this.fit();
  }

  /** Takes a block in; returns how many samples are missing in front of it. */
  append(block, nowMillis) {
    const ring = this.rings.get(block.stream);
    if (!ring || ring.channels !== block.channels) {
      return 0;
    }
    if (ring.isRestart(block)) {
      this.clear();
    }
    const before = ring.endSeconds;
    const missing = ring.append(block);
    if (missing > 0) {
      this.gaps.push({ stream: block.stream, from: before, to: block.firstSample / ring.hertz });
    }
    this.clock.arrived(ring.endSeconds, nowMillis);
    return missing;
  }

  /** Forgets all samples: a new run counts them from 0. Marks belong to the recording, the preview has none. */
  clear() {
    for (const ring of this.rings.values()) {
      ring.clear();
    }
    this.gaps.length = 0;
    this.clock.restart();
    this.redraw();
  }

  mark(seconds) {
    this.marks.push(seconds);
    const drawn = this.ink.drawnSeconds;
    if (seconds <= drawn && seconds > drawn - this.page.seconds) {
      this.ink.mark(this.page, seconds);
    }
  }

  freeze(frozen) {
    this.frozen = frozen;
    if (!frozen) {
      this.clock.headSeconds = this.newestSeconds();
      this.redraw();
    }
  }

  /** Seconds that all streams have reached; one that has fallen silent is not waited for. */
  newestSeconds() {
    let newest = -1;
    for (const ring of this.rings.values()) {
      if (!ring.empty && ring.endSeconds > newest) {
        newest = ring.endSeconds;
      }
    }
    let common = newest;
    for (const ring of this.rings.values()) {
      if (!ring.empty && ring.endSeconds > newest - STREAM_LAG_SECONDS && ring.endSeconds < common) {
        common = ring.endSeconds;
      }
    }
    return common;
  }

  /** Fits the drawing to the host's size, the screen's pixels, the scale and the theme, then draws the page anew. */
  fit() {
    const width = this.host.clientWidth;
    const height = this.host.clientHeight;
    if (width === 0 || height === 0) {
      return;
    }
    this.page.fit(width, height, window.devicePixelRatio || 1, this.rows);
    this.backdrop.draw(this.page, this.rows);
    this.ink.fit(this.page);
    this.redraw();
  }

  redraw() {
    if (this.page.width > 0) {
      this.ink.clear(this.page);
      if (this.clock.headSeconds >= 0) {
        this.ink.drawnSeconds = Math.max(0, this.clock.headSeconds - this.page.seconds * 0.98);
        this.#drawTo(this.clock.headSeconds, true);
      }
    }
  }

  drawFrame(nowMillis) {
    requestAnimationFrame(this.drawFrame);
    if (this.frozen || this.rings.size === 0 || this.page.width === 0) {
      return;
    }
    const newest = this.newestSeconds();
    if (newest < 0) {
      return;
    }
    const first = this.clock.headSeconds < 0;
    this.clock.advance(nowMillis, newest);
    const head = this.clock.headSeconds;
    if (first || head - this.ink.drawnSeconds > this.page.seconds * 0.98) {
      this.redraw();
    } else if ((head - this.ink.drawnSeconds) * this.page.perSecond >= 0.75) {
      this.#drawTo(head, false);
    }
  }

  #drawTo(headSeconds, whole) {
    const from = this.ink.drawnSeconds;
    this.ink.erase(this.page, from, headSeconds);
    this.ink.badLane(this.page, from, headSeconds, this.badShare, whole);
    this.ink.traces(this.page, this.rows, this.rings, from, headSeconds);
    for (let i = 0; i < this.gaps.length; i++) {
      if (this.gaps[i].to > from && this.gaps[i].to <= headSeconds) {
        this.ink.gap(this.page, this.gaps[i], this.rows);
      }
    }
    for (let i = 0; i < this.marks.length; i++) {
      if (this.marks[i] >= from && this.marks[i] <= headSeconds) {
        this.ink.mark(this.page, this.marks[i]);
      }
    }
    this.ink.head(this.page, headSeconds);
    this.ink.drawnSeconds = headSeconds;
    this.#forgetOld(headSeconds - RING_SECONDS);
  }

  #forgetOld(seconds) {
    while (this.gaps.length > 0 && this.gaps[0].to < seconds) {
      this.gaps.shift();
    }
    while (this.marks.length > 0 && this.marks[0] < seconds) {
      this.marks.shift();
    }
  }
}
