// Small additions: what a card shows, our pages in the header, and the way back on a phone.
import { badge, element } from "./elements.js";
import { root } from "./server.js";
import { word } from "./words.js";

/** On a card: the pilot, its phase and its tier, from the variable "title · key · phase · tier". */
export const taskCard = {
  id: "pilotage-card",
  pluginPoint: "tasklist.card",
  priority: 300,
  render(node, _, scope) {
    const variables = Object.fromEntries((scope.task._embedded.variable ?? []).map(({ name, value }) => [name, value]));
    const [title, key, phase, tier] = (variables.pilot ?? "").split(" · ");
    node.classList.add("pilotage-card");
    node.append(
      element("span.pilotage-card__title", {}, title),
      element("span.pilotage-badges", {},
        badge("key", key, key) ?? "",
        badge("phase", phase, word(`phase.${phase}`)) ?? "",
        badge(tier, tier, word(`tier.${tier}`)) ?? ""),
    );
  },
};

/** In the header: our own pages. */
export const navigation = {
  id: "pilotage-navigation",
  pluginPoint: "tasklist.navbar.action",
  priority: 1000,
  render(node) {
    node.classList.add("pilotage-navigation");
    for (const page of ["portfolio", "mails"]) {
      node.append(element("a", { href: `${root}/${page}` }, word(`nav.${page}`)));
    }
  },
};

/** Above a task on a phone, where list and task do not fit side by side: back to the list. */
export const backLink = {
  id: "pilotage-back",
  pluginPoint: "tasklist.task.action",
  priority: 1000,
  render(node) {
    node.append(element("a.pilotage-back", { href: "#/", onclick: back }, `‹ ${word("tasklist.back")}`));
  },
};

function back(event) {
  event.preventDefault();
  const parameters = new URLSearchParams(location.hash.split("?")[1] ?? "");
  parameters.delete("task");
  parameters.delete("detailsTab");
  location.hash = `#/?${parameters}`;
}
