import { Emitter } from '/client/emitter.js';
import { claimsOf, endOf, freshFor } from '/client/token.js';

/** For this window only: two windows may be two users, and nothing stays when it is closed. */
const KEY = 'switchboard.token';

/** Who is signed in in this window. */
class Session {
  #token = kept();
  #owner = this.user?.id;
  #changes = new Emitter();

  /** `{id, username, groups}` of who is signed in; undefined if nobody is. */
  get user() {
    if (!this.#token) {
      return undefined;
    }
    const { sub, upn, groups = [] } = claimsOf(this.#token);
    return { id: sub, username: upn ?? sub, groups };
  }

  get isAdmin() {
    return this.user?.groups.includes('admin') ?? false;
  }

  /** The token that calls carry. */
  get bearer() {
    return this.#token;
  }

  /** Hears when somebody signs in or out; `ended` says that it was not asked for. */
  onChange(listener) {
    return this.#changes.on('change', listener);
  }

  /** Waits until somebody is signed in: who was before, for the page of another is loaded again. */
  async present() {
    while (!this.#token) {
      await new Promise((resolve) => {
        const end = this.onChange(() => {
          end();
          resolve();
        });
      });
    }
  }

  /**
   * Begins with a token. A page that was somebody else's is loaded again: nothing that waits in it,
   * a message say, is taken for something of who comes now.
   */
  begin(token) {
    const { sub } = claimsOf(token);
    if (this.#owner && this.#owner !== sub) {
      sessionStorage.setItem(KEY, token);
      location.reload();
      return;
    }
    this.#owner = sub;
    this.#keep(token);
    this.#changes.emit('change', {});
  }

  /** Signs out; `ended`: because the session is over. */
  end(ended = true) {
    this.#token = undefined;
    sessionStorage.removeItem(KEY);
    this.#changes.emit('change', { ended });
  }

  /** The token for a connection, a fresh one where that is better; undefined when it is over. */
  async token({ renew, failed }) {
    if (!this.#token) {
      return undefined;
    }
    if (renew || freshFor(this.#token) === 0) {
      await this.#renew();
    } else if (failed) {
      await this.#check();
    }
    return this.#token;
  }

  /** Who signs out meanwhile stays so. */
  async #renew() {
    const before = this.#token;
    const response = await this.#ask('POST', '/api/v1/auth/refresh');
    const { accessToken } = response.ok ? await response.json() : {};
    if (this.#token !== before) {
      return;
    }
    if (accessToken) {
      this.#keep(accessToken);
    } else if (response.status === 401 || (endOf(this.#token) ?? Infinity) < Date.now()) {
      this.end();
    }
  }

  /** A browser does not tell why a socket was refused: perhaps for the token's sake. */
  async #check() {
    const before = this.#token;
    const response = await this.#ask('GET', '/api/v1/auth/me');
    if (response.status === 401 && this.#token === before) {
      this.end();
    }
  }

  #ask(method, path) {
    return fetch(path, { method, headers: { Authorization: `Bearer ${this.#token}` } });
  }

  #keep(token) {
    this.#token = token;
    sessionStorage.setItem(KEY, token);
  }
}

/** The token that this window had before it was loaded again, if it names somebody. */
function kept() {
  const token = sessionStorage.getItem(KEY) ?? '';
  return claimsOf(token).sub ? token : undefined;
}

/** The session of this window. */
export const session = new Session();
