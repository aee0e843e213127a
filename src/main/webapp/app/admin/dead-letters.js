import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { call, list } from '../model/api.js';
import { ago, full } from '../model/time.js';
import { icon } from '../ui/icon.js';
import { empty, problem, skeleton } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.admin;

/** How many letters are added at a time. */
const PAGE = 20;

/** Commands that could not be carried out: to be looked at, tried again, or given up. */
class DeadLetters extends Element {
  static properties = { queues: { attribute: false }, queue: {}, letters: { state: true }, error: { state: true } };

  #most = PAGE;
  #hasMore = false;

  constructor() {
    super();
    this.queue = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.repeat(() => this.#load(), 3_000);
  }

  /** Reads again what is shown, or for the first time what is to be. */
  async #load() {
    const { queue } = this;
    try {
      const { items, next } = await list(`/dead-letters${queue && `?queue=${encodeURIComponent(queue)}`}`, { most: this.#most });
      if (queue === this.queue) {
        this.letters = items;
        this.#hasMore = next !== undefined;
      }
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  #more() {
    this.#most += PAGE;
    return this.#load();
  }

  #replay(id) {
    return this.#command('POST', `/${encodeURIComponent(id)}/replay`);
  }

  #replayAll() {
    if (confirm(t.letters.sureToReplay(this.queue))) {
      this.#command('POST', `/replay?queue=${encodeURIComponent(this.queue)}`);
    }
  }

  #remove(id) {
    if (confirm(t.letters.sureToRemove)) {
      this.#command('DELETE', `/${encodeURIComponent(id)}`);
    }
  }

  #command(method, path) {
    return this.act(async () => {
      await call(method, `/dead-letters${path}`);
      await this.#load();
    });
  }

  render() {
    return html`
      <section class="panel" aria-label=${t.letters.title}>
        <div class="panel-head">
          <h2>${t.letters.title}</h2>
          <select class="input" aria-label=${t.letters.queue} @change=${this.#choose}>
            <option value="">${t.letters.all}</option>
            ${(this.queues ?? []).map(({ name, deadLetters }) => html`<option value=${name} ?selected=${name === this.queue}>${name} (${deadLetters})</option>`)}
          </select>
          <button class="button" ?disabled=${!this.queue || !this.letters?.length} @click=${this.#replayAll}>${icon('again')}${t.letters.replayAll}</button>
        </div>
        ${problem(this.refusal)} ${problem(this.error)}
        ${this.letters ? nothing : skeleton()}
        ${this.letters?.length === 0 ? empty('done', t.letters.none.title, t.letters.none.hint) : nothing}
        <div>${repeat(this.letters ?? [], ({ id }) => id, (letter) => this.#letter(letter))}</div>
        ${this.#hasMore ? html`<button class="button more" @click=${this.#more}>${texts.older}</button>` : nothing}
      </section>`;
  }

  #letter({ id, queue, kind, deliveryCount, error, failedAt, body }) {
    return html`
      <article class="letter" data-id=${id} aria-label=${t.letters.one(kind ?? queue)}>
        <div class="card-foot">
          <b>${kind ?? t.letters.unknown}</b><span class="tag">${queue}</span>
          <small class="faint"><time datetime=${failedAt} title=${full(failedAt)}>${ago(failedAt)}</time> · ${t.letters.tries(deliveryCount)}</small>
          <span class="space"></span>
          <button class="button compact" @click=${() => this.#replay(id)}>${icon('again')}${t.letters.replay}</button>
          <button class="button compact danger" @click=${() => this.#remove(id)}>${icon('remove')}${t.letters.remove}</button>
        </div>
        <p class="why">${error}</p>
        <details><summary>${t.letters.inspect}</summary><pre tabindex="0">${pretty(body)}</pre></details>
      </article>`;
  }

  #choose(event) {
    this.queue = event.target.value;
    this.letters = undefined;
    this.#most = PAGE;
    this.#load();
  }
}
customElements.define('sb-dead-letters', DeadLetters);

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body ?? t.letters.noBody;
  }
}
