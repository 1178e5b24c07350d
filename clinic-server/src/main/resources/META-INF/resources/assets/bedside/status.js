// What must be seen at once: is this live, what state is it in, how late, how much is missing.
import { Latency, levelOf } from './latency.js';
import { clock } from './texts.js';

const SILENT_MILLIS = 2000;
const LIVE_STATES = ['prepared', 'recording'];

export class StatusBar {
  constructor(root, texts, alarms) {
    this.root = root;
    this.texts = texts;
    this.alarms = alarms;
    this.latency = new Latency();
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    this.pill = part('state');
    this.clockText = part('recording-clock');
    this.badge = part('latency');
    this.gapText = part('gaps');
    this.skippedText = part('skipped');
    this.referenceText = part('reference');
    this.veil = part('veil');
    this.view = part('view');
    this.live = part('announcements');
    this.now = { state: 'preparing', gapSamples: 0, recordedSeconds: 0 };
    this.isConnected = false;
    this.lostAt = performance.now();
    this.blockAt = performance.now();
    this.alarmed = '';
    this.reason = '';
    this.resumed();
  }

  get recordedSeconds() {
    return this.now.recordedSeconds ?? 0;
  }

  get stateText() {
    return this.pill.textContent;
  }

  /** A new connection: what was sent before it is not counted as skipped by the view. */
  resumed() {
    this.missing = 0;
    this.gapsAtStart = undefined;
    this.blockSamples = 1;
    this.seenStreams = new Set();
  }

  connected(yes) {
    this.isConnected = yes;
    if (yes) {
      this.blockAt = performance.now();
    } else if (this.alarmed !== 'server-lost') {
      this.lostAt = performance.now();
    }
  }

  /** Why the line is lost, when the server has said it. */
  lostBecause(sentence) {
    this.reason = sentence;
  }

  state(state) {
    const changed = state.state !== this.now.state;
    this.now = state;
    this.length(state.recordedSeconds ?? 0);
    this.gapsAtStart ??= state.gapSamples ?? 0;
    this.gapsAtStart = Math.min(this.gapsAtStart, state.gapSamples ?? 0);
    this.#showState(state.state, changed);
    this.gapText.textContent = this.texts.get('gapSamples', state.gapSamples ?? 0);
    this.gapText.dataset.level = (state.gapSamples ?? 0) > 0 ? 'amber' : 'green';
  }

  /** Shows the recorded time. Between the end and the sealing nobody can tell it: what was known then stays. */
  length(seconds) {
    if (seconds > 0 || !this.clockText.dataset.known) {
      this.clockText.textContent = clock(seconds);
      this.clockText.dataset.known = seconds > 0 ? 'yes' : '';
    }
  }

  #showState(state, changed) {
    this.pill.dataset.state = state;
    this.pill.textContent = this.texts.get(`state${camel(state)}`);
    if (changed) {
      this.announce(this.pill.textContent);
    }
  }

  over(state) {
    this.#showState(state, true);
    this.#alarm('');
    this.alarms.end();
    this.blockAt = Infinity;
    this.isOver = true;
  }

  /** What the server does after the end, in the words of a state: whatever follows sealing finds the recording sealed. */
  stage(stage) {
    if (stage !== 'failed') {
      const state = stage === 'sealing' ? 'sealing' : 'sealed';
      this.#showState(state, state !== this.pill.dataset.state);
    }
  }

  block(block, missing) {
    this.blockAt = performance.now();
    this.latency.block(block.arrivedAtMillis, Date.now());
    this.blockSamples = Math.max(1, block.samples);
    this.missing += this.seenStreams.has(block.stream) ? missing : 0;
    this.seenStreams.add(block.stream);
  }

  /** What the traces are measured against, and how many of the montage the electrodes do not give. */
  reference(display, unavailable) {
    const names = {
      average: 'referenceAverage',
      rest: 'referenceInfinity',
      'linked-mastoids': 'referenceMastoids',
      'source-derivation': 'referenceNeighbours',
      'longitudinal-bipolar': 'referenceBipolar',
      'transverse-bipolar': 'referenceBipolar',
    };
    const name = this.texts.get(names[display.montage] ?? 'referenceRecorded');
    const missing = unavailable.length ? this.texts.get('tracesMissing', unavailable.length) : '';
    this.referenceText.textContent = name + missing;
    this.referenceText.title = unavailable.join(', ');
  }

  announce(text) {
    this.live.textContent = text;
  }

  frozen(yes) {
    this.view.classList.toggle('frozen', yes);
    this.announce(this.texts.get(yes ? 'frozenNow' : 'liveAgain'));
  }

  /** Four times a second: latency, counters, and whether what is shown may still be called live. */
  tick(backlogMillis) {
    if (this.isOver) {
      return;
    }
    const silentMillis = performance.now() - this.blockAt;
    const millis = this.latency.total(this.now.latencyMillis ?? 0, backlogMillis) + (silentMillis > 500 ? silentMillis : 0);
    const level = levelOf(millis);
    this.badge.dataset.level = level;
    this.badge.textContent = this.texts.get(`latency${camel(level)}`, Math.round(millis / 5) * 5);
    const realGaps = (this.now.gapSamples ?? 0) - (this.gapsAtStart ?? 0);
    const skipped = Math.max(0, Math.round((this.missing - realGaps) / this.blockSamples));
    this.skippedText.textContent = this.texts.get('skippedBlocks', skipped);
    this.skippedText.dataset.level = skipped > 0 ? 'amber' : 'green';
    this.#judge(silentMillis);
  }

  #judge(silentMillis) {
    if (!this.isConnected) {
      const seconds = Math.floor((performance.now() - this.lostAt) / 1000);
      const usual = this.texts.get(this.now.state === 'recording' ? 'lostRecording' : 'lost');
      this.#alarm('server-lost', this.reason || usual, seconds);
    } else if (this.now.state === 'agent-lost') {
      this.#alarm('agent-away', this.texts.get('agentLost'), this.now.detail?.awaySeconds ?? Math.floor(silentMillis / 1000));
    } else if (LIVE_STATES.includes(this.now.state) && silentMillis > SILENT_MILLIS) {
      this.#alarm('signal-lost', this.texts.get('silent'), Math.floor(silentMillis / 1000));
    } else {
      this.#alarm('');
    }
  }

  /** What is not live is veiled, and told among the alarms. */
  #alarm(kind, sentence = '', seconds = 0) {
    const stale = kind !== '';
    this.alarmed = kind;
    this.view.classList.toggle('stale', stale);
    this.veil.hidden = !stale;
    if (stale) {
      this.veil.textContent = this.texts.get('staleFor', seconds);
    }
    this.alarms.seen(kind, sentence);
  }
}

function camel(words) {
  return words.replace(/(^|-)([a-z])/g, (_, dash, letter) => letter.toUpperCase());
}
