// Single-key shortcuts. They can be switched off (WCAG 2.1.4) and never act while somebody types.

const STORAGE_KEY = 'neuroward.shortcuts';

export class Keys {
  /** acts: key (as in KeyboardEvent.key, letters in lower case) → function. */
  constructor(acts, checkbox, storage) {
    this.acts = acts;
    checkbox.checked = storage.getItem(STORAGE_KEY) !== 'off';
    checkbox.addEventListener('change', () => storage.setItem(STORAGE_KEY, checkbox.checked ? 'on' : 'off'));
    document.addEventListener('keydown', (event) => {
      if (checkbox.checked) {
        this.#pressed(event);
      }
    });
  }

  #pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) {
      return;
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = this.acts[key];
    if (act && !usesKey(event.target, key)) {
      event.preventDefault();
      if (!event.repeat || key.startsWith('Arrow')) {
        act();
      }
    }
  }
}

/** Whether the focused control needs the key for itself: F-keys pass everywhere, Space belongs to a focused button. */
function usesKey(target, key) {
  if (/^F\d/.test(key)) {
    return false;
  }
  if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) {
    return true;
  }
  return key === ' ' && target.closest('button, a, summary, input') !== null;
}
