// What a person with a keyboard meets on this page: where Tab stops, in which order, and whether it can be seen.
(() => {
  const CONTROLS = "a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex],[contenteditable=true]";
  const before = new WeakMap();

  const name = (element) => {
    const words = element.getAttribute("aria-label") || element.innerText || element.id || element.name
        || element.className;
    return `${element.tagName.toLowerCase()} "${String(words).trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  };

  const seen = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: false})
      && element.getClientRects().length > 0 && !element.closest("[inert]");

  /** Of radio buttons of one name, Tab stops at the chosen one only, or else at the first. */
  const representative = (element) => {
    if (element.type !== "radio" || !element.name) {
      return true;
    }
    const group = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)]
        .filter((one) => !one.disabled);
    return element === (group.find((one) => one.checked) || group[0]);
  };

  const controls = () => [...document.querySelectorAll(CONTROLS)]
      .filter((element) => element.tabIndex >= 0 && !element.disabled && seen(element) && representative(element));

  /** The element and what may be marked in its place: what stands close around it, and its labels. */
  const look = (element) => [element, element.parentElement, element.parentElement?.parentElement,
    element.parentElement?.parentElement?.parentElement, ...(element.labels || [])]
      .filter(Boolean)
      .map((one) => {
        const style = getComputedStyle(one);
        return [style.outlineStyle === "none" ? "" : style.outline, style.boxShadow, style.borderColor,
          style.backgroundColor, style.textDecorationLine].join();
      })
      .join("|");

  const pinned = (element) => {
    for (let one = element; one; one = one.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(one).position)) {
        return true;
      }
    }
    return false;
  };

  /** Where it stands, as if nothing were scrolled. */
  const place = (element) => {
    const box = element.getBoundingClientRect();
    let [x, y] = [0, 0];
    for (let one = element.parentElement; one; one = one.parentElement) {
      x += one.scrollLeft;
      y += one.scrollTop;
    }
    return {
      name: name(element), top: box.top + y, bottom: box.bottom + y, left: box.left + x, right: box.right + x,
      pinned: pinned(element),
    };
  };

  /** What lies over every part of it, if anything does. */
  const cover = (element) => {
    const box = element.getBoundingClientRect();
    const hits = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]]
        .map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
    const own = hits.some((hit) => hit && (element.contains(hit) || hit.contains(element)
        || [...(element.labels || [])].some((label) => label.contains(hit) || hit.contains(label))));
    return own ? "" : hits[0] ? name(hits[0]) : "the edge of the window";
  };

  /** Notes how everything looks without the focus; to be called before the first Tab. */
  const prepare = () => {
    const found = controls();
    found.forEach((element) => before.set(element, look(element)));
    return found.map(name);
  };

  const here = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) {
      return null;
    }
    const known = before.get(element);
    return {
      ...place(element),
      index: controls().indexOf(element),
      marked: known === undefined ? getComputedStyle(element).outlineStyle !== "none" : known !== look(element),
      cover: cover(element),
    };
  };

  window.keyboard = {prepare, here};
})();
