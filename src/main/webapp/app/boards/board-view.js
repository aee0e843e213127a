import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { BoardPosts } from './board-posts.js';
import { following } from '../model/following.js';
import { people } from '../model/people.js';
import { places } from '../model/places.js';
import { href } from '../model/router.js';
import { ago, full } from '../model/time.js';
import { icon } from '../ui/icon.js';
import { avatar, back, empty, more, problem, standing, trouble } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.boards;

/** One board, always the same: a form to write on it, and what stands on it. */
class BoardView extends Element {
  static properties = { board: { attribute: false }, topic: { state: true } };

  #posts;

  connectedCallback() {
    super.connectedCallback();
    const { id, name } = this.board;
    const place = { feature: 'boards', id, title: name };
    this.#posts = places.enter(place, (changed) => new BoardPosts(id, changed), () => this.requestUpdate());
    this.hold(
      () => places.leave(place),
      people.onChange(() => this.requestUpdate()),
      following.onChange(() => this.requestUpdate()),
    );
  }

  render() {
    const { id, name, createdBy } = this.board;
    const follows = following.has('boards', id);
    return html`
      <div class="wide">
        <div class="pane-head">
          ${back(href('boards'))}
          <div class="titles"><h2 class="cut">${name}</h2><p class="cut">${t.by(people.nameOf(createdBy))}</p></div>
          <button class="button compact" aria-pressed=${follows} @click=${this.#toggle}>
            ${icon(follows ? 'bell' : 'bellOff')}${follows ? texts.followed : texts.follow}
          </button>
        </div>
        <div class="scroll"><div class="column">
          ${this.#form()} ${this.#topics()} ${this.#list()}
        </div></div>
      </div>`;
  }

  #form() {
    return html`
      <form class="write" @submit=${this.#submit} aria-label=${t.write}>
        <input class="input" name="topic" required maxlength="200" autocomplete="off" list="topics" aria-label=${t.topic} placeholder=${t.topic}>
        <datalist id="topics">${this.#posts.topics.map((topic) => html`<option value=${topic}></option>`)}</datalist>
        <textarea class="input" name="text" required maxlength="16384" rows="2" aria-label=${t.text} placeholder=${t.text}></textarea>
        <div class="row"><span class="space"></span><button class="button main">${icon('send')}${t.post}</button></div>
      </form>`;
  }

  #topics() {
    const { topics } = this.#posts;
    return topics.length < 2 ? nothing : html`
      <div class="chips" role="group" aria-label=${t.byTopic}>
        <button class="tag" aria-pressed=${!this.topic} @click=${() => (this.topic = undefined)}>${t.all}</button>
        ${repeat(topics.slice(0, 12), (topic) => topic, (topic) => html`
          <button class="tag" aria-pressed=${topic === this.topic} @click=${() => (this.topic = topic)}>${topic}</button>`)}
      </div>`;
  }

  #list() {
    const { reading } = this.#posts;
    const posts = this.#posts.of(this.topic);
    return html`
      ${trouble(reading)} ${standing(reading, posts, () => empty('boards', t.blank.title, t.blank.hint))}
      <div class="column" role="log" aria-label=${t.log(this.board.name)}>
        ${repeat(posts, ({ id }) => id, (post) => this.#post(post))}
      </div>
      ${more(reading, texts.older)}`;
  }

  #post(post) {
    const { id, topic, text, userId, at, number, state, fresh, error, again } = post;
    const name = people.nameOf(userId);
    return html`
      <article tabindex="-1" class="card ${state && state !== 'failed' ? 'pending' : state ?? ''} ${fresh ? 'fresh' : ''}" data-id=${id}>
        <div class="card-head">
          ${avatar(userId, name)}
          <div class="titles"><b>${name}</b><small><time datetime=${at} title=${full(at)}>${ago(at)}</time></small></div>
          <span class="tag accent">${topic}</span>
          <span class="faint small number">${state ? texts.delivery[state] : number && `#${number}`}</span>
        </div>
        <p class="text">${text}</p>
        ${state === 'failed' ? html`
          ${problem(error, again)}
          <div class="card-foot"><button class="button compact" @click=${() => this.#posts.discard(post)}>${texts.discard}</button></div>` : nothing}
      </article>`;
  }

  #submit(event) {
    event.preventDefault();
    const { topic, text } = event.target.elements;
    if (topic.value.trim() && text.value.trim()) {
      this.#posts.post(topic.value.trim(), text.value);
      text.value = '';
      text.focus();
    }
  }

  #toggle() {
    const { id, name } = this.board;
    if (following.has('boards', id)) {
      following.remove('boards', id);
    } else {
      following.add('boards', id, { title: name });
    }
  }
}
customElements.define('sb-board', BoardView);
