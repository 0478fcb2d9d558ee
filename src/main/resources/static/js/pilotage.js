// What the pages need beyond htmx. No inline scripts anywhere: the content security policy forbids them.

// Every change asked for by htmx carries the token that the server expects.
document.body.addEventListener("htmx:configRequest", (event) => {
  const { csrfHeader, csrfToken } = document.body.dataset;
  if (csrfHeader && event.detail.verb !== "get") {
    event.detail.headers[csrfHeader] = csrfToken;
  }
});

// The account menu closes when the person goes on elsewhere or presses Escape.
const account = document.querySelector("details.account");
if (account) {
  document.addEventListener("click", (event) => {
    if (!account.contains(event.target)) account.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && account.open) {
      account.open = false;
      account.querySelector("summary").focus();
    }
  });
}

// On the sign-in page a click on a demo person fills the form.
for (const person of document.querySelectorAll("[data-fill-username]")) {
  person.addEventListener("click", () => {
    const username = document.getElementById("username");
    const password = document.getElementById("password");
    username.value = person.dataset.fillUsername;
    password.value = person.dataset.fillPassword ?? "";
    (password.value ? document.querySelector("#sign-in button[type=submit]") : password).focus();
  });
}
