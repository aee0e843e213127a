import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { list } from '../model/api.js';
import { following } from '../model/following.js';
import { go, href } from '../model/router.js';
import { ago } from '../model/time.js';
import { roomSource } from './source.js';
import { icon } from '../ui/icon.js';
import { back, empty, idIn, problem } from '../ui/parts.js';
import '../ui/conversation-view.js';
import { texts } from '../texts.js';

const t = texts.rooms;

/** How many rooms are added to the list at a time. */
const PAGE = 100;

/** Rooms: those joined and all others, and the conversation in one of them. */
class RoomsPage extends Element {
  static properties = { thing: {}, rooms: { state: true }, error: { state: true } };

  #source;
  #most = PAGE;
  #hasMore = false;

  connectedCallback() {
    super.connectedCallback();
    this.repeat(() => this.#load(), 15_000);
    this.hold(following.onChange(() => this.requestUpdate()));
  }

  willUpdate(changed) {
    if (changed.has('thing') && this.thing) {
      this.#source = roomSource(this.thing);
      following.add('rooms', this.thing);
    }
  }

  async #load() {
    try {
      const { items, next } = await list('/rooms', { most: this.#most });
      this.#hasMore = next !== undefined;
      this.rooms = items;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  #more() {
    this.#most += PAGE;
    return this.#load();
  }

  render() {
    return html`
      <div class="panes ${this.thing ? 'chosen' : ''}">
        <section class="list-pane" aria-label=${t.title}>
          <div class="pane-head"><h1>${t.title}</h1></div>
          <form class="new-entry" @submit=${this.#join}>
            <input class="input" name="room" required maxlength="128" autocomplete="off" aria-label=${t.name} placeholder=${t.name}>
            <button class="button square" aria-label=${t.join} title=${t.join}>${icon('plus')}</button>
          </form>
          <div class="entries">
            ${problem(this.error, () => this.#load())}
            <ul>${this.#entries()}</ul>
            ${this.#hasMore ? html`<button class="button plain more" @click=${this.#more}>${t.more}</button>` : nothing}
          </div>
        </section>
        <section class="detail-pane" tabindex="-1" aria-label=${this.thing ?? t.title}>
          ${this.thing ? this.#room() : empty('rooms', t.none.title, t.none.hint)}
        </section>
      </div>`;
  }

  #entries() {
    const joined = following.of('rooms').map(({ id }) => id);
    const times = new Map((this.rooms ?? []).map(({ roomId, lastMessageAt }) => [roomId, lastMessageAt]));
    const others = [...times.keys()].filter((id) => !joined.includes(id));
    return repeat([...joined, ...others], (id) => id, (id) => {
      const unread = following.unread('rooms', id);
      const last = times.get(id);
      return html`<li>
        <a class="entry ${unread ? 'unread' : ''}" href=${href('rooms', id)} aria-current=${id === this.thing ? 'page' : nothing}>
          <span class="glyph">${icon('rooms')}</span>
          <span class="about">
            <b class="cut">${id}</b>
            <small>${joined.includes(id) ? t.joined : t.open}${last ? ` · ${ago(last)}` : ''}</small>
          </span>
          ${unread ? html`<span class="count">${unread}<span class="unseen"> ${texts.unread}</span></span>` : nothing}
        </a>
      </li>`;
    });
  }

  #room() {
    const roomId = this.thing;
    return html`
      <div class="pane-head">
        ${back(href('rooms'))}
        <div class="titles"><h2 class="cut">${roomId}</h2><p class="cut">${t.subtitle}</p></div>
        <button class="button compact plain" @click=${this.#leave}>${icon('leave')}${t.leave}</button>
      </div>
      ${keyed(this.#source, html`
        <sb-conversation .source=${this.#source} .label=${t.log(roomId)} .compose=${(content) => ({ roomId, content })}></sb-conversation>`)}`;
  }

  #join(event) {
    event.preventDefault();
    const id = idIn(event.target.elements.room);
    if (id) {
      event.target.reset();
      go('rooms', id);
    }
  }

  #leave() {
    following.remove('rooms', this.thing);
    go('rooms');
  }
}
customElements.define('sb-rooms-page', RoomsPage);
