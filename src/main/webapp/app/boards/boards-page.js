import { html, nothing } from 'lit';
import { Element } from '../element.js';
import { command, get, settled } from '../model/api.js';
import { following } from '../model/following.js';
import { go, href } from '../model/router.js';
import { ago } from '../model/time.js';
import { icon } from '../ui/icon.js';
import { empty, problem, skeleton } from '../ui/parts.js';
import './board-view.js';
import { texts } from '../texts.js';

const t = texts.boards;

/** All boards, and one of them. */
class BoardsPage extends Element {
  static properties = {
    thing: {},
    boards: { state: true },
    found: { state: true },
    error: { state: true },
    creating: { state: true },
  };

  #next;

  constructor() {
    super();
    this.boards = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.repeat(() => this.#load(), 5_000);
    this.hold(following.onChange(() => this.requestUpdate()));
  }

  willUpdate(changed) {
    if (changed.has('thing')) {
      this.#find();
    }
  }

  /** Reads what has come since: boards are listed oldest first, and never change. */
  async #load() {
    try {
      const from = this.#next ? `&cursor=${encodeURIComponent(this.#next)}` : '';
      const { items, next } = await get(`/boards?limit=100${from}`);
      const known = this.boards.size;
      items.forEach((board) => this.boards.set(board.id, board));
      this.error = undefined;
      if (this.boards.size !== known || !this.loaded) {
        this.loaded = true;
        this.requestUpdate();
      }
      if (next) {
        this.#next = next;
        await this.#load();
      }
    } catch (error) {
      this.error = error;
    }
  }

  async #find() {
    this.found = this.boards.get(this.thing);
    if (this.thing && !this.found) {
      try {
        this.found = await get(`/boards/${encodeURIComponent(this.thing)}`);
      } catch (error) {
        this.error = error;
      }
    }
    if (this.found) {
      following.add('boards', this.found.id, { title: this.found.name });
    }
  }

  render() {
    const newestFirst = [...this.boards.values()].reverse();
    return html`
      <div class="panes ${this.thing ? 'chosen' : ''}">
        <section class="list-pane" aria-label=${t.title}>
          <div class="pane-head"><h1>${t.title}</h1></div>
          <form class="new-entry" @submit=${this.#create}>
            <input class="input" name="name" required maxlength="200" autocomplete="off" aria-label=${t.name} placeholder=${t.name}>
            <button class="button square" ?disabled=${this.creating} aria-label=${t.create} title=${t.create}>${icon('plus')}</button>
          </form>
          <div class="entries">
            ${problem(this.error, () => this.#load())}
            ${this.loaded
              ? newestFirst.length ? html`<ul>${newestFirst.map((board) => this.#entry(board))}</ul>` : empty('boards', t.empty.title, t.empty.hint)
              : skeleton()}
          </div>
        </section>
        <section class="detail-pane" aria-label=${this.found?.name ?? t.title}>
          ${this.found && this.thing === this.found.id
            ? html`<sb-board .board=${this.found}></sb-board>`
            : this.thing ? skeleton() : empty('boards', t.none.title, t.none.hint)}
        </section>
      </div>`;
  }

  #entry({ id, name, createdAt }) {
    const unread = following.unread('boards', id);
    return html`<li>
      <a class="entry ${unread ? 'unread' : ''}" href=${href('boards', id)} aria-current=${id === this.thing ? 'page' : nothing}>
        <span class="glyph">${icon('boards')}</span>
        <span class="about"><b class="cut">${name}</b><small>${ago(createdAt)}</small></span>
        ${unread ? html`<span class="count">${unread}<span class="unseen"> ${texts.unread}</span></span>` : nothing}
      </a>
    </li>`;
  }

  async #create(event) {
    event.preventDefault();
    const form = event.target;
    this.creating = true;
    try {
      const { id } = await command('POST', '/boards', { name: form.elements.name.value.trim() });
      await settled(id);
      form.reset();
      await this.#load();
      go('boards', id);
    } catch (error) {
      this.error = error;
    }
    this.creating = false;
  }
}
customElements.define('sb-boards-page', BoardsPage);
