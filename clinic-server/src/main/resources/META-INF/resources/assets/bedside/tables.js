// The trace view in words: what a screen reader, or anyone without the picture, needs of it.
import { clock } from './texts.js';

export class Tables {
  constructor(root, texts) {
    this.texts = texts;
    this.details = root;
    this.summary = root.querySelector('[data-part=summary]');
    this.events = root.querySelector('[data-part=events]');
    this.channels = root.querySelector('[data-part=channels]');
    this.quality = [];
    this.electrodes = [];
    root.addEventListener('toggle', () => this.#drawChannels());
  }

  clear() {
    this.events.replaceChildren();
  }

  event(seconds, text, kind) {
    this.events.append(row([clock(seconds), text, this.texts.get(`kind${kind[0].toUpperCase()}${kind.slice(1)}`)]));
  }

  setQuality(electrodes, quality) {
    this.electrodes = electrodes;
    this.quality = quality;
    if (this.details.open) {
      this.#drawChannels();
    }
  }

  sentence(text) {
    if (this.summary.textContent !== text) {
      this.summary.textContent = text;
    }
  }

  #drawChannels() {
    const names = new Map(this.electrodes.map((electrode) => [electrode.index, electrode.name]));
    this.channels.replaceChildren(
      ...this.quality.map((channel) =>
        row([
          names.get(channel.index) ?? String(channel.index),
          this.texts.get(`status${channel.status[0].toUpperCase()}${channel.status.slice(1)}`),
          number(channel.microvoltsRms, 'µV'),
          number(channel.lineDecibels, 'dB'),
        ]),
      ),
    );
  }
}

function number(value, unit) {
  return typeof value === 'number' && Number.isFinite(value) ? `${value.toFixed(1)} ${unit}` : '–';
}

function row(cells) {
  const line = document.createElement('tr');
  for (const text of cells) {
    const cell = document.createElement('td');
    cell.textContent = text;
    line.append(cell);
  }
  return line;
}
