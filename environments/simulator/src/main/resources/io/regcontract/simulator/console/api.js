// Calls to the control plane. The page acts with what the simulator gave it, or with the control token that a person typed.

let bearer = document.querySelector('meta[name=regcontract-session]').content;
let application = document.querySelector('meta[name=regcontract-application]').content;

export function isOpen() {
  return bearer !== '';
}

export function openWith(token) {
  bearer = token;
}

export function currentApplication() {
  return application;
}

export function chooseApplication(name) {
  application = name;
}

/** What the control plane refuses is thrown as an Error with its sentence; its status is in `status`. */
async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch('/control/v1' + path, {
      method,
      headers: { Authorization: 'Bearer ' + bearer, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw Object.assign(new Error('The simulator does not answer any more.'), { status: 0 });
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(json.message ?? 'HTTP ' + answer.status), { status: answer.status });
  return json;
}

export const get = path => call('GET', path);
export const post = (path, body) => call('POST', path, body ?? {});
export const remove = path => call('DELETE', path);

/** The path of a call about the application that is shown. */
export function of(path) {
  return '/applications/' + encodeURIComponent(application) + path;
}
