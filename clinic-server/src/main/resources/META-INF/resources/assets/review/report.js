// The reviewer's side of a report: words are saved on request, a signature asks for the password once more.
// Every text shown here comes from data attributes that the server rendered in the reader's language.

const panel = document.querySelector("[data-review]");
if (panel) {
  review(panel);
}

function review(panel) {
  const text = panel.querySelector("[data-impression]");
  const status = panel.querySelector("[data-status]");
  const counter = panel.querySelector("[data-counter]");
  const saveButton = panel.querySelector("[data-save]");
  const signButton = panel.querySelector("[data-open-sign]");
  const dialog = document.querySelector("[data-sign-dialog]");
  const form = dialog.querySelector("form");
  const password = dialog.querySelector("[data-password]");
  const problem = dialog.querySelector("[data-problem]");
  const confirm = dialog.querySelector("[data-confirm]");
  const words = panel.dataset;
  let revision = Number(words.revision);
  let savedText = text.value;
  let busy = false;
  let leaving = false;

  const changed = () => text.value !== savedText;

  function showCounter() {
    counter.textContent = words.characters
      .replace("%count%", String(text.value.trim().length))
      .replace("%longest%", String(text.maxLength));
  }

  function say(kind, sentence) {
    status.dataset.kind = kind;
    status.textContent = sentence;
  }

  function showChange() {
    showCounter();
    saveButton.disabled = busy || !changed();
    if (changed()) {
      say("unsaved", words.unsaved);
    } else if (status.dataset.kind === "unsaved") {
      say("saved", words.saved);
    }
  }

  async function post(url, body) {
    busy = true;
    signButton.disabled = true;
    try {
      const answer = await fetch(url, {
        method: "POST",
        redirect: "manual",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json",
          "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content,
        },
        body: JSON.stringify(body),
      });
      if (answer.type === "opaqueredirect" || answer.status === 401) {
        return { outcome: "signed-out", sentence: words.signedOut };
      }
      return await answer.json();
    } catch {
      return { outcome: "away", sentence: words.away };
    } finally {
      busy = false;
      signButton.disabled = false;
    }
  }

  async function save() {
    if (busy || !changed()) {
      return;
    }
    const sent = text.value;
    saveButton.disabled = true;
    say("saving", words.saving);
    const answer = await post(words.impressionUrl, { revision, text: sent });
    if (answer.outcome === "saved") {
      revision = answer.revision;
      savedText = sent;
      say("saved", answer.sentence);
      await showSavedDocument();
    } else {
      say("problem", answer.sentence);
    }
    saveButton.disabled = !changed();
    if (changed() && answer.outcome === "saved") {
      showChange();
    }
  }

  // The document beside the editor is made by the server; it is fetched again so that both say the same.
  async function showSavedDocument() {
    try {
      const answer = await fetch(window.location.pathname, { headers: { Accept: "text/html" }, redirect: "error" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of [".review-document", ".review-history"]) {
        const now = fresh.querySelector(part);
        if (now) {
          document.querySelector(part).replaceWith(document.adoptNode(now));
        }
      }
    } catch {
      // The words are saved; what is shown beside them is at worst one revision old.
    }
  }

  function showProblem(sentence) {
    problem.textContent = sentence;
    problem.hidden = sentence === "";
  }

  function openSign() {
    if (busy) {
      return;
    }
    showProblem("");
    password.value = "";
    dialog.querySelector("[data-preview]").textContent = text.value.trim();
    dialog.showModal();
    password.focus();
  }

  async function sign(event) {
    event.preventDefault();
    if (busy) {
      return;
    }
    confirm.disabled = true;
    const label = confirm.textContent;
    confirm.textContent = words.signing;
    showProblem("");
    const answer = await post(words.signUrl, { revision, text: text.value, password: password.value });
    confirm.disabled = false;
    confirm.textContent = label;
    password.value = "";
    if (answer.outcome === "signed") {
      leaving = true;
      window.location.reload();
      return;
    }
    showProblem(answer.sentence);
    password.focus();
  }

  text.addEventListener("input", showChange);
  saveButton.addEventListener("click", save);
  signButton.addEventListener("click", openSign);
  form.addEventListener("submit", sign);
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => signButton.focus());

  document.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (command && !event.shiftKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    } else if (command && event.shiftKey && event.key.toLowerCase() === "s" && !dialog.open) {
      event.preventDefault();
      openSign();
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (changed() && !leaving) {
      event.preventDefault();
    }
  });

  showCounter();
  saveButton.disabled = true;
}
