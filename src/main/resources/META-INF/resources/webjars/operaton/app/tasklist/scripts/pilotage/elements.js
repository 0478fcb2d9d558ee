// Builds elements without markup strings, so that nothing a person typed is ever read as markup.

/** element("a.button", { href: "/" }, "text", otherElement, null) */
export function element(description, attributes = {}, ...children) {
  const [name, ...classes] = description.split(".");
  const result = document.createElement(name);
  result.classList.add(...classes);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith("on")) result.addEventListener(attribute.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) result.setAttribute(attribute, value);
  }
  result.append(...children.filter((child) => child !== null && child !== undefined));
  return result;
}

/** A coloured word, for example the tier; nothing when there is no value. */
export function badge(kind, value, text) {
  return value ? element(`span.pilotage-badge.pilotage-badge--${kind}`, {}, text) : null;
}
