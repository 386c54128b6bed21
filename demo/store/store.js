// The shop works without this file.

const script = document.currentScript;

// An impatient second click must not send a form twice.
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    const button = event.submitter;
    if (button?.dataset.busy) {
      button.setAttribute('aria-disabled', 'true');
      button.textContent = button.dataset.busy;
    }
  });
}

// A page taken from the back/forward cache may be sent again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});

// What the widgets did, for the merchant panel: only where the shopper has allowed it.
const widgets = document.querySelector('script[data-order]');
if (script.dataset.statistics === 'yes' && widgets) {
  const kNames = [
    'error',
    'offer-shown',
    'offer-none',
    'offer-accepted',
    'offer-declined',
    'offer-failed',
    'tracking-updated',
    'review-asked',
    'review-quiet',
    'review-sent',
  ];
  const kWaitMs = 1000;
  let waiting = [];

  const send = () => {
    const events = waiting;
    waiting = [];
    if (events.length === 0) return;
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${widgets.dataset.order}`,
    };
    const body = JSON.stringify({ events });
    const request = { method: 'POST', headers, body, keepalive: true };
    fetch(`${widgets.dataset.api}/events`, request).catch(() => {});
  };
  for (const name of kNames) {
    document.addEventListener(`postlude:${name}`, (event) => {
      if (waiting.length === 0) setTimeout(send, kWaitMs);
      waiting.push({ id: crypto.randomUUID(), name, at_ms: Date.now(), data: event.detail ?? {} });
    });
  }
  window.addEventListener('pagehide', send);
}
