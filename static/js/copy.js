// Copies a message. A draft is checked first, and stays here while the check blocks it and no reason is written.
const button = document.querySelector("[data-copy]");
const source = document.getElementById(button.dataset.copy);
const status = document.getElementById("copied");
const findings = document.getElementById("findings");
const override = document.getElementById("id_override");
const preferred = document.getElementById("id_preferred");
const signature = document.getElementById("id_signature");
const typed = () => source.value ?? source.textContent;
const whole = () => (signature?.value ? `${typed().trimEnd()}\n${signature.value}` : typed());
const state = () => `${preferred?.checked} ${typed()}`;
let asked = state();
let checked = asked;
let waiting = false;

const say = (sentence) => { status.textContent = sentence; };

const copy = async () => {
  if (findings?.querySelector("[data-blocks]") && !override.value.trim()) {
    say("The check blocks this text. Change it, or write why it goes out as it is.");
    override.focus();
    return;
  }
  try {
    await navigator.clipboard.writeText(whole());
    say("Copied.");
  } catch {
    getSelection().selectAllChildren(source);
    source.select?.();
    say("Selected. Copy it with your keyboard.");
  }
};

const unanswered = () => {
  waiting = false;
  say("The check does not answer; you may be signed out. Keep a copy of your text before you reload.");
};

button.hidden = false;
button.addEventListener("click", () => {
  if (!findings || checked === state()) {
    copy();
    return;
  }
  waiting = true;
  say("Checking it first …");
  htmx.trigger(source, "check");
});

if (findings) {
  source.addEventListener("htmx:beforeRequest", () => { asked = state(); });
  findings.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.serverResponse.includes('class="findings"')) return;
    event.detail.shouldSwap = false;
    unanswered();
  });
  findings.addEventListener("htmx:afterSwap", () => {
    checked = asked;
    say("");
    if (waiting) copy();
    waiting = false;
  });
  source.addEventListener("htmx:sendError", unanswered);
  source.addEventListener("htmx:responseError", unanswered);
}

for (const insert of document.querySelectorAll("[data-insert]")) {
  insert.hidden = false;
  insert.addEventListener("click", () => {
    source.setRangeText(insert.dataset.insert, source.selectionStart, source.selectionEnd, "end");
    source.focus();
    source.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
