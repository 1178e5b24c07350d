// The alarm on screen and by sound. Browsers let a page sound only after its reader has touched it once; until then the page says so.
const SILENCE_MILLIS = 60_000;
const PATTERN_SECONDS = 1.2;
const BEEPS = [[0, 880], [0.22, 660], [0.44, 880]];

const box = document.getElementById('alarm');
const list = document.getElementById('alarm-list');
const state = document.getElementById('sound');
let texts;
let context = null;
let timer = null;
let silentUntil = 0;
let silencedFor = '';
let shown = '';

export function prepareAlarm(words) {
  texts = words;
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, unlock, { capture: true });
  document.getElementById('silence').addEventListener('click', () => {
    silentUntil = Date.now() + SILENCE_MILLIS;
    silencedFor = shown;
    sayState();
  });
  document.getElementById('sound-test').addEventListener('click', beep);
  sayState();
}

function unlock() {
  context ??= new AudioContext();
  context.resume().then(sayState);
}

function audible() {
  return context !== null && context.state === 'running';
}

function sayState() {
  const silenced = Date.now() < silentUntil && shown === silencedFor;
  state.dataset.on = String(audible() && !silenced);
  state.textContent = !audible() ? texts['sound.off'] : silenced ? texts['sound.silenced'] : texts['sound.on'];
}

function beep() {
  if (!audible()) return;
  for (const [at, hertz] of BEEPS) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const start = context.currentTime + at;
    tone.type = 'square';
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.35, start + 0.01);
    volume.gain.setValueAtTime(0.35, start + 0.15);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.18);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.2);
  }
}

function sound() {
  // A new alarm is heard although the last one was silenced.
  if (Date.now() >= silentUntil || shown !== silencedFor) beep();
  sayState();
}

/** @param alarms each with a sentence, and whether it is loud */
export function showAlarms(alarms) {
  const sentences = alarms.map((alarm) => alarm.sentence);
  const key = sentences.join('\n');
  if (key !== shown) {
    shown = key;
    list.replaceChildren(...sentences.map((sentence) => {
      const item = document.createElement('li');
      item.textContent = sentence;
      return item;
    }));
    box.hidden = sentences.length === 0;
    document.title = (sentences.length ? '⚠ ' : '') + document.title.replace(/^⚠ /, '');
  }
  const loud = alarms.some((alarm) => alarm.loud);
  box.dataset.loud = String(loud);
  if (loud && timer === null) {
    sound();
    timer = setInterval(sound, PATTERN_SECONDS * 1000);
  } else if (!loud && timer !== null) {
    clearInterval(timer);
    timer = null;
    sayState();
  }
}
