// The bedside session page: joins the live feed to traces, electrode map, protocol timeline and controls.
import { Actions } from './actions.js';
import { Alarms } from './alarms.js';
import { EndByHand } from './byhand.js';
import { Controls } from './controls.js';
import { Feed } from './feed.js';
import { HeadMap } from './headmap.js';
import { Keys } from './keys.js';
import { EventLane } from './lane.js';
import { Losses } from './losses.js';
import { Progress } from './progress.js';
import { readBlock } from './samples.js';
import { Scale } from './scale.js';
import { calibration } from './calibration.js';
import { Server } from './server.js';
import { StatusBar } from './status.js';
import { Tables } from './tables.js';
import { Texts, clock } from './texts.js';
import { Timeline } from './timeline.js';
import { TraceView } from './traces.js';

const OVER = ['ended', 'sealing', 'sealed', 'failed', 'cancelled'];

const part = (name) => document.querySelector(`[data-part=${name}]`);

class SessionPage {
  constructor(root) {
    this.root = root;
    this.sessionId = root.dataset.session;
    this.texts = new Texts(document.getElementById('bedside-texts'));
    this.server = new Server(this.texts);
    this.scale = new Scale(localStorage);
    this.view = new TraceView(part('view'), this.scale);
    this.lane = new EventLane(part('lane'), this.view);
    this.map = new HeadMap(part('map'), part('map-summary'), this.texts);
    this.timeline = new Timeline(part('protocol'), this.texts);
    this.tables = new Tables(part('tables'), this.texts);
    const lossTexts = new Texts(part('loss-texts'));
    this.alarms = new Alarms(root, lossTexts);
    this.losses = new Losses(root, lossTexts);
    this.status = new StatusBar(root, this.texts, this.alarms);
    this.progress = new Progress(part('progress'), this.server, this.texts, this.sessionId, (stage) => this.#stage(stage));
    this.actions = new Actions(root, this.server, this.texts, this.sessionId);
    this.byHand = new EndByHand(root, this.server, this.sessionId, (state) => this.#setState(state));
    this.controls = new Controls(part('controls'), this.scale, {
      changed: (display) => this.#display(display),
      rescaled: () => this.view.fit(),
      frozen: (frozen) => this.#freeze(frozen),
    });
    this.block = '';
    this.seenState = '';
    this.layout = '';
    this.#keys();
    calibration(part('calibration'), part('calibrate'), this.scale, () => this.view.fit());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.view.fit());
    this.#begin(root.dataset.state);
  }

  #begin(state) {
    if (OVER.includes(state)) {
      this.#over(state);
      return;
    }
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.feed = new Feed(`${scheme}://${location.host}/ws/sessions/${this.sessionId}`, {
      message: (message) => this.#heard(message),
      block: (buffer) => this.#block(buffer),
      opened: () => this.#opened(),
      lost: () => this.#lost(),
    });
    this.server.roundTrip().then((millis) => (this.status.latency.roundTripMillis = millis), () => {});
    setInterval(() => this.#tick(), 250);
  }

  // The server tells the whole history anew on every connection.
  #opened() {
    this.lane.clear();
    this.tables.clear();
    this.losses.clear();
    this.view.marks.length = 0;
    this.status.connected(true);
    this.actions.reconnected();
    if (this.display) {
      this.feed.send(this.display);
    }
  }

