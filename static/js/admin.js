// Names for what Django's own widgets make without one: the search box of a related row, and its icons.
function nameWidgets() {
  for (const box of document.querySelectorAll(".select2-selection[role=combobox]")) {
    const shown = box.querySelector("[role=textbox]");
    const label = document.querySelector(`label[for="${shown?.id.replace(/^select2-(.+)-container$/, "$1")}"]`);
    if (label) {
      label.id ||= `${label.htmlFor}_label`;
      box.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
      shown.setAttribute("aria-labelledby", label.id);
    }
  }
  for (const icon of document.querySelectorAll("span.help-tooltip[aria-label]")) icon.setAttribute("role", "img");
}

// The widgets are made at load and when jQuery is ready, in either order; what is asked for last runs last.
addEventListener("load", () => window.django?.jQuery?.(nameWidgets));
