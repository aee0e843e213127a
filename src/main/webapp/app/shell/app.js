import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Element } from '../element.js';
import { following } from '../model/following.js';
import { live } from '../model/live.js';
import { LOBBY, href, onRoute, route } from '../model/router.js';
import { session } from '../model/session.js';
import { icon } from '../ui/icon.js';
import { avatar } from '../ui/parts.js';
import './badge.js';
import './sign-in.js';
import './theme-button.js';
import './toasts.js';
import '../boards/boards-page.js';
import '../chats/chats-page.js';
import '../rooms/rooms-page.js';
import '../notes/notes-page.js';
import '../posts/posts-page.js';
import '../people/person-page.js';
import '../admin/admin-page.js';
import { texts } from '../texts.js';

const FEATURES = ['rooms', 'chats', 'boards', 'notes', 'posts'];

/** The features whose pages have a line to write on at their end. */
const SPOKEN = new Set(['rooms', 'chats', 'posts']);

const PAGES = {
  rooms: (id) => html`<sb-rooms-page .thing=${id}></sb-rooms-page>`,
  chats: (id) => html`<sb-chats-page .thing=${id}></sb-chats-page>`,
  boards: (id) => html`<sb-boards-page .thing=${id}></sb-boards-page>`,
  notes: (id) => html`<sb-notes-page .thing=${id}></sb-notes-page>`,
  posts: (id) => html`<sb-posts-page .thing=${id}></sb-posts-page>`,
  people: (id) => keyed(id, html`<sb-person-page .thing=${id}></sb-person-page>`),
  admin: () => html`<sb-admin-page></sb-admin-page>`,
};

/** The frame around every page, and the page that the address names. */
class App extends Element {
  static properties = { place: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.place = route();
    this.hold(
      session.onChange(() => {
        this.#see();
        this.requestUpdate();
      }),
      following.onChange(() => this.requestUpdate()),
      onRoute(() => this.#turn()),
    );
    const see = () => this.#see();
    document.addEventListener('visibilitychange', see);
    this.hold(() => document.removeEventListener('visibilitychange', see));
    if (session.user) {
      live.connect();
    }
    this.#see();
  }

  render() {
    return html`${session.user ? this.#shell() : html`<sb-sign-in></sb-sign-in>`}<sb-toasts></sb-toasts>`;
  }

  /** What is shown: the lobby, where the address names no page, or one that is not for the user. */
  get #shown() {
    const { feature, id } = this.place;
    const isThere = Object.hasOwn(PAGES, feature) && (feature !== 'people' || id);
    return isThere && (feature !== 'admin' || session.isAdmin) ? this.place : LOBBY;
  }

  #shell() {
    const { feature, id } = this.#shown;
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${texts.skip}</a>
      ${id && SPOKEN.has(feature) ? html`<a class="skip" href="#main" @click=${this.#skipToWrite}>${texts.skipToWrite}</a>` : nothing}
      <div class="shell">
        <header class="topbar">
          <a class="brand" href=${href('rooms')}><img src="/favicon.svg" alt="" width="26" height="26">${texts.name}</a>
          <sb-badge></sb-badge><sb-theme-button></sb-theme-button>${this.#signOut()}
        </header>
        <nav class="rail" aria-label=${texts.navigation}>
          <a class="brand" href=${href('rooms')}><img src="/favicon.svg" alt="" width="30" height="30">${texts.name}</a>
          ${FEATURES.map((each) => this.#link(each))}
          ${session.isAdmin ? this.#link('admin') : nothing}
          <div class="rail-foot"><sb-badge></sb-badge>${this.#me()}</div>
        </nav>
        <div class="stage">
          <main class="page" id="main" tabindex="-1">${PAGES[feature](id)}</main>
        </div>
      </div>`;
  }

  #link(feature) {
    const unread = following.unread(feature);
    return html`
      <a class="rail-link" href=${href(feature)} aria-current=${feature === this.#shown.feature ? 'page' : nothing}>
        ${icon(feature)}<span>${texts[feature].title}</span>
        ${unread ? html`<span class="count">${unread}<span class="unseen"> ${texts.unread}</span></span>` : nothing}
      </a>`;
  }

  #me() {
    const { id, username, groups } = session.user;
    const role = groups.includes('admin') ? texts.roles.admin : groups.includes('service') ? texts.roles.service : texts.roles.user;
    return html`
      <div class="me">
        ${avatar(id, username)}
        <div><b class="cut">${username}</b><small class="faint cut">${role}</small></div>
        <sb-theme-button></sb-theme-button>${this.#signOut()}
      </div>`;
  }

  #signOut() {
    return html`<button class="button plain square compact" aria-label=${texts.signOut} title=${texts.signOut} @click=${() => session.end(false)}>${icon('leave')}</button>`;
  }

  /** Turns to another page; what has the focus is not lost with the one before. */
  async #turn() {
    const { feature } = this.place;
    const focused = document.activeElement;
    this.place = route();
    this.#see();
    await this.updateComplete;
    await this.querySelector('#main > *')?.updateComplete;
    if (feature !== this.place.feature) {
      this.querySelector('#main')?.focus();
    } else if (!focused.checkVisibility()) {
      this.#content?.focus();
    }
  }

  /** Where reading begins: what was chosen from a list, or else the page. */
  get #content() {
    return this.querySelector('.chosen .detail-pane') ?? this.querySelector('#main');
  }

  #see() {
    const { feature, id } = this.#shown;
    if (document.visibilityState === 'visible') {
      following.see(feature, id);
    }
  }

  #skip(event) {
    event.preventDefault();
    this.#content.focus();
  }

  #skipToWrite(event) {
    event.preventDefault();
    (this.querySelector('.composer textarea') ?? this.#content).focus();
  }

  updated() {
    const { feature, id } = this.#shown;
    const page = texts[feature].title;
    const unread = FEATURES.reduce((sum, each) => sum + following.unread(each), 0);
    const title = id && feature !== 'boards' && feature !== 'people' ? `${id} · ${page}` : page;
    document.title = session.user ? `${unread ? `(${unread}) ` : ''}${title} · ${texts.name}` : texts.name;
  }
}
customElements.define('sb-app', App);
