// The event lane under the traces: flags that stand where their instant stands in the sweep.

export class EventLane {
  constructor(host, view) {
    this.host = host;
    this.view = view;
    this.flags = [];
  }

  add(seconds, text, kind) {
    const element = document.createElement('span');
    element.className = `flag flag-${kind}`;
    element.textContent = text;
    element.hidden = true;
    this.host.append(element);
    this.flags.push({ seconds, element });
  }

  clear() {
    this.flags = [];
    this.host.replaceChildren();
  }

  /** A flag appears when the sweep reaches its instant and goes when the sweep has come round to it again. */
  update() {
    const page = this.view.page;
    const head = this.view.clock.headSeconds;
    if (page.width === 0) {
      return;
    }
    const oldest = head - page.seconds;
    while (this.flags.length > 0 && this.flags[0].seconds <= oldest) {
      this.flags.shift().element.remove();
    }
    for (const flag of this.flags) {
      flag.element.hidden = flag.seconds > head;
      flag.element.style.left = `${page.x(flag.seconds) / page.ratio}px`;
    }
  }
}
