import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { Comments } from './comments.js';
import { following } from '../model/following.js';
import { people } from '../model/people.js';
import { places } from '../model/places.js';
import { href } from '../model/router.js';
import { session } from '../model/session.js';
import { ago, full } from '../model/time.js';
import { icon } from '../ui/icon.js';
import { avatar, back, empty, more, problem, standing, submitOnEnter, trouble } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.posts;

/**
 * One post with its comments, live; always the same. `editing` is the comment that is changed, as it
 * was when that began.
 */
class PostView extends Element {
  static properties = { post: {}, editing: { state: true } };

  #comments;

  connectedCallback() {
    super.connectedCallback();
    const place = { feature: 'posts', id: this.post, title: this.post };
    this.#comments = places.enter(place, (changed) => new Comments(place.id, changed), () => this.requestUpdate());
    this.hold(
      () => places.leave(place),
      people.onChange(() => this.requestUpdate()),
      following.onChange(() => this.requestUpdate()),
    );
  }

  render() {
    const { items, reading } = this.#comments;
    const follows = following.has('posts', this.post);
    return html`
      <div class="wide">
        <div class="pane-head">
          ${back(href('posts'))}
          <div class="titles"><h2 class="cut">${this.post}</h2><p>${t.count(items.length, reading.history.hasMore)}</p></div>
          <button class="button compact" aria-pressed=${follows} @click=${this.#toggle}>
            ${icon(follows ? 'bell' : 'bellOff')}${follows ? texts.followed : texts.follow}
          </button>
        </div>
        <div class="scroll"><div class="column">
          ${standing(reading, items, () => empty('posts', t.blank.title, t.blank.hint))}
          <div class="column" role="log" aria-label=${t.log(this.post)}>
            ${repeat(items, ({ id }) => id, (comment) => this.#comment(comment))}
          </div>
          ${more(reading, t.further)}
        </div></div>
        <form class="composer" @submit=${this.#write}>
          ${trouble(reading)}
          <div class="composer-box">
            <textarea class="input" name="text" rows="1" maxlength="16384" aria-label=${t.write} placeholder=${t.write} @keydown=${submitOnEnter}></textarea>
            <button class="button main square" aria-label=${texts.send}>${icon('send')}</button>
          </div>
        </form>
      </div>`;
  }

  #comment(comment) {
    const { id, text, userId, at, updatedAt, state, error, fresh, again } = comment;
    const editing = this.editing?.id === id;
    const name = people.nameOf(userId);
    const mine = userId === session.user?.id;
    return html`
      <article tabindex="-1" class="card ${state && state !== 'failed' ? 'pending' : state ?? ''} ${fresh ? 'fresh' : ''}" data-id=${id}>
        <div class="card-head">
          ${avatar(userId, name)}
          <div class="titles">
            <b>${name}</b>
            <small><time datetime=${at} title=${full(at)}>${ago(at)}</time>${updatedAt ? ` · ${t.edited}` : nothing}</small>
          </div>
          ${state && state !== 'failed' ? html`<span class="faint small">${texts.delivery[state]}</span>` : nothing}
          ${mine && !state && !editing ? this.#actions(comment) : nothing}
        </div>
        ${editing ? this.#form() : html`<p class="text">${text}</p>`}
        ${state === 'failed' ? html`
          ${problem(error, again)}
          <div class="card-foot"><button class="button compact" @click=${() => this.#comments.discard(comment)}>${texts.discard}</button></div>` : nothing}
      </article>`;
  }

  #actions(comment) {
    return html`
      <button class="button plain square compact" aria-label=${t.edit} title=${t.edit} @click=${() => this.#edit(comment)}>${icon('edit')}</button>
      <button class="button plain square compact" aria-label=${t.remove} title=${t.remove} @click=${() => this.#comments.remove(comment)}>${icon('remove')}</button>`;
  }

  #form() {
    return html`
      <form class="column" @submit=${this.#save}>
        <textarea class="input" name="text" required maxlength="16384" aria-label=${t.text} .value=${this.editing.text}></textarea>
        <div class="card-foot">
          <button class="button main compact">${texts.save}</button>
          <button type="button" class="button compact plain" @click=${() => (this.editing = undefined)}>${texts.cancel}</button>
        </div>
      </form>`;
  }

  async #edit(comment) {
    this.editing = comment;
    await this.updateComplete;
    this.querySelector('article textarea').focus();
  }

  #save(event) {
    event.preventDefault();
    this.#comments.edit(this.editing, event.target.elements.text.value);
    this.editing = undefined;
  }

  async #write(event) {
    event.preventDefault();
    const { text } = event.target.elements;
    if (text.value.trim()) {
      this.#comments.write(text.value);
      text.value = '';
      await this.updateComplete;
      const scroll = this.querySelector('.scroll');
      scroll.scrollTo({ top: scroll.scrollHeight });
    }
  }

  #toggle() {
    if (following.has('posts', this.post)) {
      following.remove('posts', this.post);
    } else {
      following.add('posts', this.post);
    }
  }
}
customElements.define('sb-post', PostView);
