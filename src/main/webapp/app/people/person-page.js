import { html, nothing } from 'lit';
import { Element } from '../element.js';
import { get } from '../model/api.js';
import { live } from '../model/live.js';
import { people } from '../model/people.js';
import { href } from '../model/router.js';
import { ago, full } from '../model/time.js';
import { readMessage } from '../rooms/source.js';
import { avatar, back, empty, problem, skeleton } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.people;

/** What somebody, always the same, said last in all rooms and on all boards. */
class PersonPage extends Element {
  static properties = { thing: {}, said: { state: true }, posted: { state: true }, error: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.hold(
      people.onChange(() => this.requestUpdate()),
      live.onState(({ state }) => state === 'open' && this.#load()),
    );
    this.#load();
  }

  async #load() {
    try {
      const { items } = await get(`/users/${encodeURIComponent(this.thing)}/messages?limit=50`);
      this.posted = items;
      const { messages } = await live.request({ action: 'getMessages', userId: this.thing });
      this.said = messages.map(readMessage).reverse();
      this.error = undefined;
    } catch (error) {
      const isAway = error.code === 'unavailable' && live.status.state !== 'open';
      this.error = isAway ? undefined : error;
    }
  }

  render() {
    const name = people.nameOf(this.thing);
    return html`
      <div class="wide">
        <div class="pane-head">
          ${back(href('rooms'))}${avatar(this.thing, name)}
          <div class="titles"><h1 class="cut">${name}</h1><p>${t.subtitle}</p></div>
        </div>
        <div class="scroll"><div class="column">
          ${problem(this.error, () => this.#load())}
          <h2>${t.rooms}</h2>
          ${this.#list(this.said, ({ roomId, text, at, number }) => this.#card(href('rooms', roomId), roomId, text, at, number))}
          <h2>${t.boards}</h2>
          ${this.#list(this.posted, (post) => this.#card(href('boards', post.boardId), post.topic, post.data, post.createdAt, post.sequenceNumber))}
        </div></div>
      </div>`;
  }

  #list(items, view) {
    if (!items) {
      return this.error ? nothing : skeleton();
    }
    return items.length ? items.map(view) : empty('chats', t.nothing.title, t.nothing.hint);
  }

  #card(address, place, text, at, number) {
    return html`
      <article class="card">
        <div class="card-head">
          <a class="tag accent" href=${address}>${place}</a>
          <small class="titles"><time datetime=${at} title=${full(at)}>${ago(at)}</time></small>
          <span class="faint small number">#${number}</span>
        </div>
        <p class="text">${text}</p>
      </article>`;
  }
}
customElements.define('sb-person-page', PersonPage);
