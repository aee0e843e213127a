import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { NoteBook } from './note-book.js';
import { places } from '../model/places.js';
import { go } from '../model/router.js';
import { icon } from '../ui/icon.js';
import { empty, more, standing, trouble } from '../ui/parts.js';
import './note-card.js';
import { texts } from '../texts.js';

const t = texts.notes;

/** One's own notes, or everybody's public ones (`#/notes/public`). */
class NotesPage extends Element {
  static properties = { thing: {} };

  #book;

  willUpdate(changed) {
    if (changed.has('thing') || !this.#book) {
      this.release();
      const place = { feature: 'notes', id: this.#feed };
      this.#book = places.enter(place, (changed) => new NoteBook(place.id, changed), () => this.requestUpdate());
      this.hold(() => places.leave(place));
    }
  }

  get #feed() {
    return this.thing === 'public' ? 'public' : 'mine';
  }

  render() {
    const { items, reading } = this.#book;
    return html`
      <div class="wide notes-page">
        <div class="pane-head">
          <h1>${t.title}</h1>
          <div class="segments" role="radiogroup" aria-label=${t.which}>
            ${['mine', 'public'].map((feed) => html`
              <label><input type="radio" name="feed" .checked=${feed === this.#feed} @change=${() => go('notes', feed)}><span>${t.feeds[feed]}</span></label>`)}
          </div>
        </div>
        <div class="scroll"><div class="column">
          ${this.#feed === 'mine' ? this.#form() : nothing}
          ${trouble(reading)} ${standing(reading, items, () => empty('notes', t.empty[this.#feed].title, t.empty[this.#feed].hint))}
          <div class="notes-grid" aria-live="polite">
            ${repeat(items, ({ id }) => id, (note) => html`<sb-note .note=${note} .own=${this.#feed === 'mine'} .book=${this.#book}></sb-note>`)}
          </div>
          ${more(reading, texts.older)}
        </div></div>
      </div>`;
  }

  #form() {
    return html`
      <form class="write" @submit=${this.#write} aria-label=${t.write}>
        <textarea class="input" name="content" required maxlength="16384" rows="2" aria-label=${t.text} placeholder=${t.text}></textarea>
        <div class="row">
          <label class="switch"><input type="checkbox" role="switch" name="isPublic">${t.share}</label>
          <span class="space"></span>
          <button class="button main">${icon('plus')}${t.add}</button>
        </div>
      </form>`;
  }

  #write(event) {
    event.preventDefault();
    const { content, isPublic } = event.target.elements;
    if (content.value.trim()) {
      this.#book.write(content.value, isPublic.checked);
      event.target.reset();
      content.focus();
    }
  }
}
customElements.define('sb-notes-page', NotesPage);
