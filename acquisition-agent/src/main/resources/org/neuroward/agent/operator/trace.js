// A small live view: lowest and highest value of each fiftieth of a second, a few channels, negative up.
import { read } from './ask.js';

const SECONDS = 10;
const EVERY_MILLIS = 120;
const LANE_MICROVOLTS = 200;
const canvas = document.getElementById('trace');
const none = document.getElementById('trace-none');
let texts;
let next = 0;
let columns = 500;
let lanes = [];
let wanted = false;

export function prepareTrace(words) {
  texts = words;
  follow();
}

/** Asks for columns only while the amplifier runs. */
export function wantTrace(on) {
  wanted = on;
  none.hidden = on;
  canvas.hidden = !on;
  if (!on) { next = 0; lanes = []; }
}

async function follow() {
  if (wanted && !document.hidden) {
    try {
      take(await read('trace?after=' + next));
    } catch {
      // The state says that the program is gone; the view just stands.
    }
  }
  setTimeout(follow, EVERY_MILLIS);
}

function take(slice) {
  columns = SECONDS * slice.columnsPerSecond;
  const same = lanes.length === slice.channels.length && lanes.every((lane, i) => lane.label === slice.channels[i].label);
  if (!same || slice.next < next) lanes = slice.channels.map((channel) => ({ label: channel.label, lowest: [], highest: [] }));
  slice.channels.forEach((channel, i) => {
    lanes[i].lowest = lanes[i].lowest.concat(channel.lowest).slice(-columns);
    lanes[i].highest = lanes[i].highest.concat(channel.highest).slice(-columns);
  });
  next = slice.next;
  canvas.setAttribute('aria-label', texts['trace.label'].replace('{0}', lanes.length));
  draw();
}

function middle(lane) {
  const values = lane.lowest.filter((value) => value !== null).sort((a, b) => a - b);
  return values.length ? values[values.length >> 1] : 0;
}

function draw() {
  const scale = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (canvas.width !== width * scale || canvas.height !== height * scale) {
    canvas.width = width * scale;
    canvas.height = height * scale;
  }
  const style = getComputedStyle(document.documentElement);
  const ink = canvas.getContext('2d');
  ink.setTransform(scale, 0, 0, scale, 0, 0);
  ink.clearRect(0, 0, width, height);
  ink.font = '600 14px ' + style.getPropertyValue('--font');
  const left = 76;
  const lane = height / Math.max(1, lanes.length);
  ink.strokeStyle = style.getPropertyValue('--grid');
  for (let second = 0; second <= SECONDS; second++) line(ink, left + (width - left) * second / SECONDS, 0, height);
  lanes.forEach((channel, i) => {
    ink.fillStyle = style.getPropertyValue('--ink');
    ink.fillText(channel.label, 4, lane * (i + 0.5) + 5, left - 10);
    drawLane(ink, channel, { left, right: width, centre: lane * (i + 0.5), perMicrovolt: lane / LANE_MICROVOLTS, colour: style.getPropertyValue('--trace') });
  });
  scaleBar(ink, width, height, lane * 100 / LANE_MICROVOLTS, style.getPropertyValue('--ink'));
}

function line(ink, x, top, bottom) {
  ink.beginPath();
  ink.moveTo(x, top);
  ink.lineTo(x, bottom);
  ink.stroke();
}

function drawLane(ink, channel, place) {
  const centre = middle(channel);
  const step = (place.right - place.left) / columns;
  const first = columns - channel.lowest.length;
  ink.strokeStyle = place.colour;
  ink.beginPath();
  let pen = false;
  channel.lowest.forEach((lowest, at) => {
    if (lowest === null) { pen = false; return; }
    const x = place.left + (first + at) * step;
    const top = place.centre + (lowest - centre) * place.perMicrovolt;
    const bottom = place.centre + (channel.highest[at] - centre) * place.perMicrovolt;
    if (pen) ink.lineTo(x, top); else ink.moveTo(x, top);
    ink.lineTo(x, bottom);
    pen = true;
  });
  ink.stroke();
}

function scaleBar(ink, width, height, length, colour) {
  ink.strokeStyle = colour;
  ink.fillStyle = colour;
  ink.lineWidth = 2;
  line(ink, width - 8, height - 8 - length, height - 8);
  ink.lineWidth = 1;
  ink.fillText(texts['trace.scale'], width - 70, height - 10);
}
