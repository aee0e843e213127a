import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { call } from '../model/api.js';
import { chats } from '../model/chats.js';
import { following } from '../model/following.js';
import { go, href } from '../model/router.js';
import { session } from '../model/session.js';
import { chatMessage, chatSource } from './source.js';
import { icon } from '../ui/icon.js';
import { back, empty, idIn, problem, skeleton } from '../ui/parts.js';
import '../ui/conversation-view.js';
import './members.js';
import { texts } from '../texts.js';

const t = texts.chats;

/** The chats in which the user has a role, and the conversation in one of them. */
class ChatsPage extends Element {
  static properties = {
    thing: {},
    showMembers: { state: true },
    order: { state: true },
  };

  #source;

  constructor() {
    super();
    this.order = 'fifo';
  }

  connectedCallback() {
    super.connectedCallback();
    this.repeat(() => chats.load(), 3_000);
    this.hold(
      chats.onChange(() => this.requestUpdate()),
      following.onChange(() => this.requestUpdate()),
    );
  }

  willUpdate(changed) {
    if (changed.has('thing')) {
      this.#source = this.thing && chatSource(this.thing);
      this.showMembers = false;
    }
  }

  get #role() {
    return chats.items?.find(({ chatId }) => chatId === this.thing)?.role;
  }

  render() {
    return html`
      <div class="panes ${this.thing ? 'chosen' : ''}">
        <section class="list-pane" aria-label=${t.title}>
          <div class="pane-head"><h1>${t.title}</h1></div>
          <form class="new-entry" @submit=${this.#create}>
            <input class="input" name="chat" required maxlength="128" autocomplete="off" aria-label=${t.name} placeholder=${t.name}>
            <button class="button square" aria-label=${t.create} title=${t.create}>${icon('plus')}</button>
          </form>
          <div class="entries">
            ${problem(this.refusal)} ${problem(chats.error)}
            ${chats.items
              ? chats.items.length ? html`<ul>${repeat(chats.items, ({ chatId }) => chatId, (chat) => this.#entry(chat))}</ul>` : empty('chats', t.empty.title, t.empty.hint)
              : skeleton()}
          </div>
        </section>
        <section class="detail-pane" tabindex="-1" aria-label=${this.thing ?? t.title}>
          ${this.thing ? this.#chat() : empty('chats', t.none.title, t.none.hint)}
        </section>
      </div>`;
  }

  #entry({ chatId, role }) {
    const unread = following.unread('chats', chatId);
    return html`<li>
      <a class="entry ${unread ? 'unread' : ''}" href=${href('chats', chatId)} aria-current=${chatId === this.thing ? 'page' : nothing}>
        <span class="glyph">${icon('chats')}</span>
        <span class="about"><b class="cut">${chatId}</b><small>${t.roles[role]}</small></span>
        ${unread ? html`<span class="count">${unread}<span class="unseen"> ${texts.unread}</span></span>` : nothing}
      </a>
    </li>`;
  }

  #chat() {
    const chatId = this.thing;
    const role = this.#role;
    return html`
      <div class="pane-head">
        ${back(href('chats'))}
        <div class="titles"><h2 class="cut">${chatId}</h2><p class="cut">${t.subtitle}</p></div>
        ${role ? html`<span class="tag accent">${t.roles[role]}</span>` : nothing}
        ${role === 'owner'
          ? html`<button class="button compact" aria-expanded=${this.showMembers} @click=${() => (this.showMembers = !this.showMembers)}>${icon('people')}${t.members}</button>`
          : nothing}
      </div>
      ${this.showMembers && role === 'owner' ? html`<sb-members .chat=${chatId}></sb-members>` : nothing}
      ${keyed(this.#source, html`
        <sb-conversation
          .source=${this.#source}
          .label=${t.log(chatId)}
          .readonly=${role === 'reader' ? t.readonly : ''}
          .foot=${this.#orders()}
          .compose=${(text) => chatMessage(chatId, text, this.order)}
        ></sb-conversation>`)}`;
  }

  #orders() {
    return html`
      <div class="segments" role="radiogroup" aria-label=${t.order}>
        ${['fifo', 'standard'].map((order) => html`
          <label title=${t.orders[order].hint}>
            <input type="radio" name="order" value=${order} .checked=${this.order === order} @change=${() => (this.order = order)}>
            <span>${t.orders[order].name}</span>
          </label>`)}
      </div>
      <span>${t.orders[this.order].hint}</span>`;
  }

  #create(event) {
    event.preventDefault();
    const form = event.target;
    const chatId = idIn(form.elements.chat);
    return chatId && this.act(async () => {
      await call('POST', '/permissions', { userId: session.user.id, chatId, role: 'owner' });
      form.reset();
      await chats.load();
      go('chats', chatId);
    });
  }
}
customElements.define('sb-chats-page', ChatsPage);
