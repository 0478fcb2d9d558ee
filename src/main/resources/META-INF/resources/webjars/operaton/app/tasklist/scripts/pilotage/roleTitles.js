// Beside a task the task list writes the code of the role that has it. People know the role by its title.
import { wordsBelow } from "./words.js";

const titles = wordsBelow("role.");

export function nameRoles(root) {
  new MutationObserver(() => root.querySelectorAll(".meta .groups a").forEach(name))
    .observe(root, { childList: true, characterData: true, subtree: true });
}

/** Changes the text in its place: the task list goes on writing there. */
function name({ firstChild: text }) {
  if (text?.nodeType !== Node.TEXT_NODE) return;
  const named = text.data.trim().split(", ").map((code) => titles[code] ?? code).join(", ");
  if (named !== text.data.trim()) text.data = named;
}
