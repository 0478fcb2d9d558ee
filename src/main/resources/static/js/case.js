// Draws the model in which a case stands, marks where it is and was, and lets keyboard and buttons move the drawing.

const MOVES = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
const READABLE = 0.65;

const box = document.getElementById("drawing");
if (box) {
  draw(box).catch(() => {
    box.hidden = true;
    document.getElementById("drawing-failed").hidden = false;
  });
}

async function draw(container) {
  const { model, open = "", passed = "" } = container.dataset;
  const response = await fetch(model, { credentials: "same-origin" });
  if (!response.ok) throw new Error(response.statusText);
  const viewer = new window.BpmnJS({ container, zoomScroll: { enabled: false } });
  await viewer.importXML(await response.text());
  const canvas = viewer.get("canvas");
  const elements = viewer.get("elementRegistry");
  mark(canvas, elements, passed, "passed");
  const standing = mark(canvas, elements, open, "standing");
  show(canvas, standing);
  control(container, canvas);
}

function mark(canvas, elements, ids, marker) {
  const found = ids.split(" ").filter((id) => id && elements.get(id));
  found.forEach((id) => canvas.addMarker(id, marker));
  return found.map((id) => elements.get(id));
}

/** The whole drawing where one can read it; else the part where the case stands. */
function show(canvas, standing) {
  canvas.zoom("fit-viewport", "auto");
  if (canvas.zoom() >= READABLE || standing.length === 0) return;
  const { x, y, width, height } = standing[0];
  const size = canvas.getSize();
  canvas.viewbox({
    x: x + width / 2 - size.width / READABLE / 2,
    y: y + height / 2 - size.height / READABLE / 2,
    width: size.width / READABLE,
    height: size.height / READABLE,
  });
}

function control(container, canvas) {
  const zoom = (factor) => canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)), "auto");
  const deeds = {
    larger: () => zoom(1.25),
    smaller: () => zoom(0.8),
    whole: () => canvas.zoom("fit-viewport", "auto"),
  };
  for (const button of document.querySelectorAll("[data-drawing]")) {
    button.addEventListener("click", deeds[button.dataset.drawing]);
  }
  const keys = { "+": deeds.larger, "-": deeds.smaller, "0": deeds.whole };
  container.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (move) canvas.scroll({ dx: move[0], dy: move[1] });
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
}
