// What a channel's name says about where it is shown and in which colour.

const ELECTRODE = /^(?:EEG\s+)?([A-Za-z]+)(\d+|[zZ])/;

/** left, right or middle of the head by the 10-20 rule (odd, even, z); 'other' for what is no scalp electrode. */
export function sideOf(name) {
  if (isHeart(name) || /^(EOG|EMG|RESP|TEMP|SPO2|FLOW)/i.test(name)) {
    return 'other';
  }
  const match = ELECTRODE.exec(name);
  if (!match) {
    return 'other';
  }
  if (/z/i.test(match[2])) {
    return 'middle';
  }
  return Number(match[2]) % 2 === 1 ? 'left' : 'right';
}

/** The heart's signal is some ten times larger than the brain's, so it is drawn ten times smaller, and labelled so. */
export function isHeart(name) {
  return /ECG|EKG/i.test(name);
}

export const HEART_DIVISOR = 10;

/** The rows of the trace view, top to bottom, from a layout message. */
export function rowsOf(streams) {
  const rows = [];
  for (const stream of streams) {
    stream.channels.forEach((channel, index) => {
      const name = channel.name || channel.label;
      const heart = isHeart(name);
      rows.push({
        stream: stream.stream,
        channel: index,
        name: heart ? `${name} ÷${HEART_DIVISOR}` : name,
        side: sideOf(name),
        gain: heart ? 1 / HEART_DIVISOR : 1,
        baseline: 0,
        top: 0,
        bottom: 0,
      });
    });
  }
  return rows;
}
