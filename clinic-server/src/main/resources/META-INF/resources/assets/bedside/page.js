// Geometry of one page of the sweep, in device pixels.

const GUTTER_CSS = 76;
const BAD_LANE_CSS = 12;
const ERASE_BAR_CSS = 14;

export class Page {
  constructor(scale) {
    this.scale = scale;
    this.width = 0;
  }

  fit(cssWidth, cssHeight, ratio, rows) {
    this.ratio = ratio;
    this.width = Math.round(cssWidth * ratio);
    this.height = Math.round(cssHeight * ratio);
    this.gutter = Math.round(GUTTER_CSS * ratio);
    this.eraseBar = Math.round(ERASE_BAR_CSS * ratio);
    this.perSecond = this.scale.pixelsPerSecond * ratio;
    this.perMicrovolt = this.scale.pixelsPerMicrovolt * ratio;
    /** Whole seconds, so that the grid lines are the recording's own seconds. */
    this.seconds = Math.max(1, Math.floor((this.width - this.gutter) / this.perSecond));
    this.right = this.gutter + this.seconds * this.perSecond;
    this.badLaneTop = this.height - Math.round(BAD_LANE_CSS * ratio);
    this.#placeRows(rows);
  }

  #placeRows(rows) {
    this.rowHeight = this.badLaneTop / Math.max(1, rows.length);
    rows.forEach((row, index) => {
      row.baseline = Math.round((index + 0.5) * this.rowHeight);
      // Brain waves may overlap, as on paper; another channel's larger swings are cut off at its neighbours.
      const room = row.side === 'other' ? this.rowHeight : this.height;
      row.top = row.baseline - room;
      row.bottom = row.baseline + room;
    });
  }

  numberOf(seconds) {
    return Math.floor(seconds / this.seconds);
  }

  x(seconds) {
    return this.gutter + (seconds - this.numberOf(seconds) * this.seconds) * this.perSecond;
  }
}
