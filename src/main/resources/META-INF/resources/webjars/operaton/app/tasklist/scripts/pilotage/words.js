// The person's language and our texts in it, from the server's message files.
import { ask } from "./server.js";

const fromServer = await ask("/api/tasklist/words").catch(() => null);

/** "en" or "de": the language of the pages, chosen there or by the browser. */
export const language = fromServer?.language ?? "en";

/** The text of a message key; {0}, {1} … are replaced. An unknown key speaks for itself. */
export function word(key, ...values) {
  const text = fromServer?.words[key] ?? key.split(".").pop();
  return text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");
}

/** Date and time as people of that language write them. */
export function moment(iso) {
  return iso ? new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso)) : "";
}

/** All texts whose key starts with the prefix, by the rest of the key. */
export function wordsBelow(prefix) {
  return Object.fromEntries(Object.entries(fromServer?.words ?? {})
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, text]) => [key.slice(prefix.length), text]));
}
