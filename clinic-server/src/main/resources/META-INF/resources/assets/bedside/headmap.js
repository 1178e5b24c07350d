// The electrode map: seen from above, nose up, left is left. Status by colour, by shape and in words.

const SVG = 'http://www.w3.org/2000/svg';
const RADIUS = 100;

/** Outlines inside a circle of radius r; each status has its own. */
const SHAPES = {
  good: (r) => circle(r),
  unknown: (r) => circle(r),
  noisy: (r) => polygon(r * 1.8, 3, -90),
  line: (r) => polygon(r * 1.12, 6, 0),
  flat: (r) => polygon(r * 1.25, 4, 45),
  clipped: (r) => polygon(r * 1.4, 4, 0),
};

export class HeadMap {
  constructor(svg, summary, texts) {
    this.svg = svg;
    this.summary = summary;
    this.texts = texts;
    this.electrodes = [];
    this.sites = new Map();
    this.statuses = new Map();
  }

  show(electrodes) {
    this.electrodes = electrodes;
    const placed = electrodes.filter((electrode) => electrode.x !== null && electrode.x !== undefined);
    const size = placed.length > 40 ? 8 : placed.length > 24 ? 10 : 14;
    this.svg.replaceChildren(...outline());
    this.sites = new Map();
    this.statuses = new Map();
    for (const electrode of placed) {
      this.sites.set(electrode.index, this.#site(electrode, size));
    }
    this.#summarise();
  }

  #site(electrode, size) {
    const group = element('g', { class: 'site site-unknown' });
    group.setAttribute('transform', `translate(${electrode.x * RADIUS} ${-electrode.y * RADIUS})`);
    const shape = element('path', { d: SHAPES.unknown(size), class: 'site-shape' });
    const name = element('text', { class: size > 12 ? 'site-name' : 'site-name site-name-small' });
    name.textContent = electrode.name;
    const title = element('title', {});
    title.textContent = electrode.name;
    group.append(title, shape, name);
    this.svg.append(group);
    return { group, shape, title, size, name: electrode.name };
  }

  /** Takes the newest quality; returns the share of electrodes that are not good. */
  quality(channels) {
    let bad = 0;
    for (const channel of channels) {
      bad += channel.status === 'good' ? 0 : 1;
      if (this.statuses.get(channel.index) !== channel.status) {
        this.statuses.set(channel.index, channel.status);
        this.#repaint(channel);
      }
    }
    this.#summarise();
    return channels.length === 0 ? 0 : bad / channels.length;
  }

  #repaint(channel) {
    const site = this.sites.get(channel.index);
    if (site) {
      site.group.setAttribute('class', `site site-${channel.status}`);
      site.shape.setAttribute('d', (SHAPES[channel.status] ?? SHAPES.unknown)(site.size));
      site.title.textContent = `${site.name}: ${this.statusText(channel.status)}`;
    }
  }

  statusText(status) {
    const key = `status${status[0].toUpperCase()}${status.slice(1)}`;
    return this.texts.has(key) ? this.texts.get(key) : status;
  }

  statusOf(index) {
    return this.statuses.get(index) ?? 'unknown';
  }

  /** One sentence: how many are good, and which are not. */
  sentence() {
    if (this.statuses.size === 0) {
      return this.texts.get('qualityPending');
    }
    const bad = this.electrodes.filter((electrode) => !['good', 'unknown'].includes(this.statusOf(electrode.index)));
    if (bad.length === 0) {
      return this.texts.get('qualityAllGood', this.statuses.size);
    }
    const list = bad.map((electrode) => `${electrode.name} (${this.statusText(this.statusOf(electrode.index))})`);
    return this.texts.get('qualitySome', this.statuses.size - bad.length, this.statuses.size, list.join(', '));
  }

  #summarise() {
    const sentence = this.sentence();
    if (this.summary.textContent !== sentence) {
      this.summary.textContent = sentence;
    }
  }
}

export function outline() {
  const head = element('circle', { class: 'head', r: RADIUS + 2 });
  const nose = element('path', { class: 'head', d: 'M-13 -102 L0 -120 L13 -102' });
  const ears = element('path', { class: 'head', d: 'M-102 -18 q-12 0 -10 18 q2 20 10 18 M102 -18 q12 0 10 18 q-2 20 -10 18' });
  return [head, nose, ears];
}

export function element(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  return node;
}

export function circle(r) {
  return `M${-r} 0 a${r} ${r} 0 1 0 ${2 * r} 0 a${r} ${r} 0 1 0 ${-2 * r} 0 Z`;
}

export function polygon(r, corners, startDegrees) {
  const points = [];
  for (let i = 0; i < corners; i++) {
    const angle = ((startDegrees + (360 * i) / corners) * Math.PI) / 180;
    points.push(`${(r * Math.cos(angle)).toFixed(2)} ${(r * Math.sin(angle)).toFixed(2)}`);
  }
  return `M${points.join(' L')} Z`;
}
