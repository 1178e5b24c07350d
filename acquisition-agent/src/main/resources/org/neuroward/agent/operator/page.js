// Shows the bed's state four times a second, so that what must not wait is on the screen within a second.
import { read, texts } from './ask.js';
import { prepareAlarm, showAlarms } from './alarm.js';
import { offer, prepareDesk } from './desk.js';
import { prepareTrace, wantTrace } from './trace.js';

const EVERY_MILLIS = 250;
const MISSES_UNTIL_GONE = 2;
const words = texts();
let misses = 0;
let impedanceShown = '';

function put(id, text) {
  const place = document.getElementById(id);
  if (place.textContent !== text) place.textContent = text;
}

function tile(id, part) {
  const box = document.getElementById(id);
  box.dataset.level = part.level;
  box.dataset.code = part.code;
  for (const [kind, text] of [['.value', part.sentence], ['.advice', part.advice]]) {
    const place = box.querySelector(kind);
    if (place.textContent !== text) place.textContent = text;
  }
}

function time(seconds) {
  const whole = Math.floor(seconds);
  const two = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  return (hours ? hours + ':' + two(Math.floor(whole / 60) % 60) : Math.floor(whole / 60)) + ':' + two(whole % 60);
}

function show(status) {
  document.body.dataset.activity = status.activity.code;
  document.getElementById('simulated').hidden = !status.simulated;
  put('device-name', status.deviceName);
  put('activity', status.activity.sentence);
  put('activity-advice', status.activity.advice);
  put('block', status.activity.block || '');
  put('claim', status.activity.claim || '');
  document.getElementById('clock').hidden = status.activity.seconds === undefined;
  put('clock-time', time(status.activity.seconds || 0));
  for (const part of ['link', 'device', 'losses', 'disk']) tile(part, status[part]);
  impedance(status.impedance);
  offer(status);
  wantTrace(['showing', 'session', 'recording', 'recording-offline'].includes(status.activity.code));
  showAlarms(status.alarms);
}

function impedance(measured) {
  document.getElementById('impedance-running').hidden = !measured.measuring;
  document.getElementById('impedance-none').hidden = measured.measuring || measured.electrodes.length > 0;
  document.getElementById('impedance-table').hidden = measured.electrodes.length === 0;
  const key = JSON.stringify(measured.electrodes);
  if (key === impedanceShown) return;
  impedanceShown = key;
  document.querySelector('#impedance-table tbody').replaceChildren(...measured.electrodes.map((electrode) => {
    const row = document.createElement('tr');
    row.dataset.state = electrode.state;
    for (const [kind, text] of [['', electrode.channel], ['value', electrode.value], ['', electrode.sentence]]) {
      const cell = document.createElement('td');
      cell.className = kind;
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  }));
}

async function follow() {
  try {
    show(await read('status'));
    misses = 0;
  } catch {
    misses++;
    if (misses >= MISSES_UNTIL_GONE) showAlarms([{ sentence: words.gone, loud: true }]);
  }
  setTimeout(follow, EVERY_MILLIS);
}

prepareAlarm(words);
prepareDesk(words);
prepareTrace(words);
follow();
