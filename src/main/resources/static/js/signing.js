// Tells the window with the task that the signature is confirmed, and closes this one.
const confirmed = document.querySelector("[data-signed]");
if (confirmed) {
  new BroadcastChannel("pilotage-signing").postMessage(confirmed.dataset.signed);
}
document.querySelector("[data-close]")?.addEventListener("click", () => window.close());
