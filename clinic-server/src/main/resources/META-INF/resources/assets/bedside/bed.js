// The bed picker: takes the bed for the order and goes on to the session's page.
import { Server } from './server.js';
import { Texts } from './texts.js';

const form = document.getElementById('bed-form');
const error = form.querySelector('[data-part=error]');
const onward = form.querySelector('[data-part=continue]');
const button = form.querySelector('button[type=submit]');
const texts = new Texts(document.getElementById('bedside-texts'));
const server = new Server(texts);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const choice = new FormData(form);
  if (!choice.get('bed')) {
    say(texts.get('chooseBed'));
    return;
  }
  button.disabled = true;
  try {
    const session = await server.post('/api/sessions', {
      orderId: form.dataset.order,
      bedId: choice.get('bed'),
      variant: choice.get('variant'),
    });
    location.assign(`/sessions/${session.id}`);
  } catch (refused) {
    button.disabled = false;
    say(refused.message);
    offer(refused.facts);
  }
});

function say(sentence) {
  error.textContent = sentence;
  error.hidden = false;
}

/** Another session is in the way: its page is one step away. */
function offer(facts) {
  onward.hidden = !facts?.sessionId;
  if (facts?.sessionId) {
    onward.href = `/sessions/${facts.sessionId}`;
  }
}
