// The form viewer speaks English only. What it says by itself, not what the form says, is replaced here.
import { wordsBelow } from "./words.js";

/** The viewer's sentences by message key; what the brackets catch goes into {0}, {1}. */
const SENTENCES = {
  required: /^Field is required\.$/,
  minLength: /^Field must have minimum length of (.+)\.$/,
  maxLength: /^Field must have maximum length of (.+)\.$/,
  min: /^Field must have minimum value of (.+)\.$/,
  max: /^Field must have maximum value of (.+)\.$/,
  pattern: /^Field must match pattern (.+)\.$/,
  number: /^Value is not a number\.$/,
  integer: /^Value is expected to be an integer\.$/,
  decimals: /^Value is expected to have at most (\d+) decimal digits?\.$/,
  nothing: /^Nothing to show\.$/,
  noResults: /^No results$/,
  allSelected: /^All values selected$/,
  select: /^Select$/,
  search: /^Search$/,
};

const words = wordsBelow("tasklist.form.");

export function translateForms(root) {
  document.documentElement.style.setProperty("--pilotage-required", JSON.stringify(words.requiredHint ?? ""));
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const place = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      if (place?.closest(".fjs-container")) (addedNodes.length ? addedNodes : [target]).forEach(translate);
    }
  }).observe(root, { childList: true, characterData: true, subtree: true });
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const sentence = translated(node.data);
    if (sentence && sentence !== node.data) node.data = sentence;
  } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches("label, textarea, .fjs-form-field-text")) {
    const placeholder = node.getAttribute("placeholder");
    if (placeholder && translated(placeholder)) node.setAttribute("placeholder", translated(placeholder));
    node.childNodes.forEach(translate);
    nameCells(node.matches(".fjs-table-td") ? node.closest("table") : node);
  }
}

/** On a phone a table's rows are cards, and each cell says its head. */
function nameCells(node) {
  for (const table of node.matches("table") ? [node] : node.querySelectorAll(".fjs-table")) {
    const heads = [...table.querySelectorAll("th")].map((head) => head.textContent);
    for (const row of table.tBodies[0]?.rows ?? []) {
      [...row.cells].forEach((cell, column) => (cell.dataset.label = heads[column] ?? ""));
    }
  }
}

function translated(text) {
  for (const [key, sentence] of Object.entries(SENTENCES)) {
    const found = sentence.exec(text);
    if (found) return words[key]?.replace(/\{(\d)\}/g, (_, index) => found[Number(index) + 1]);
  }
  return undefined;
}
