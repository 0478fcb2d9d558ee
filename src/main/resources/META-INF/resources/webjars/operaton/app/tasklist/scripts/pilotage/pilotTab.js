// The "Pilot" tab of a task: the pilot's story so far, the deadline, and "I am waiting for …".
import { badge, element } from "./elements.js";
import { ask, root } from "./server.js";
import { moment, word } from "./words.js";

const REASONS = ["coordination", "ownership", "readiness", "value", "data", "risk", "capacity", "funding", "other"];

export const pilotTab = {
  id: "pilotage-pilot",
  pluginPoint: "tasklist.task.detail",
  priority: 900,
  properties: { label: word("tasklist.pilot") },
  render(node, { taskId }) {
    node.classList.add("pilotage-pilot");
    show(node, taskId);
  },
};

async function show(node, taskId) {
  try {
    const story = await ask(`/api/tasks/${encodeURIComponent(taskId)}/story`);
    const again = () => show(node, taskId);
    node.replaceChildren(head(story.pilot), clock(story, taskId, again), past(story.entries ?? []));
  } catch (failure) {
    node.replaceChildren(element("p.alert.alert-danger", { role: "alert" }, failure.message || word("tasklist.failed")));
  }
}

function head({ key, title, phase, tier, url }) {
  return element("header", {},
    element("h3", {}, title),
    element("p.pilotage-badges", {},
      element("span.pilotage-badge", {}, key),
      badge("phase", phase, word(`phase.${phase}`)),
      badge(tier, tier, word(`tier.${tier}`))),
    element("p", {}, element("a", { href: url ? root + url : `${root}/pilots/${encodeURIComponent(key)}` }, word("tasklist.open"))));
}

function clock({ deadline, waitingFor, mayWait = true }, taskId, again) {
  const section = element("section.pilotage-clock", {});
  if (waitingFor) {
    section.append(element("p", {},
      badge("waiting", true, word("tasklist.waiting")), " ",
      word("tasklist.waitingFor", waitingFor.forWhom, word(`reason.${waitingFor.reason}`), moment(waitingFor.since)),
      waitingFor.note ? ` ${waitingFor.note}` : ""));
  } else if (deadline) {
    section.append(element("p", {},
      deadline.due ? element("strong", {}, word("tasklist.due", moment(deadline.due))) : "", " ",
      deadline.nextAt ? word("tasklist.next", moment(deadline.nextAt)) : ""));
  }
  if (mayWait) {
    section.append(waitingFor ? continueButton(taskId, again) : waitButton(section, taskId, again));
  }
  return section;
}

function continueButton(taskId, again) {
  return button("btn-primary", word("tasklist.continue"), (event) =>
    send(event.target.parentElement, taskId, "DELETE", undefined, again));
}

function waitButton(section, taskId, again) {
  return button("btn-default", word("tasklist.wait"), (event) => {
    event.target.replaceWith(waitingForm(section, taskId, again));
    section.querySelector("select").focus();
  });
}

function waitingForm(section, taskId, again) {
  const options = REASONS.map((reason) => element("option", { value: reason }, word(`reason.${reason}`)));
  const form = element("form.pilotage-waiting", {},
    element("p.help-block", {}, word("tasklist.waitHint")),
    field("reason", element("select.form-control", { required: "" }, element("option", { value: "" }, word("tasklist.choose")), ...options), word("tasklist.why")),
    field("forWhom", element("input.form-control", { required: "", maxlength: 200 }), word("tasklist.whom")),
    field("note", element("textarea.form-control", { maxlength: 4000, rows: 3 }), word("tasklist.note")),
    element("p", {},
      element("button.btn.btn-primary", { type: "submit" }, word("tasklist.stopClock")), " ",
      button("btn-default", word("tasklist.cancel"), again)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(section, taskId, "POST", Object.fromEntries(new FormData(form)), again);
  });
  return form;
}

function field(name, input, label) {
  input.id = `pilotage-${name}`;
  input.name = name;
  return element("div.form-group", {}, element("label", { for: input.id }, label), input);
}

function button(kind, text, onclick) {
  return element(`button.btn.${kind}`, { type: "button", onclick }, text);
}

async function send(section, taskId, method, body, again) {
  section.querySelector(".alert")?.remove();
  try {
    await ask(`/api/tasks/${encodeURIComponent(taskId)}/waiting`, method, body);
    again();
  } catch (failure) {
    section.append(element("p.alert.alert-danger", { role: "alert" }, failure.message || word("tasklist.failed")));
  }
}

function past(entries) {
  const items = entries.map(({ at, who, sentence }) =>
    element("li", {}, element("span.pilotage-story__meta", {}, `${moment(at)} · ${who}`), sentence));
  return element("section", {},
    element("h4", {}, word("tasklist.story")),
    items.length ? element("ol.pilotage-story", {}, ...items) : element("p", {}, word("tasklist.noStory")));
}
