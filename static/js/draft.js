// The quiet save of a draft: says so when it cannot be saved, and sends what is left when the page is closed.
const form = document.getElementById("draft-form");
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
  say("Not saved: you are signed out. Press Save: what you typed is kept while you sign in again.");
});
addEventListener("pagehide", () => {
  if (left) navigator.sendBeacon(form.action, new FormData(form));
});
