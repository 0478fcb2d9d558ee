// Talks to our own addresses, next to the engine's.

export const appRoot = document.querySelector("base").getAttribute("app-root");

/** Where our own pages start, for example "" or "/context". */
export const root = appRoot.replace(/\/operaton$/, "");

/** Reads JSON; with a method other than GET it sends the token that our addresses ask for. */
export async function ask(path, method = "GET", body = undefined) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") {
    const { header, token } = await ask("/api/csrf");
    headers[header] = token;
  }
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  const response = await fetch(root + path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: "same-origin",
  });
  if (response.status === 401) {
    signIn();
  }
  const isJson = /json/.test(response.headers.get("Content-Type") ?? "");
  const answer = isJson ? await response.json() : null;
  if (!response.ok) {
    throw Object.assign(new Error(answer?.message ?? ""), { answer });
  }
  return answer;
}

/** Leaves for the sign-in page and comes back to the open task; never twice in ten seconds. */
export function signIn() {
  const last = Number(sessionStorage.getItem("pilotage-sign-in") ?? 0);
  if (Date.now() - last > 10_000) {
    sessionStorage.setItem("pilotage-sign-in", Date.now());
    const task = new URLSearchParams(location.hash.split("?")[1] ?? "").get("task");
    location.assign(root + (task ? `/t/${encodeURIComponent(task)}` : "/"));
  }
}

/** Signs out here and in the engine's own applications, as the pages do: by a form, because it may lead to Keycloak. */
export async function signOut() {
  const { parameter, token } = await ask("/api/csrf");
  const form = Object.assign(document.createElement("form"), { method: "post", action: `${root}/logout` });
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: parameter, value: token }));
  document.body.append(form);
  form.submit();
}
