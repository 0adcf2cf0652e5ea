// Saving while typing: says so when it cannot be, and sends what is left when a page that asks for it is closed.
const form = document.querySelector("form[data-quiet-save]");
const saved = document.getElementById("saved");
let left = false;

const say = (sentence) => { saved.textContent = sentence; };
const unanswered = (event) => {
  if (event.target !== form) return;
  left = true;
  say("Not saved: the server does not answer. What you typed is still on this page.");
};

form.addEventListener("input", () => { left = true; });
form.addEventListener("submit", () => { left = false; });
form.addEventListener("htmx:beforeRequest", (event) => { if (event.target === form) left = false; });
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
    if (left) navigator.sendBeacon(form.action, new FormData(form));
  });
}
