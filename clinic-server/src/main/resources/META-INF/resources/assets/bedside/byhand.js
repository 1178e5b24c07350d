// Ends a session whose bed does not come back; a person says why.

export class EndByHand {
  /** ended() is called when the server has ended the session. */
  constructor(root, server, sessionId, ended) {
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    this.server = server;
    this.path = `/api/sessions/${sessionId}/end-by-hand`;
    this.ended = ended;
    this.button = part('by-hand-open');
    this.dialog = part('by-hand');
    this.form = part('by-hand-form');
    this.confirm = part('by-hand-confirm');
    this.error = part('by-hand-error');
    this.button.addEventListener('click', () => this.#open());
    part('by-hand-back').addEventListener('click', () => this.dialog.close());
    this.form.addEventListener('submit', (event) => this.#end(event));
  }

  /** Offered only while the bed of a begun recording is away. */
  offer(yes) {
    this.button.hidden = !yes;
    if (!yes && this.dialog.open) {
      this.dialog.close();
    }
  }

  #open() {
    this.error.hidden = true;
    this.form.reset();
    this.dialog.showModal();
  }

  async #end(event) {
    event.preventDefault();
    this.confirm.disabled = true;
    try {
      const status = await this.server.post(this.path, { reason: this.form.elements.reason.value });
      this.dialog.close();
      this.ended(status);
    } catch (refused) {
      this.error.textContent = refused.message;
      this.error.hidden = false;
    } finally {
      this.confirm.disabled = false;
    }
  }
}
