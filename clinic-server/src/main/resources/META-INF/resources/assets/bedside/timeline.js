// The timed protocol: what the patient is to do now, for how long still, and what comes next.
import { clock } from './texts.js';

export class Timeline {
  constructor(root, texts) {
    this.texts = texts;
    this.instruction = root.querySelector('[data-part=instruction]');
    this.remaining = root.querySelector('[data-part=remaining]');
    this.next = root.querySelector('[data-part=next]');
    this.list = root.querySelector('[data-part=blocks]');
    this.bar = root.querySelector('[data-part=block-progress]');
    this.shape = '';
  }

  /** Shows the blocks of a state message; returns the current block's name, or '' outside of one. */
  update(state) {
    const blocks = state.blocks ?? [];
    this.#segments(blocks);
    const recording = state.state === 'recording' || (state.state === 'agent-lost' && state.recordedSeconds > 0);
    const at = recording ? currentBlock(blocks, state) : -1;
    [...this.list.children].forEach((item, index) => {
      item.className = segmentClass(index, at, recording, state, blocks);
      if (index === at) {
        item.setAttribute('aria-current', 'step');
      } else {
        item.removeAttribute('aria-current');
      }
    });
    this.#words(blocks, at, state, recording);
    return at >= 0 ? blocks[at].name : '';
  }

  #segments(blocks) {
    const shape = blocks.map((block) => `${block.name} ${block.seconds}`).join('|');
    if (shape === this.shape) {
      return;
    }
    this.shape = shape;
    this.list.replaceChildren(
      ...blocks.map((block) => {
        const item = document.createElement('li');
        item.style.flexGrow = String(block.seconds);
        const name = document.createElement('span');
        name.textContent = this.texts.annotation(block.name);
        const length = document.createElement('small');
        length.textContent = clock(block.seconds);
        item.append(name, length);
        return item;
      }),
    );
  }

  #words(blocks, at, state, recording) {
    if (at < 0) {
      const over = recording && blocks.length > 0 && state.recordedSeconds >= endOf(blocks);
      this.instruction.textContent = over ? this.texts.get('blocksDone') : this.texts.get('notStarted');
      this.remaining.textContent = '';
      this.next.textContent = over || blocks.length === 0 ? '' : this.texts.get('firstBlock', this.texts.annotation(blocks[0].name));
      this.bar.value = over ? 1 : 0;
      return;
    }
    const block = blocks[at];
    const gone = state.recordedSeconds - startOf(blocks, at);
    this.instruction.textContent = this.texts.instruction(block.name);
    this.remaining.textContent = clock(Math.ceil(Math.max(0, block.seconds - gone)));
    this.next.textContent =
      at + 1 < blocks.length ? this.texts.get('nextBlock', this.texts.annotation(blocks[at + 1].name)) : this.texts.get('lastBlock');
    this.bar.value = Math.min(1, gone / block.seconds);
  }
}

function segmentClass(index, at, recording, state, blocks) {
  if (index === at) {
    return 'block block-current';
  }
  const done = recording && state.recordedSeconds >= startOf(blocks, index) + blocks[index].seconds;
  return done ? 'block block-done' : 'block';
}

function startOf(blocks, index) {
  const stated = blocks[index].startedAtSeconds;
  if (typeof stated === 'number') {
    return stated;
  }
  return blocks.slice(0, index).reduce((sum, block) => sum + block.seconds, 0);
}

function endOf(blocks) {
  const last = blocks.length - 1;
  return startOf(blocks, last) + blocks[last].seconds;
}

function currentBlock(blocks, state) {
  if (typeof state.currentBlock === 'number') {
    return state.currentBlock < blocks.length ? state.currentBlock : -1;
  }
  return blocks.findIndex((block, i) => {
    const start = startOf(blocks, i);
    return state.recordedSeconds >= start && state.recordedSeconds < start + block.seconds;
  });
}
