// Saving while typing and before the page is left: says so when it cannot be.
const form = document.querySelector("form[data-quiet-save]");
const saved = document.getElementById("saved");
// Back and Forward ask for a page by its address: with the key of its form there, they find the row that it made.
if (form.dataset.key) history.replaceState(null, "", `?key=${form.dataset.key}`);
// How often something was typed; at which of these times a save was sent; up to which it is saved; and at which
// it could not be. A page that came back with errors holds words that are saved nowhere.
let typed = document.querySelector(".error-summary") ? 1 : 0;
let sent = 0;
let kept = 0;
let failed = typed;
// Whether a save is on its way; how to go on once it is there; and for what was typed the way on was held up.
let busy = false;
let onward = null;
let held = 0;

const say = (sentence) => { saved.textContent = sentence; };

// Where a save is refused the page stays, once: a second press leaves without it.
const stay = () => {
  if (!onward) return;
  onward = null;
  saved.append(" To leave without it, press again.");
  saved.scrollIntoView({ block: "nearest" });
};

const unanswered = (event) => {
  if (event.target !== form) return;
  say("Not saved: the server does not answer. What you typed is still on this page.");
  failed = sent;
  stay();
};

// A question that a change brings up comes into view, once.
let isAsked = false;
addEventListener("htmx:oobAfterSwap", () => {
  const question = form.querySelector(".other-amounts");
  if (question && !isAsked) question.scrollIntoView({ block: "nearest" });
  isAsked = Boolean(question);
});

// What was said against an answer is no longer true once all of them were looked at and saved.
const forgetErrors = () => {
  if (form.dataset.quietSave !== "whole") return;
  document.querySelector(".error-summary")?.remove();
  for (const told of form.querySelectorAll(".invalid-feedback")) told.remove();
  for (const field of form.querySelectorAll(".is-invalid, [aria-invalid]")) {
    field.classList.remove("is-invalid");
    field.removeAttribute("aria-invalid");
  }
};

form.addEventListener("input", () => { typed += 1; });
// A file that is downloaded saves nothing.
form.addEventListener("submit", (event) => { if (!("download" in (event.submitter?.dataset ?? {}))) kept = typed; });
// What is saved, or on its way, is not sent twice.
form.addEventListener("htmx:confirm", (event) => {
  if (event.target === form && (kept >= typed || (busy && sent === typed))) event.preventDefault();
});
form.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target !== form) return;
  sent = typed;
  busy = true;
});
form.addEventListener("htmx:afterRequest", (event) => {
  if (event.target !== form) return;
  const { successful, xhr } = event.detail;
  busy = false;
  // A page that has made a row goes on as the page of that row: sent again or loaded anew it makes no second.
  const row = xhr.getResponseHeader("Content-Location");
  if (row) history.replaceState(null, "", row);
  if (successful && xhr.responseText.includes("data-saved")) {
    kept = Math.max(kept, sent);
    forgetErrors();
    if (kept >= typed) onward?.();
  } else if (successful) {
    failed = sent;
    stay();
  }
});
form.addEventListener("htmx:sendError", unanswered);
form.addEventListener("htmx:responseError", unanswered);
saved.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.serverResponse.includes('class="quiet-save"')) return;
  event.detail.shouldSwap = false;
  const button = form.querySelector("button[type=submit]").textContent;
  say(`Not saved: you are signed out. Press ${button}: what you typed is kept while you sign in again.`);
});

// The next page must not be asked for before the save is there: it would show what was saved before.
const hold = (event, go) => {
  if (event.defaultPrevented || kept >= typed || held === typed) return;
  event.preventDefault();
  held = typed;
  onward = () => { onward = null; go(); };
  htmx.trigger(form, "leave");
};
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || link.target || link.hasAttribute("download") || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.hash && link.pathname === location.pathname) return;
  hold(event, () => link.click());
});
document.addEventListener("submit", (event) => {
  if (event.target !== form) hold(event, () => event.target.requestSubmit(event.submitter));
});
// The way back of the browser can be asked about, not held: only where the words would go.
addEventListener("beforeunload", (event) => {
  const complete = form.dataset.quietSave !== "whole" || form.checkValidity();
  if (kept < typed && held !== typed && (failed === typed || !complete)) event.preventDefault();
});
addEventListener("pagehide", () => {
  if (kept >= typed) return;
  const left = new FormData(form);
  left.set("quiet", "yes");
  if (!navigator.sendBeacon(form.action, left)) return;
  kept = typed;
  sessionStorage.setItem("left", "yes");
});
