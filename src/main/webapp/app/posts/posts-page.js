import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { LatestComments } from './latest.js';
import { following } from '../model/following.js';
import { live } from '../model/live.js';
import { people } from '../model/people.js';
import { go, href } from '../model/router.js';
import { icon } from '../ui/icon.js';
import { empty, idIn, problem, skeleton } from '../ui/parts.js';
import './post-view.js';
import { texts } from '../texts.js';

const t = texts.posts;

/** States of the connection in which the latest comments will soon be there. */
const COMING = new Set(['connecting', 'open']);

/** Posts that are talked about, and one of them. */
class PostsPage extends Element {
  static properties = { thing: {} };

  #latest = new LatestComments(() => this.requestUpdate());

  connectedCallback() {
    super.connectedCallback();
    this.#latest.start();
    this.hold(
      () => this.#latest.stop(),
      following.onChange(() => this.requestUpdate()),
      live.onState(() => this.requestUpdate()),
      people.onChange(() => this.requestUpdate()),
    );
  }

  willUpdate(changed) {
    if (changed.has('thing') && this.thing) {
      following.add('posts', this.thing);
    }
  }

  render() {
    return html`
      <div class="panes ${this.thing ? 'chosen' : ''}">
        <section class="list-pane" aria-label=${t.title}>
          <div class="pane-head"><h1>${t.title}</h1></div>
          <form class="new-entry" @submit=${this.#open}>
            <input class="input" name="post" required maxlength="128" autocomplete="off" aria-label=${t.name} placeholder=${t.name}>
            <button class="button square" aria-label=${t.open} title=${t.open}>${icon('plus')}</button>
          </form>
          <div class="entries">${problem(this.#latest.error, () => this.#latest.start())} ${this.#entries()}</div>
        </section>
        <section class="detail-pane" tabindex="-1" aria-label=${this.thing ?? t.title}>
          ${this.thing ? keyed(this.thing, html`<sb-post .post=${this.thing}></sb-post>`) : empty('posts', t.none.title, t.none.hint)}
        </section>
      </div>`;
  }

  #entries() {
    const { items: latest, ready, error } = this.#latest;
    if (!ready && !error && COMING.has(live.status.state)) {
      return skeleton();
    }
    const quiet = following.of('posts').filter(({ id }) => !latest.some(({ postId }) => postId === id));
    const all = [...latest, ...quiet.map(({ id }) => ({ postId: id }))];
    if (!all.length && !error) {
      return ready ? empty('posts', t.empty.title, t.empty.hint) : skeleton();
    }
    return html`<ul>${repeat(all, ({ postId }) => postId, (post) => this.#entry(post))}</ul>`;
  }

  #entry({ postId, text, userId }) {
    const unread = following.unread('posts', postId);
    return html`<li>
      <a class="entry ${unread ? 'unread' : ''}" href=${href('posts', postId)} aria-current=${postId === this.thing ? 'page' : nothing}>
        <span class="glyph">${icon('posts')}</span>
        <span class="about">
          <b class="cut">${postId}</b>
          <small class="cut">${text === undefined ? t.quiet : `${people.nameOf(userId)}: ${text}`}</small>
        </span>
        ${unread ? html`<span class="count">${unread}<span class="unseen"> ${texts.unread}</span></span>` : nothing}
      </a>
    </li>`;
  }

  #open(event) {
    event.preventDefault();
    const id = idIn(event.target.elements.post);
    if (id) {
      event.target.reset();
      go('posts', id);
    }
  }
}
customElements.define('sb-posts-page', PostsPage);
