// The service's calls. Everything that the page does, it does with these, and each can be shown as a curl line.

/** A call that went wrong, with what to do about it (RFC 9457's problem details). */
export class Problem extends Error {
  constructor(body, call) {
    super(body.detail || body.title || 'The call failed.');
    this.status = body.status || 0;
    this.title = body.title || 'Something went wrong';
    this.detail = this.message;
    this.action = body.action || '';
    this.errors = Array.isArray(body.errors) ? body.errors : [];
    this.type = body.type || '';
    this.call = call;
  }
}

let onReach = () => {};

/** Tells listener(true or false) whether the service could be reached, after each call. */
export function whenReached(listener) {
  onReach = listener;
}

export const get = (path) => send({ method: 'GET', path });
export const post = (path, body) => send({ method: 'POST', path, body });
export const del = (path) => send({ method: 'DELETE', path });

/** Sends a file as it is, or text under a file's name. */
export const put = (path, content, file, type = 'text/csv') => send({ method: 'PUT', path, content, file, type });

async function send(call) {
  const answer = await reach(call);
  if (answer.status === 204) {
    return null;
  }
  const text = await answer.text();
  const body = parsed(text);
  if (!answer.ok) {
    throw new Problem(body || { status: answer.status, detail: `The service answered ${answer.status}.` }, call);
  }
  return body;
}

async function reach(call) {
  try {
    const answer = await fetch(address(call.path), {
      method: call.method,
      headers: headers(call),
      body: call.content !== undefined ? call.content : call.body === undefined ? undefined : JSON.stringify(call.body),
    });
    onReach(true);
    return answer;
  } catch (failure) {
    onReach(false);
    throw new Problem({
      title: 'The service does not answer',
      detail: 'The service does not answer.',
      action: 'Is it still running? The page goes on by itself as soon as it is back.',
    }, call);
  }
}

function headers(call) {
  const type = call.body === undefined ? call.type : 'application/json';
  return { Accept: 'application/json', ...(type ? { 'Content-Type': type } : {}) };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (notJson) {
    return null;
  }
}

/** The path where the browser finds it, also where the page is not at the root. */
export function address(path) {
  return new URL('..' + path, import.meta.url).href;
}

/** The call as a line for a shell. */
export function curl({ method, path, body, file, type }) {
  const url = quoted(address(path));
  if (file) {
    return `curl -T ${quoted(file)} -H ${quoted('Content-Type: ' + type)} ${url}`;
  }
  if (body !== undefined) {
    return `curl --json ${quoted(JSON.stringify(body))} ${url}`;
  }
  return method === 'GET' ? `curl ${url}` : `curl -X ${method} ${url}`;
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
