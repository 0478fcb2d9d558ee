// What is decided is signed. The refusal names the page on which a person confirms that it is they: here it becomes a
// link into a window of its own, so that everything typed stays, and the sentence changes when it is confirmed.
import { element } from "./elements.js";
import { root } from "./server.js";
import { word } from "./words.js";

const COMPLETE = ".form-actions .btn-primary, .modal-footer .btn-primary";
const PLACE = /\/signing\/([\w-]+)/;

export function leadToSigning(body) {
  new MutationObserver(() => body.querySelectorAll("[notifications-panel] .message").forEach(link))
    .observe(body, { childList: true, characterData: true, subtree: true });
  new BroadcastChannel("pilotage-signing").onmessage = ({ data }) => tell(body, data);
}

function link(message) {
  const text = [...message.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && PLACE.test(node.data));
  if (!text) return;
  const [place, task] = PLACE.exec(text.data);
  const [before, after] = text.data.split(place);
  const way = element("a", { href: root + place, "data-signing": task, onclick: open }, word("tasklist.sign"));
  text.replaceWith(before, way, after);
}

/** Opened by a script, the window may close itself. */
function open(event) {
  event.preventDefault();
  window.open(event.currentTarget.href);
}

function tell(body, task) {
  const signing = body.querySelector(`[data-signing="${CSS.escape(task)}"]`);
  const panel = signing?.closest(".alert");
  if (!panel) return;
  panel.classList.replace("alert-danger", "alert-success");
  panel.querySelectorAll("strong").forEach((title) => (title.hidden = true));
  signing.closest(".message").textContent = word("tasklist.signed");
  body.addEventListener("click", function close(event) {
    if (!event.target.closest(COMPLETE)) return;
    body.removeEventListener("click", close, true);
    panel.querySelector("[ng-click^=removeNotification]")?.click();
  }, true);
}
