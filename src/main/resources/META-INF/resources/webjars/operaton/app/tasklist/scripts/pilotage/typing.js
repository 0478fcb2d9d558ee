// The form viewer takes over what is typed a moment later. When it draws itself in between, because the field before
// has just been taken over, it would put the old text back. Until it has taken over, the typed text stays.
const TAKEN_OVER_AFTER = 400;
const holds = new WeakMap();

export function keepWhatIsTyped(root) {
  root.addEventListener("input", ({ target }) => isField(target) && hold(target), true);
  root.addEventListener("blur", ({ target }) => isField(target) && setTimeout(release, 0, target), true);
}

function isField(element) {
  return element.matches(".fjs-container input[type=text], .fjs-container textarea");
}

function hold(field) {
  clearTimeout(holds.get(field));
  holds.set(field, setTimeout(release, TAKEN_OVER_AFTER, field));
  const { get } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
  Object.defineProperty(field, "value", { configurable: true, get, set() {} });
}

function release(field) {
  delete field.value;
}
