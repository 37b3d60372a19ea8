// Asks for the next words while somebody writes. Without it the form does the same, by its button.
(() => {
  'use strict';
  const form = document.getElementById('composer');
  const text = document.getElementById('prefix');
  const live = document.getElementById('live');
  const status = document.getElementById('live-status');
  const PAUSE = 120;
  const LONGEST = 4000;
  let timer = 0;
  let asked = null;

  document.getElementById('how').textContent =
    'Next words appear below as you write; Alt and a number takes one.';
  text.addEventListener('input', () => {
    clear();
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  text.addEventListener('keydown', event => {
    const wanted = event.altKey && live.children[Number(event.key) - 1];
    if (wanted) {
      event.preventDefault();
      wanted.click();
    }
  });

  function clear() {
    live.replaceChildren();
    live.hidden = true;
    status.textContent = '';
    if (asked) {
      asked.abort();
    }
  }

  function send(path, values, signal) {
    const body = new URLSearchParams({ _csrf: form.elements._csrf.value, ...values });
    return fetch(path, { method: 'POST', body, signal, redirect: 'manual' });
  }

  async function ask() {
    const typed = text.value.slice(0, text.selectionEnd);
    if (!typed.trim() || typed.length > LONGEST || text.selectionEnd < text.value.length) {
      return;
    }
    asked = new AbortController();
    try {
      const values = { kind: 'complete', category: form.elements.category.value, text: typed };
      const answer = await send(form.dataset.live, values, asked.signal);
      if (answer.ok) {
        show((await answer.json()).suggestions);
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        status.textContent = 'Suggestions cannot be reached; writing goes on.';
      }
    }
  }

  function show(suggestions) {
    live.replaceChildren(...suggestions.map((suggestion, at) => {
      const button = document.createElement('button');
      const key = document.createElement('kbd');
      button.type = 'button';
      key.textContent = 'Alt+' + (at + 1);
      button.append(key, suggestion.text.trim());
      button.addEventListener('click', () => take(suggestion));
      return button;
    }));
    live.hidden = suggestions.length === 0;
    status.textContent =
      suggestions.length === 0 ? 'No suggestion here.' : suggestions.length + ' suggested by AI';
  }

  function take(suggestion) {
    text.value += suggestion.text;
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
    clear();
    send(form.dataset.decide, { id: suggestion.id, decision: 'accept', text: suggestion.text });
    timer = setTimeout(ask, PAUSE);
  }
})();
