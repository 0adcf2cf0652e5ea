// A page from before a save is loaded once more: one that the browser kept as it was, and one that was asked for
// before the page that was left could send what was typed there. That is on its way by now, and needs a moment.
const MOMENT = 300;

const isTyped = () => [...document.querySelectorAll("input, textarea")].some(
  (field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked,
);

addEventListener("pageshow", ({ persisted }) => {
  const left = sessionStorage.getItem("left");
  sessionStorage.removeItem("left");
  // By a link it is sent before the page is left; Back and Forward do not wait.
  const [way] = performance.getEntriesByType("navigation");
  if (!persisted && !(left && way?.type === "back_forward")) return;
  setTimeout(() => { if (!isTyped()) location.reload(); }, left ? MOMENT : 0);
});

// A page that answers a form cannot be shown once more when somebody comes back to it. As it is left it becomes the page
// of its address, which shows what is saved; until then a reload keeps the words.
const leave = (event, there) => {
  if (!event.defaultPrevented && there && !there.target) history.replaceState(history.state, "", location.href);
};
if ("answersForm" in document.body.dataset) {
  addEventListener("submit", (event) => leave(event, event.target));
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]:not([href^='#'], [download])");
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) leave(event, link);
  });
}
