import { Backoff } from '/client/backoff.js';
import { newId } from '/client/ids.js';
import { session } from './session.js';
import { texts } from '../texts.js';

/** As many items as the server gives in one answer. */
const PAGE = 100;

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 60_000;

/** Statuses of a server, or of a proxy before it, that cannot answer just now; 0 where none was reached. */
const PASSING = new Set([0, 429, 502, 503, 504]);

/** A call that did not succeed; `status` is 0 where the server could not be reached. */
export class ApiError extends Error {
  constructor(status, problem = {}) {
    super(problem.detail ?? problem.title ?? (status ? texts.errors.unknown : texts.errors.unreachable));
    this.status = status;
    this.fields = problem.errors ?? [];
  }

  /** Whether the same call may succeed a little later. */
  get passing() {
    return PASSING.has(this.status);
  }
}

/** Calls the API; the answer's body, or an `ApiError`. */
export async function call(method, path, body, headers = {}) {
  const { bearer } = session;
  const { response, text } = await whole(`/api/v1${path}`, {
    method,
    headers: {
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  const answer = /json/.test(response.headers.get('Content-Type')) && text ? JSON.parse(text) : {};
  if (!response.ok) {
    if (response.status === 401 && bearer && bearer === session.bearer) {
      session.end();
    }
    throw new ApiError(response.status, answer);
  }
  return answer;
}

/** An answer with its text: one that is cut off, or does not come, is none. */
async function whole(path, options) {
  try {
    const response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE) });
    return { response, text: await response.text() };
  } catch {
    throw new ApiError(0);
  }
}

/** Reads something. */
export const get = (path) => call('GET', path);

/** What reads a page of a list, as a reading asks for it, `limit` items a time, each as `read(item)` says. */
export const pages = (path, limit, read) => async (cursor) => {
  const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  const { items, next } = await get(`${path}?limit=${limit}${from}`);
  return { items: items.map(read), next };
};

/** Reads a list from its beginning, page after page, until it ends or `most` items are there. */
export async function list(path, { of = 'items', most = Infinity } = {}) {
  const items = [];
  let next;
  do {
    const query = new URLSearchParams({ limit: Math.min(PAGE, most - items.length), ...(next && { cursor: next }) });
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
    items.push(...page[of]);
    next = page.next;
  } while (next && items.length < most);
  return { items, next };
}

let unanswered = 0;

/** How many commands the server has not answered yet. */
export const commandsUnanswered = () => unanswered;

/**
 * Has something done, once: where the server cannot be reached, or is not ready, it is asked again
 * under the same key until it has accepted or refused. Where the session ends meanwhile, that waits
 * until the user is back.
 */
export async function command(method, path, body) {
  const headers = { 'Idempotency-Key': newId() };
  unanswered += 1;
  try {
    return await untilAnswered(() => call(method, path, body, headers));
  } finally {
    unanswered -= 1;
  }
}

async function untilAnswered(ask) {
  const backoff = new Backoff({ cap: 8_000 });
  for (;;) {
    try {
      await session.present();
      return await ask();
    } catch (error) {
      passing(error);
      await new Promise((resolve) => setTimeout(resolve, 300 + backoff.next()));
    }
  }
}

/**
 * Waits for what became of a command that was accepted; an `ApiError` if it failed. It goes on where
 * the server cannot be asked just now: what it has accepted is not lost.
 */
export async function settled(id) {
  for (let wait = 60; ; wait = Math.min(2_000, wait * 2)) {
    await session.present();
    const { status, error } = await get(`/operations/${id}`).catch(passing);
    if (status === 'failed') {
      throw new ApiError(422, { detail: error });
    }
    if (status === 'succeeded') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Throws what does not pass by itself, nor when the user is back. */
function passing(error) {
  if (!error.passing && error.status !== 401) {
    throw error;
  }
  return {};
}
