// The part of the page that changes by itself: asked for once a second, and changed only where it differs.

const EVERY_MILLIS = 1000;
const LONGEST_WAIT_MILLIS = 10000;

export class Board {
  /** path answers with the part's HTML; stale(yes) hears whether what is shown may be old. */
  constructor(element, path, stale) {
    this.element = element;
    this.path = path;
    this.stale = stale;
    this.wait = EVERY_MILLIS;
    this.shown = '';
    document.addEventListener('visibilitychange', () => document.hidden || this.now());
    this.#later();
  }

  /** Asks at once, for example after an act. */
  now() {
    clearTimeout(this.timer);
    return this.#ask();
  }

  #later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(), this.wait);
  }

  // One question at a time; nobody looks at a hidden page.
  async #ask() {
    if (document.hidden || this.asking) {
      this.#later();
      return;
    }
    this.asking = true;
    try {
      const answer = await fetch(this.path, {
        credentials: 'same-origin',
        redirect: 'manual',
        cache: 'no-store',
        headers: { 'X-Asked-By': 'timer' },
      });
      if (answer.type === 'opaqueredirect') {
        location.reload();
        return;
      }
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      this.#show(await answer.text());
      this.wait = EVERY_MILLIS;
      this.stale(false);
    } catch {
      this.wait = Math.min(LONGEST_WAIT_MILLIS, this.wait * 2);
      this.stale(true);
    } finally {
      this.asking = false;
      this.#later();
    }
  }

  #show(html) {
    if (html !== this.shown) {
      this.shown = html;
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      const focused = document.activeElement;
      change(this.element, parsed.body);
      if (focused !== document.activeElement && this.element.contains(focused)) {
        focused.focus({ preventScroll: true });
      }
    }
  }
}

/** Makes the keyed children of one element those of another: what is the same stays, with focus and all. */
function change(now, then) {
  const known = new Map([...now.children].map((child) => [child.dataset.key, child]));
  let place = now.firstElementChild;
  for (const wanted of [...then.children]) {
    const same = known.get(wanted.dataset.key);
    if (same && same.nodeName === wanted.nodeName) {
      known.delete(wanted.dataset.key);
      if (!same.isEqualNode(wanted)) {
        alter(same, wanted);
      }
      if (same === place) {
        place = place.nextElementSibling;
      } else {
        now.insertBefore(same, place);
      }
    } else {
      now.insertBefore(document.adoptNode(wanted), place);
    }
  }
  known.forEach((gone) => gone.remove());
}

function alter(same, wanted) {
  if (wanted.querySelector('[data-key]')) {
    change(same, wanted);
  } else if (same.nodeName === 'TR' && same.children.length === wanted.children.length) {
    [...wanted.children].forEach((cell, index) => {
      if (!same.children[index].isEqualNode(cell)) {
        same.children[index].replaceWith(document.adoptNode(cell));
      }
    });
  } else {
    const open = same.open;
    same.replaceChildren(...[...wanted.childNodes].map((node) => document.adoptNode(node)));
    same.open = open;
  }
}
