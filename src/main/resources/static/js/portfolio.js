// A file that is too big is turned away here already, before it travels.
for (const input of document.querySelectorAll("input[type=file][data-most]")) {
  const reason = document.getElementById(input.dataset.reason);
  input.addEventListener("change", () => {
    const tooBig = input.files[0] && input.files[0].size > Number(input.dataset.most);
    input.setCustomValidity(tooBig ? input.dataset.tooBig : "");
    input.setAttribute("aria-invalid", Boolean(tooBig));
    reason.textContent = tooBig ? input.dataset.tooBig : "";
  });
}

// Reading a big file takes a moment: the button says so.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    button.textContent = form.dataset.busy;
    button.setAttribute("aria-busy", "true");
  });
}

// Business units are suggested while a person types.
const units = document.getElementById("units");
for (const input of units ? document.querySelectorAll("input[list=units]") : []) {
  input.addEventListener("input", async () => {
    const answer = await fetch(`${units.dataset.source}?begins=${encodeURIComponent(input.value)}`);
    if (!answer.ok) return;
    units.replaceChildren(...(await answer.json()).map((unit) => new Option(unit)));
  });
}
