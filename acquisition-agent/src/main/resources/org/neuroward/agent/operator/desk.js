// What the technician does here: look, start, mark, end, measure.
import { act } from './ask.js';

const said = document.getElementById('said');
const begin = document.getElementById('begin-form');
const dialog = document.getElementById('stop-dialog');
const marks = document.getElementById('marks');
let texts;
let may = {};

export function prepareDesk(words) {
  texts = words;
  begin.addEventListener('submit', start);
  // A scanner types the number and then Enter: that leads to the next field, never into a recording.
  begin.querySelectorAll('input:not([type=checkbox])').forEach((field) => field.addEventListener('keydown', onwards));
  document.getElementById('mark-form').addEventListener('submit', markInWords);
  marks.querySelectorAll('[data-mark]').forEach((button) => button.addEventListener('click', () => mark(button.dataset.mark)));
  document.addEventListener('keydown', markByKey);
  document.getElementById('stop').addEventListener('click', () => dialog.showModal());
  document.getElementById('stop-back').addEventListener('click', () => dialog.close());
  document.getElementById('stop-confirm').addEventListener('click', stop);
  document.getElementById('show').addEventListener('click', (event) => toggle('show', event.target));
  document.getElementById('measure').addEventListener('click', (event) => toggle('impedance', event.target));
}

export function offer(status) {
  may = status.may;
  marks.hidden = !may.mark;
  document.getElementById('begin').hidden = may.mark;
  begin.hidden = !may.start;
  const why = document.getElementById('begin-why');
  why.hidden = may.start;
  why.textContent = may.start ? '' : texts['start.why.' + (may.startRefused || 'busy')];
  const show = document.getElementById('show');
  show.hidden = !may.show;
  turn(show, 'show', status.activity.code === 'showing');
  document.getElementById('impedance').hidden = !status.impedance.possible;
  turn(document.getElementById('measure'), 'impedance', status.impedance.measuring);
  if (!may.stop && dialog.open) dialog.close();
}

function turn(button, what, on) {
  button.dataset.on = String(on);
  const text = texts[what + (on ? '.off' : '.on')];
  if (button.textContent !== text) button.textContent = text;
}

function say(level, sentence) {
  said.dataset.level = level;
  said.textContent = sentence;
}

function tell(answer, whenDone) {
  say(answer.done ? 'good' : 'bad', answer.done ? whenDone : answer.sentence);
}

function onwards(event) {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const fields = [...begin.elements];
  fields[fields.indexOf(event.target) + 1].focus();
}

async function start(event) {
  event.preventDefault();
  const button = begin.querySelector('button');
  button.disabled = true;
  const form = new FormData(begin);
  const wish = Object.fromEntries(form.entries());
  wish.asked = form.has('asked');
  const answer = await act('start', wish, texts.gone);
  button.disabled = false;
  tell(answer, texts['start.done']);
  if (answer.done) begin.reset();
  else focusOn(answer.code);
}

function focusOn(code) {
  const field = { 'no-number': 'order', 'order-differs': 'orderAgain', 'patient-differs': 'patientAgain', unusable: 'order', 'no-person': 'by', 'not-asked': 'asked', procedure: 'procedure' }[code];
  if (field) begin.elements[field].focus();
}

async function mark(text) {
  tell(await act('mark', { text }, texts.gone), texts['mark.done'].replace('{0}', text));
}

function markInWords(event) {
  event.preventDefault();
  const field = document.getElementById('mark-text');
  if (field.value.trim()) mark(field.value);
  field.value = '';
}

function markByKey(event) {
  const typing = event.target.closest('input, select, button, a, dialog');
  if (!may.mark || dialog.open || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  if (typing && event.key === ' ') return;
  const button = marks.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
  if (!button) return;
  event.preventDefault();
  mark(button.dataset.mark);
}

async function stop() {
  dialog.close();
  tell(await act('stop', {}, texts.gone), texts['stop.done']);
}

async function toggle(what, button) {
  const answer = await act(what, { on: button.dataset.on !== 'true' }, texts.gone);
  if (answer.done) say('', '');
  else tell(answer, '');
}
