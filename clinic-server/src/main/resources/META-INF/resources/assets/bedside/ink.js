// Draws on the trace canvas: everything here is wiped again by the next sweep. No allocation in steady state.

const SIDES = ['left', 'right', 'middle', 'other'];

export class Ink {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    this.drawnSeconds = 0;
    this.colours = { left: '', right: '', middle: '', other: '', gap: '', mark: '', bad: '', head: '' };
    /** Share of bad channels by second, so that the lane survives a redraw. */
    this.badBySecond = new Float32Array(128);
  }

  fit(page) {
    this.canvas.width = page.width;
    this.canvas.height = page.height;
    const style = getComputedStyle(this.canvas);
    for (const name of Object.keys(this.colours)) {
      this.colours[name] = style.getPropertyValue(`--trace-${name}`).trim();
    }
    this.hatch = this.#hatch(page.ratio);
  }

  #hatch(ratio) {
    const tile = document.createElement('canvas');
    const size = Math.round(8 * ratio);
    tile.width = size;
    tile.height = size;
    const pen = tile.getContext('2d');
    pen.strokeStyle = this.colours.gap;
    pen.lineWidth = 1.5 * ratio;
    pen.beginPath();
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift, size);
      pen.lineTo(shift + size, 0);
    }
    pen.stroke();
    return this.context.createPattern(tile, 'repeat');
  }

  clear(page) {
    this.context.clearRect(0, 0, page.width, page.height);
    this.drawnSeconds = 0;
  }

  /** Wipes what the sweep is about to draw, and the erase bar in front of it. */
  erase(page, fromSeconds, toSeconds) {
    const wiped = page.x(fromSeconds) + 1;
    const end = page.x(toSeconds) + page.eraseBar;
    if (page.numberOf(fromSeconds) === page.numberOf(toSeconds)) {
      this.#wipe(page, wiped, Math.min(end, page.width));
    } else {
      this.#wipe(page, wiped, page.width);
      this.#wipe(page, page.gutter, end);
    }
    if (end > page.right) {
      this.#wipe(page, page.gutter, page.gutter + end - page.right);
    }
  }

  #wipe(page, from, to) {
    if (to > from) {
      this.context.clearRect(from, 0, to - from, page.height);
    }
  }

  traces(page, rows, rings, fromSeconds, toSeconds) {
    const pen = this.context;
    pen.lineWidth = Math.max(1, page.ratio);
    pen.lineJoin = 'bevel';
    for (let s = 0; s < SIDES.length; s++) {
      pen.strokeStyle = this.colours[SIDES[s]];
      pen.beginPath();
      for (let r = 0; r < rows.length; r++) {
        if (rows[r].side === SIDES[s]) {
          this.#trace(page, rows[r], rings.get(rows[r].stream), fromSeconds, toSeconds);
        }
      }
      pen.stroke();
    }
  }

  #trace(page, row, ring, fromSeconds, toSeconds) {
    const hertz = ring.hertz;
    let from = Math.max(ring.start, Math.ceil(fromSeconds * hertz) - 1);
    const end = Math.min(ring.end, Math.ceil(toSeconds * hertz));
    while (from < end) {
      const pageNumber = page.numberOf(from / hertz);
      const pageEnd = Math.min(end, Math.max(from + 1, Math.ceil((pageNumber + 1) * page.seconds * hertz)));
      if (hertz > 2 * page.perSecond) {
        this.#envelope(page, row, ring, from, pageEnd);
      } else {
        this.#line(page, row, ring, from, pageEnd);
      }
      from = pageEnd;
    }
  }

  // Two samples or fewer to a pixel: every sample is a point of the line.
  #line(page, row, ring, from, end) {
    const values = ring.values[row.channel];
    const gain = page.perMicrovolt * row.gain;
    const step = page.perSecond / ring.hertz;
    let x = page.x(from / ring.hertz);
    let joined = false;
    for (let i = from; i < end; i++, x += step) {
      const value = values[i & ring.mask];
      if (Number.isNaN(value)) {
        joined = false;
      } else if (joined) {
        this.context.lineTo(x, place(row, value * gain));
      } else {
        this.context.moveTo(x, place(row, value * gain));
        joined = true;
      }
    }
  }

  // More samples than pixels: each pixel column shows the least and the greatest of its samples.
  #envelope(page, row, ring, from, end) {
    const pen = this.context;
    const values = ring.values[row.channel];
    const gain = page.perMicrovolt * row.gain;
    const step = page.perSecond / ring.hertz;
    let x = page.x(from / ring.hertz);
    let joined = false;
    let i = from;
    while (i < end) {
      const column = Math.floor(x);
      let least = Infinity;
      let greatest = -Infinity;
      let last = Number.NaN;
      for (; i < end && x < column + 1; i++, x += step) {
        last = values[i & ring.mask];
        if (last !== last) joined = false;
        if (last < least) least = last;
        if (last > greatest) greatest = last;
      }
      if (last !== last) {
        continue;
      }
      if (joined) {
        pen.lineTo(column, place(row, least * gain));
      } else {
        pen.moveTo(column, place(row, least * gain));
        joined = true;
      }
      pen.lineTo(column, place(row, greatest * gain));
      pen.lineTo(column, place(row, last * gain));
    }
  }

  /** How large a part of the channels is bad, as a bar at the foot of the page. */
  badLane(page, fromSeconds, toSeconds, share, fromMemory) {
    const pen = this.context;
    pen.fillStyle = this.colours.bad;
    const laneHeight = page.height - page.badLaneTop;
    for (let second = Math.floor(fromSeconds); second <= toSeconds; second++) {
      if (!fromMemory) {
        this.badBySecond[second & 127] = share;
      }
      const start = Math.max(second, fromSeconds);
      const width = (Math.min(second + 1, toSeconds) - start) * page.perSecond;
      const height = Math.ceil(laneHeight * this.badBySecond[second & 127]);
      pen.fillRect(page.x(start), page.height - height, width, height);
    }
  }

  /** A gap stands at its place, as wide as it is long (never thinner than 3 pixels); nothing is drawn across it. */
  gap(page, gap, rows) {
    let top = page.badLaneTop;
    let bottom = 0;
    for (const row of rows) {
      if (row.stream === gap.stream) {
        top = Math.min(top, row.baseline - page.rowHeight / 2);
        bottom = Math.max(bottom, row.baseline + page.rowHeight / 2);
      }
    }
    const from = Math.max(gap.from, gap.to - page.seconds * 0.98);
    const pen = this.context;
    pen.fillStyle = this.hatch;
    for (let start = from; start < gap.to; ) {
      const end = Math.min(gap.to, (page.numberOf(start) + 1) * page.seconds);
      pen.fillRect(page.x(start), top, Math.max(3 * page.ratio, (end - start) * page.perSecond), bottom - top);
      start = end;
    }
  }

  mark(page, seconds) {
    const pen = this.context;
    pen.fillStyle = this.colours.mark;
    pen.fillRect(Math.round(page.x(seconds)), 0, Math.max(1, page.ratio), page.height);
  }

  head(page, seconds) {
    const pen = this.context;
    pen.fillStyle = this.colours.head;
    pen.fillRect(Math.round(page.x(seconds)) + 3 * page.ratio, 0, Math.max(1, page.ratio), page.badLaneTop);
  }
}

/** Negative up: a positive deflection goes down the screen. */
function place(row, deflection) {
  return Math.min(row.bottom, Math.max(row.top, row.baseline + deflection));
}
