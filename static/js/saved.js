// Says so when what is typed cannot be saved on the quiet: signed out, or no answer.
const form = document.querySelector("form[hx-post]");
const saved = document.getElementById("saved");
const say = (sentence) => { saved.textContent = sentence; };
const unanswered = () => say("Not saved: the server does not answer. What you typed is still on this page.");

saved.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.serverResponse.includes('class="quiet-save"')) return;
  event.detail.shouldSwap = false;
  say("Not saved: you are signed out. Press Continue: what you typed is kept while you sign in again.");
});
form.addEventListener("htmx:sendError", unanswered);
form.addEventListener("htmx:responseError", unanswered);
