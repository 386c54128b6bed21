// The shop works without this file. It only keeps an impatient second click from sending a form twice.
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
