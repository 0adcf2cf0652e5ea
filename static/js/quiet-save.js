// Saving while typing: says so when it cannot be, and sends what is left when a page that asks for it is closed.
const form = document.querySelector("form[data-quiet-save]");
const saved = document.getElementById("saved");
// How often something was typed; at which of these times a save was sent; and up to which it is saved.
let typed = 0;
let sent = 0;
let kept = 0;

const say = (sentence) => { saved.textContent = sentence; };
const unanswered = (event) => {
  if (event.target !== form) return;
  say("Not saved: the server does not answer. What you typed is still on this page.");
};

form.addEventListener("input", () => { typed += 1; });
// A file that is downloaded saves nothing.
form.addEventListener("submit", (event) => { if (!("download" in (event.submitter?.dataset ?? {}))) kept = typed; });
form.addEventListener("htmx:beforeRequest", (event) => { if (event.target === form) sent = typed; });
form.addEventListener("htmx:afterRequest", (event) => {
  if (event.target === form && event.detail.successful) kept = Math.max(kept, sent);
});
form.addEventListener("htmx:sendError", unanswered);
form.addEventListener("htmx:responseError", unanswered);
saved.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.serverResponse.includes('class="quiet-save"')) return;
  event.detail.shouldSwap = false;
  const button = form.querySelector("button[type=submit]").textContent;
  say(`Not saved: you are signed out. Press ${button}: what you typed is kept while you sign in again.`);
});
if (form.dataset.quietSave === "and-on-leaving") {
  addEventListener("pagehide", () => {
    if (kept < typed) navigator.sendBeacon(form.action, new FormData(form));
  });
}
