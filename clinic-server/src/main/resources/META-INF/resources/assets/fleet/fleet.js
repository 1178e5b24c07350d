// The administrator's page of beds: keeps itself up to date, adds beds, enrols agents, shows a secret once.
import { Board } from './board.js';

const texts = document.getElementById('fleet-texts').dataset;
const token = document.querySelector('meta[name=csrf-token]').content;
const stale = document.querySelector('[data-part=stale]');
const boardElement = document.querySelector('[data-part=board]');
const board = new Board(boardElement, '/fleet/board', (yes) => (stale.hidden = !yes));
const dialog = (name) => document.querySelector(`[data-dialog=${name}]`);

class Refused extends Error {}

async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token, Accept: 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refused(texts.unreachable);
  }
  const told = (answer.headers.get('Content-Type') ?? '').includes('json') ? await answer.json() : {};
  if (!answer.ok) {
    throw new Refused(told.sentence ?? texts.unexpected.replace('%1', String(answer.status)));
  }
  return told;
}

/** One press, one request; what is refused is said in the form. */
async function once(form, act) {
  const buttons = [...form.querySelectorAll('button:not([data-close])')];
  const problem = form.querySelector('[data-part=problem]');
  buttons.forEach((button) => (button.disabled = true));
  try {
    await act();
    problem.hidden = true;
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    problem.textContent = refused.message;
    problem.hidden = false;
  } finally {
    buttons.forEach((button) => (button.disabled = false));
    board.now();
  }
}

function open(name) {
  const opened = dialog(name);
  const problem = opened.querySelector('[data-part=problem]');
  if (problem) {
    problem.hidden = true;
  }
  opened.showModal();
  return opened;
}

async function enrol(bedId, agentId) {
  showSecret(await post(`/api/fleet/beds/${bedId}/agent`, agentId ? { agentId } : {}));
}

let secretFile = '';

function showSecret(enrolled) {
  const shown = open('secret');
  const part = (name) => shown.querySelector(`[data-part=${name}]`);
  part('bed').textContent = enrolled.name;
  part('secret').textContent = enrolled.secret;
  part('command').textContent = enrolled.command;
  part('name').textContent = enrolled.secretFile;
  part('tls').hidden = !enrolled.command.includes('--tls-trust');
  secretFile = URL.createObjectURL(new Blob([`${enrolled.secret}\n`], { type: 'text/plain' }));
  part('file').href = secretFile;
  part('file').download = enrolled.secretFile;
}

// What was shown once is nowhere on the page afterwards.
dialog('secret').addEventListener('close', () => {
  const shown = dialog('secret');
  shown.querySelector('[data-part=secret]').textContent = '';
  shown.querySelector('[data-part=file]').removeAttribute('href');
  URL.revokeObjectURL(secretFile);
});
// Escape is too easily pressed for something that is shown only once.
dialog('secret').addEventListener('cancel', (event) => event.preventDefault());

const addForm = document.querySelector('[data-form=add]');
let added;

document.querySelector('[data-open=add]').addEventListener('click', () => {
  added = undefined;
  addForm.reset();
  addForm.elements.name.readOnly = false;
  open('add');
});

// A bed whose agent was refused is there already: the second try enrols its agent only.
addForm.addEventListener('submit', (event) => {
  event.preventDefault();
  once(addForm, async () => {
    added ??= await post('/api/fleet/beds', { name: addForm.elements.name.value });
    addForm.elements.name.readOnly = true;
    await enrol(added.bedId, addForm.elements.agentId.value.trim());
    dialog('add').close();
  });
});

const manageForm = document.querySelector('[data-form=manage]');
let managed = '';

function manage(button) {
  managed = button.dataset.manage;
  manageForm.querySelector('[data-part=bed]').textContent = button.dataset.name;
  manageForm.elements.agentId.value = button.dataset.agent;
  const enrolButton = manageForm.querySelector('[data-part=enrol]');
  enrolButton.textContent = button.dataset.agent ? enrolButton.dataset.anew : enrolButton.dataset.new;
  open('manage');
}

manageForm.addEventListener('submit', (event) => {
  event.preventDefault();
  once(manageForm, async () => {
    await enrol(managed, manageForm.elements.agentId.value.trim());
    dialog('manage').close();
  });
});

manageForm.querySelector('[data-part=retire]').addEventListener('click', () =>
  once(manageForm, async () => {
    await post(`/api/fleet/beds/${managed}/retire`, {});
    dialog('manage').close();
  }),
);

boardElement.addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.manage) {
    manage(button);
  } else if (button?.dataset.reinstate) {
    button.disabled = true;
    await post(`/api/fleet/beds/${button.dataset.reinstate}/reinstate`, {}).catch(() => (stale.hidden = false));
    board.now();
  }
});

for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => button.closest('dialog').close());
}

for (const button of document.querySelectorAll('[data-copy]')) {
  const usual = button.textContent;
  button.addEventListener('click', async () => {
    const text = button.closest('dialog').querySelector(`[data-part=${button.dataset.copy}]`);
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = texts.copied;
      setTimeout(() => (button.textContent = usual), 2000);
    } catch {
      // Without the clipboard the text is selected, to be copied by hand.
      getSelection().selectAllChildren(text);
    }
  });
}
