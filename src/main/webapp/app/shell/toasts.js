import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { following } from '../model/following.js';
import { live } from '../model/live.js';
import { people } from '../model/people.js';
import { places } from '../model/places.js';
import { onRefusal } from '../model/refusals.js';
import { href } from '../model/router.js';
import { session } from '../model/session.js';
import { icon } from '../ui/icon.js';
import { avatar, messageOf } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.toasts;

/** How long a toast stays, and how many there are at most. */
const STAY = 7_000;
const MOST = 3;

/** Tells of what happens elsewhere than on the screen. */
class Toasts extends Element {
  static properties = { toasts: { state: true } };

  #count = 0;

  constructor() {
    super();
    this.toasts = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.hold(
      following.onNews((news) => this.#tellNews(news)),
      following.onFailure((failure) => this.#tellFailure(failure)),
      places.onFailure((failure) => this.#tellFailure(failure)),
      onRefusal((error) => this.#tell({ title: t.notDone, text: messageOf(error) })),
      live.on('broadcast', ({ data }) => this.#tell({ title: t.announcement, text: typeof data === 'string' ? data : JSON.stringify(data) })),
      live.subscribe({ notes: 'mine' }, (frame) => this.#tellOfNote(frame)),
      session.onChange(({ ended }) => ended && this.#tell({ title: t.sessionEnded, text: t.signInAgain })),
      people.onChange(() => this.requestUpdate()),
    );
  }

  render() {
    return html`
      <div class="toasts" role="log" tabindex="-1" aria-live="polite" aria-label=${t.label}>
        ${repeat(this.toasts, ({ id }) => id, (toast) => this.#toast(toast))}
      </div>`;
  }

  #toast({ id, title, text, userId, username, address }) {
    const name = userId && (username ?? people.nameOf(userId));
    const content = html`<b>${name ? t.from(name, title) : title}</b><p>${text}</p>`;
    return html`
      <div class="toast" @mouseenter=${() => this.#keep(id)} @focusin=${() => this.#keep(id)}>
        ${userId ? avatar(userId, name, 'small') : icon('megaphone')}
        ${address ? html`<a href=${address} @click=${() => this.#drop(id)}>${content}</a>` : html`<div class="about">${content}</div>`}
        <button class="button plain square compact" aria-label=${t.close} @click=${() => this.#drop(id)}>${icon('close')}</button>
      </div>`;
  }

  #tellNews({ feature, id, title, frame: { message, data } }) {
    const { userId, username, content, data: text } = message ?? data.comment;
    this.#tell({ title, userId, username, text: content ?? text, address: href(feature, id) });
  }

  #tellOfNote({ type, error }) {
    if (type === 'note-failed') {
      this.#tellFailure({ feature: 'notes', id: 'mine', error: { message: error } });
    }
  }

  /** It may be known from two sides, and is told once. */
  #tellFailure({ feature, id, title = id, error }) {
    const toast = { title: feature === 'notes' ? t.noteFailed : t.notSent(title), text: messageOf(error), address: href(feature, id) };
    const isTold = this.toasts.some(({ title, text }) => title === toast.title && text === toast.text);
    if (!isTold) {
      this.#tell(toast);
    }
  }

  #tell(toast) {
    this.#count += 1;
    const id = this.#count;
    const timer = setTimeout(() => this.#drop(id), STAY);
    this.toasts = [...this.toasts.slice(1 - MOST), { ...toast, id, timer }];
  }

  #keep(id) {
    clearTimeout(this.toasts.find((toast) => toast.id === id)?.timer);
  }

  #drop(id) {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}
customElements.define('sb-toasts', Toasts);
