// The still part of the trace view: second grid, base lines, channel names, scale bar. Drawn only when something changes.

const SCALE_BAR_MICROVOLTS = 100;
const COLOURS = ['left', 'right', 'middle', 'other', 'grid', 'base'];

export class Backdrop {
  constructor(canvas, scaleBar) {
    this.canvas = canvas;
    this.scaleBar = scaleBar;
    this.context = canvas.getContext('2d');
    this.colours = {};
  }

  draw(page, rows) {
    this.canvas.width = page.width;
    this.canvas.height = page.height;
    const style = getComputedStyle(this.canvas);
    for (const name of COLOURS) {
      this.colours[name] = style.getPropertyValue(`--trace-${name}`).trim();
    }
    this.font = style.fontFamily;
    this.#grid(page);
    this.#rows(page, rows);
    this.#scaleBar(page);
  }

  #grid(page) {
    const pen = this.context;
    pen.fillStyle = this.colours.grid;
    for (let second = 0; second <= page.seconds; second++) {
      pen.fillRect(Math.round(page.gutter + second * page.perSecond), 0, Math.max(1, page.ratio), page.height);
    }
    pen.fillRect(page.gutter, page.badLaneTop, page.right - page.gutter, 1);
  }

  #rows(page, rows) {
    const pen = this.context;
    const size = Math.min(13 * page.ratio, Math.max(8 * page.ratio, page.rowHeight * 0.95));
    pen.font = `600 ${size}px ${this.font}`;
    pen.textAlign = 'right';
    pen.textBaseline = 'middle';
    for (const row of rows) {
      pen.fillStyle = this.colours.base;
      pen.fillRect(page.gutter, row.baseline, page.right - page.gutter, 1);
      pen.fillStyle = this.colours[row.side];
      pen.fillText(row.name, page.gutter - 8 * page.ratio, row.baseline, page.gutter - 10 * page.ratio);
    }
  }

  // An element over both canvases, so that no trace hides it.
  #scaleBar(page) {
    this.scaleBar.style.width = `${page.perSecond / page.ratio}px`;
    this.scaleBar.style.height = `${(SCALE_BAR_MICROVOLTS * page.perMicrovolt) / page.ratio}px`;
    this.scaleBar.style.right = `${(page.width - page.right) / page.ratio + 8}px`;
    this.scaleBar.firstElementChild.textContent = `${SCALE_BAR_MICROVOLTS} µV · 1 s`;
  }
}
