import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { command, get, pages, settled } from '../model/api.js';
import { following } from '../model/following.js';
import { go, href } from '../model/router.js';
import { ago } from '../model/time.js';
import { icon } from '../ui/icon.js';
import { empty, problem, skeleton } from '../ui/parts.js';
import './board-view.js';
import { texts } from '../texts.js';

const t = texts.boards;

const readPage = pages('/boards', 100, (board) => board);

/** All boards, and one of them. */
class BoardsPage extends Element {
  static properties = {
    thing: {},
    boards: { state: true },
    found: { state: true },
    missing: { state: true },
    error: { state: true },
    creating: { state: true },
  };

  #next;
  #opened;

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
    if (this.#board?.id !== this.#opened) {
      this.#open(this.#board);
    }
  }

  /** The board that was chosen, as soon as it is known. */
  get #board() {
    return this.boards.get(this.thing) ?? (this.found?.id === this.thing ? this.found : undefined);
  }

  #open(board) {
    this.#opened = board?.id;
    if (board) {
      following.add('boards', board.id, { title: board.name });
    }
  }

  /** Reads what has come since, and shows it at once: boards are listed oldest first, and never change. */
  async #load() {
    try {
      let next = this.#next;
      do {
        this.#next = next;
        const page = await readPage(next);
        page.items.forEach((board) => this.boards.set(board.id, board));
        next = page.next;
      } while (next);
      this.error = undefined;
      this.loaded = true;
      this.requestUpdate();
    } catch (error) {
      this.error = error;
    }
  }

  /** Asks for the board that was chosen where it is not in the list yet. */
  async #find() {
    const id = this.thing;
    this.missing = undefined;
    if (!id || this.#board) {
      return;
    }
    try {
      this.found = await get(`/boards/${encodeURIComponent(id)}`);
    } catch (error) {
      if (id === this.thing) {
        this.missing = error;
      }
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
            ${problem(this.refusal)} ${problem(this.error, () => this.#load())}
            ${this.loaded
              ? newestFirst.length ? html`<ul>${repeat(newestFirst, ({ id }) => id, (board) => this.#entry(board))}</ul>` : empty('boards', t.empty.title, t.empty.hint)
              : skeleton()}
          </div>
        </section>
        <section class="detail-pane" tabindex="-1" aria-label=${this.#board?.name ?? t.title}>${this.#detail()}</section>
      </div>`;
  }

  #detail() {
    if (!this.thing) {
      return empty('boards', t.none.title, t.none.hint);
    }
    if (this.#board) {
      return keyed(this.#board.id, html`<sb-board .board=${this.#board}></sb-board>`);
    }
    if (this.missing?.status === 404) {
      return empty('boards', t.missing.title, t.missing.hint);
    }
    return this.missing ? problem(this.missing, () => this.#find()) : skeleton();
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
    await this.act(async () => {
      const { id } = await command('POST', '/boards', { name: form.elements.name.value.trim() });
      await settled(id);
      form.reset();
      await this.#load();
      if (this.isConnected) {
        go('boards', id);
      }
    });
    this.creating = false;
  }
}
customElements.define('sb-boards-page', BoardsPage);