  #display(display) {
    this.display = display;
    this.feed.send(display);
  }

  // The line may be lost because the session is over or the reader signed out: the server is asked the plain way too.
  async #lost() {
    this.status.connected(false);
    try {
      const { state } = await this.server.get(`/api/sessions/${this.sessionId}`);
      this.status.lostBecause('');
      if (OVER.includes(state)) {
        this.#over(state);
      }
    } catch (refused) {
      this.status.lostBecause(refused.code === 'unreachable' ? '' : refused.message);
    }
  }

  #keys() {
    const marker = (number) => () => this.actions.preset(number);
    const acts = {
      ArrowUp: () => this.controls.stepSensitivity(-1),
      ArrowDown: () => this.controls.stepSensitivity(1),
      '+': () => this.controls.stepTimebase(1),
      '=': () => this.controls.stepTimebase(1),
      '-': () => this.controls.stepTimebase(-1),
      m: () => this.controls.nextMontage(),
      f: () => this.controls.nextFilter(),
      z: () => this.controls.toggleFreeze(),
      '?': () => part('help').showModal(),
      ' ': marker(0),
      F1: marker(1),
      F2: marker(2),
      F3: marker(3),
      F4: marker(4),
    };
    new Keys(acts, part('shortcuts'), localStorage);
    part('show-help').addEventListener('click', () => part('help').showModal());
  }

  #heard(message) {
    switch (message.type) {
      case 'layout':
        return this.#setLayout(message);
      case 'state':
        return this.#setState(message);
      case 'quality':
        return this.#quality(message.channels);
      case 'annotation':
        return this.#annotation(message);
      case 'gap':
        this.losses.gap(message);
        return this.#event(message.seconds, this.texts.get('gapOf', message.lengthSeconds.toFixed(2)), 'gap');
      default:
        return undefined;
    }
  }

  #setLayout(layout) {
    if (layout.display) {
      this.controls.inForce(layout.display);
      this.status.reference(layout.display, layout.unavailable);
    }
    const electrodes = layout.electrodes ?? layout.streams.flatMap((stream) => stream.channels.map(named));
    const shape = JSON.stringify([layout.streams, layout.display]);
    if (shape !== this.layout) {
      this.layout = shape;
      this.view.setLayout(layout.streams);
      this.map.show(electrodes.map((electrode, index) => ({ index, ...electrode })));
      this.status.latency.restart();
    }
    this.status.resumed();
  }

  #setState(state) {
    if (state.state === 'recording' && this.seenState !== 'recording' && this.seenState !== 'agent-lost') {
      this.#recordingBegan(state);
    }
    this.seenState = state.state;
    this.status.state(state);
    this.actions.state(state.state, Boolean(state.recordingId));
    this.byHand.offer(state.state === 'agent-lost' && Boolean(state.recordingId));
    this.alarms.told(state);
    this.losses.told(state);
    const block = this.timeline.update(state);
    if (block !== this.block) {
      this.block = block;
      this.status.announce(block ? this.texts.instruction(block) : '');
    }
    if (OVER.includes(state.state)) {
      this.#over(state.state);
    }
  }

  // The first recorded block may come before this state: only what is still the preview's is wiped.
  #recordingBegan(state) {
    if (this.seenState !== '') {
      if (this.view.newestSeconds() > (state.recordedSeconds ?? 0) + 2) {
        this.view.clear();
      }
      part('view').focus({ preventScroll: true });
    }
  }

  #quality(channels) {
    this.view.badShare = this.map.quality(channels);
    this.tables.setQuality(this.map.electrodes, channels);
  }

  #annotation(annotation) {
    const kind = /^eyes (open|closed)$/i.test(annotation.text) ? 'block' : 'marker';
    this.#event(annotation.seconds, this.texts.annotation(annotation.text), kind);
    this.view.mark(annotation.seconds);
  }

  #event(seconds, text, kind) {
    this.lane.add(seconds, text, kind);
    this.tables.event(seconds, text, kind);
  }

  #block(buffer) {
    const block = readBlock(buffer);
    if (block) {
      const missing = this.view.append(block, performance.now());
      this.status.block(block, missing);
    }
  }

  #freeze(frozen) {
    this.view.freeze(frozen);
    this.status.frozen(frozen);
  }

  #tick() {
    const head = this.view.clock.headSeconds;
    const backlog = head < 0 ? 0 : (this.view.newestSeconds() - head) * (1000 / Math.max(0.1, this.view.clock.rate));
    this.status.tick(this.view.frozen ? 0 : backlog);
    this.lane.update();
    this.alarms.tick();
    this.tables.sentence(
      this.texts.get('summary', this.status.stateText, clock(this.status.recordedSeconds), this.view.rows.length, this.map.sentence()),
    );
  }

  #stage(stage) {
    this.status.stage(stage);
    if (stage !== this.lastStage) {
      this.lastStage = stage;
      this.server.get(`/api/sessions/${this.sessionId}`).then((state) => this.status.length(state.recordedSeconds ?? 0), () => {});
    }
  }

  #over(state) {
    this.feed?.close();
    this.root.dataset.phase = state === 'cancelled' ? 'cancelled' : 'after';
    this.status.over(state);
    this.actions.state(state);
    this.byHand.offer(false);
    if (state !== 'cancelled') {
      part('progress').hidden = false;
      this.progress.start();
    }
  }
}

function named(channel) {
  return { name: channel.name || channel.label, x: channel.x, y: channel.y };
}

new SessionPage(document.getElementById('bedside'));
