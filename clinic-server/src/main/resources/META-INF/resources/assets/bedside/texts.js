// The page's texts: the server writes them in the reader's language into data attributes of one element.

export class Texts {
  constructor(element) {
    this.data = element.dataset;
  }

  has(key) {
    return this.data[key] !== undefined;
  }

  /** The text of a key, its marks %1, %2 … replaced. */
  get(key, ...facts) {
    const text = this.data[key];
    if (text === undefined) {
      throw new Error(`text missing on this page: ${key}`);
    }
    return text.replace(/%(\d)/g, (_, number) => String(facts[number - 1]));
  }

  /** A block's or marker's text for people: the machine-readable English of a resting protocol is translated. */
  annotation(text) {
    if (/^eyes closed$/i.test(text)) {
      return this.get('eyesClosed');
    }
    return /^eyes open$/i.test(text) ? this.get('eyesOpen') : text;
  }

  /** What the patient is to do in a block. */
  instruction(blockName) {
    if (/^eyes closed$/i.test(blockName)) {
      return this.get('instructEyesClosed');
    }
    return /^eyes open$/i.test(blockName) ? this.get('instructEyesOpen') : blockName;
  }
}

/** 75 → "1:15". */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
