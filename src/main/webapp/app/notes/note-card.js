import { html, nothing } from 'lit';
import { Element } from '../element.js';
import { session } from '../model/session.js';
import { ago, full } from '../model/time.js';
import { icon } from '../ui/icon.js';
import { avatar, problem } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.notes;

/**
 * One note; its author may change and remove it. `own` says that it is the reader's, whatever name it was
 * written under; `editing` is the note as it was when that began.
 */
class NoteCard extends Element {
  static properties = { note: { attribute: false }, own: { attribute: false }, book: { attribute: false }, editing: { state: true } };

  render() {
    const { username, content, isPublic, at, updatedAt, state, error, again } = this.note;
    const isPending = state !== undefined && state !== 'failed';
    const mine = this.own || username === session.user?.username;
    return html`
      <article tabindex="-1" class="card ${isPending ? 'pending' : state ?? ''}" data-id=${this.note.id} aria-busy=${isPending}>
        ${mine ? nothing : html`<div class="card-head">${avatar(username, username, 'small')}<b>${username}</b></div>`}
        ${this.editing ? this.#form() : html`<p class="text">${content}</p>`}
        ${state === 'failed' ? problem(error, again) : nothing}
        <div class="card-foot">
          ${state ? html`<span class="tag ${state === 'failed' ? 'bad' : 'warn'}">${icon(state === 'failed' ? 'alert' : 'wait')}${t.states[isPending ? 'pending' : 'failed']}</span>` : nothing}
          ${mine ? html`<span class="tag ${isPublic ? 'good' : ''}">${icon(isPublic ? 'globe' : 'lock')}${isPublic ? t.isPublic : t.isPrivate}</span>` : nothing}
          <small class="faint"><time datetime=${at} title=${full(at)}>${ago(at)}</time>${updatedAt ? ` · ${t.edited}` : nothing}</small>
          <span class="space"></span>
          ${state === 'failed' ? html`<button class="button compact" @click=${() => this.book.discard(this.note)}>${texts.discard}</button>` : nothing}
          ${mine && !this.editing && !state ? this.#actions() : nothing}
        </div>
      </article>`;
  }

  #actions() {
    return html`
      <button class="button plain square compact" aria-label=${t.edit} title=${t.edit} @click=${this.#edit}>${icon('edit')}</button>
      <button class="button plain square compact" aria-label=${t.remove} title=${t.remove} @click=${() => this.book.remove(this.note)}>${icon('remove')}</button>`;
  }

  #form() {
    const { content, isPublic } = this.editing;
    return html`
      <form class="column" @submit=${this.#save}>
        <textarea class="input" name="content" required maxlength="16384" aria-label=${t.text} .value=${content}></textarea>
        <label class="switch"><input type="checkbox" role="switch" name="isPublic" .checked=${isPublic}>${t.share}</label>
        <div class="card-foot">
          <button class="button main compact">${texts.save}</button>
          <button type="button" class="button compact plain" @click=${() => (this.editing = undefined)}>${texts.cancel}</button>
        </div>
      </form>`;
  }

  async #edit() {
    this.editing = this.note;
    await this.updateComplete;
    this.querySelector('textarea').focus();
  }

  #save(event) {
    event.preventDefault();
    const { content, isPublic } = event.target.elements;
    this.book.change(this.editing, content.value, isPublic.checked);
    this.editing = undefined;
  }
}
customElements.define('sb-note', NoteCard);
