// After the recording: sealing, scoring and drafting happen on the server; this page tells how far they are.

const STAGES = ['sealing', 'scoring', 'drafting'];
const POLL_MILLIS = 600;

export class Progress {
  /** reached(stage) hears every stage that the server tells. */
  constructor(root, server, texts, sessionId, reached) {
    this.reached = reached;
    this.root = root;
    this.server = server;
    this.texts = texts;
    this.path = `/api/sessions/${sessionId}/progress`;
    this.bar = root.querySelector('progress');
    this.sentence = root.querySelector('[data-part=sentence]');
    this.steps = root.querySelector('[data-part=steps]');
    this.done = root.querySelector('[data-part=done]');
    this.report = root.querySelector('[data-part=report]');
    this.running = false;
  }

  start() {
    if (!this.running) {
      this.running = true;
      this.#poll();
    }
  }

  async #poll() {
    try {
      const progress = await this.server.get(this.path);
      this.#show(progress);
      if (['done', 'refused', 'failed'].includes(progress.stage)) {
        return;
      }
    } catch (refused) {
      this.#say(refused.message);
    }
    setTimeout(() => this.#poll(), POLL_MILLIS);
  }

  #show(progress) {
    const at = STAGES.indexOf(progress.stage);
    const over = at < 0;
    this.root.dataset.stage = progress.stage;
    this.reached(progress.stage);
    this.bar.value = over ? 100 : progress.percent;
    this.bar.hidden = progress.stage === 'failed';
    [...this.steps.children].forEach((step, index) => {
      const done = progress.stage === 'done' || progress.stage === 'refused' || (!over && index < at);
      step.className = done ? 'step step-done' : index === at ? 'step step-now' : 'step';
      step.toggleAttribute('aria-current', index === at);
    });
    this.#say(progress.sentence || this.texts.get(`stage${progress.stage[0].toUpperCase()}${progress.stage.slice(1)}`));
    this.done.hidden = !over;
    if (progress.reportId && this.report) {
      this.report.href = `/reports/${progress.reportId}`;
      this.report.hidden = false;
    }
  }

  #say(text) {
    if (this.sentence.textContent !== text) {
      this.sentence.textContent = text;
    }
  }
}
