// Sample blocks as the live view sends them, and the ring in which each stream waits to be drawn.

const HEADER_BYTES = 24;
const RESENT_SECONDS = 10;

/** Reads one binary message (little-endian, see the live view's WebSocket); null for a kind that this page does not know. */
export function readBlock(buffer) {
  const view = new DataView(buffer);
  if (buffer.byteLength < HEADER_BYTES || view.getUint8(0) !== 1) {
    return null;
  }
  const channels = view.getUint16(2, true);
  const samples = view.getUint32(4, true);
  return {
    stream: view.getUint8(1),
    channels,
    samples,
    firstSample: view.getFloat64(8, true),
    arrivedAtMillis: view.getFloat64(16, true),
    microvolts: new Float32Array(buffer, HEADER_BYTES, channels * samples),
  };
}

/** The newest samples of one stream. Missing samples are NaN: they are never bridged. */
export class SampleRing {
  constructor(channels, hertz, seconds) {
    this.channels = channels;
    this.hertz = hertz;
    this.capacity = 1;
    while (this.capacity < hertz * seconds) {
      this.capacity *= 2;
    }
    this.mask = this.capacity - 1;
    this.values = [];
    for (let channel = 0; channel < channels; channel++) {
      this.values.push(new Float32Array(this.capacity));
    }
    this.clear();
  }

  clear() {
    /** First sample index held, and the one after the newest. */
    this.start = 0;
    this.end = 0;
    this.empty = true;
  }

  /** Seconds from the start of the recording up to which this stream has arrived. */
  get endSeconds() {
    return this.end / this.hertz;
  }

  /**
   * Whether the block belongs to a new run: the agent counts from 0 again when a recording begins. A short step back is
   * none: a server that was restarted is sent again what it had shown, but not yet on disk.
   */
  isRestart(block) {
    const stepBack = this.end - block.firstSample;
    return !this.empty && stepBack > 0 && (block.firstSample === 0 || stepBack > RESENT_SECONDS * this.hertz);
  }

  /** Appends a block; returns how many samples are missing in front of it. */
  append(block) {
    if (!this.empty && block.firstSample + block.samples <= this.end) {
      return 0;
    }
    if (this.empty) {
      this.start = block.firstSample;
      this.end = block.firstSample;
      this.empty = false;
    }
    const missing = block.firstSample - this.end;
    if (missing > 0) {
      this.#fillMissing(missing);
    }
    for (let channel = 0; channel < this.channels; channel++) {
      this.#write(channel, block);
    }
    this.end = block.firstSample + block.samples;
    this.start = Math.max(this.start, this.end - this.capacity);
    return missing;
  }

  #fillMissing(missing) {
    const count = Math.min(missing, this.capacity);
    const first = this.end + missing - count;
    for (let channel = 0; channel < this.channels; channel++) {
      const ring = this.values[channel];
      for (let i = 0; i < count; i++) {
        ring[this.#slot(first + i)] = Number.NaN;
      }
    }
  }

  #write(channel, block) {
    const ring = this.values[channel];
    const from = channel * block.samples;
    for (let i = 0; i < block.samples; i++) {
      ring[this.#slot(block.firstSample + i)] = block.microvolts[from + i];
    }
  }

  // ToInt32 is a modulo of 2^32, so the mask holds for every index that a double counts exactly.
  #slot(sampleIndex) {
    return sampleIndex & this.mask;
  }
}
