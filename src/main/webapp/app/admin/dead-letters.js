import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { call, get } from '../model/api.js';
import { ago, full } from '../model/time.js';
import { icon } from '../ui/icon.js';
import { empty, problem, skeleton } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.admin;

/** Commands that could not be carried out: to be looked at, tried again, or given up. */
class DeadLetters extends Element {
  static properties = { queues: { attribute: false }, queue: {}, letters: { state: true }, error: { state: true } };

  #next;

  constructor() {
    super();
    this.queue = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.repeat(() => this.load(), 3_000);
  }

  /** Reads the first page again. */
  async load() {
    await this.#attempt(async () => {
      const page = await this.#page('');
      this.letters = page.items;
      this.#next = page.next;
    });
  }

  #page(from) {
    const queue = this.queue ? `&queue=${encodeURIComponent(this.queue)}` : '';
    return get(`/dead-letters?limit=20${queue}${from}`);
  }

  #more() {
    return this.#attempt(async () => {
      const page = await this.#page(`&cursor=${encodeURIComponent(this.#next)}`);
      this.letters = [...this.letters, ...page.items];
      this.#next = page.next;
    });
  }

  async #attempt(work) {
    try {
      await work();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  #act(method, path) {
    return this.#attempt(async () => {
      await call(method, `/dead-letters${path}`);
      await this.load();
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
          <button class="button" ?disabled=${!this.queue || !this.letters?.length} @click=${() => this.#act('POST', `/replay?queue=${encodeURIComponent(this.queue)}`)}>${icon('again')}${t.letters.replayAll}</button>
        </div>
        ${problem(this.error)}
        ${this.letters ? nothing : skeleton()}
        ${this.letters?.length === 0 ? empty('done', t.letters.none.title, t.letters.none.hint) : nothing}
        <div>${repeat(this.letters ?? [], ({ id }) => id, (letter) => this.#letter(letter))}</div>
        ${this.#next ? html`<button class="button more" @click=${() => this.#more()}>${texts.older}</button>` : nothing}
      </section>`;
  }

  #letter({ id, queue, kind, deliveryCount, error, failedAt, body }) {
    return html`
      <article class="letter" data-id=${id} aria-label=${t.letters.one(kind ?? queue)}>
        <div class="card-foot">
          <b>${kind ?? t.letters.unknown}</b><span class="tag">${queue}</span>
          <small class="faint"><time datetime=${failedAt} title=${full(failedAt)}>${ago(failedAt)}</time> · ${t.letters.tries(deliveryCount)}</small>
          <span class="space"></span>
          <button class="button compact" @click=${() => this.#act('POST', `/${encodeURIComponent(id)}/replay`)}>${icon('again')}${t.letters.replay}</button>
          <button class="button compact danger" @click=${() => this.#act('DELETE', `/${encodeURIComponent(id)}`)}>${icon('remove')}${t.letters.remove}</button>
        </div>
        <p class="why">${error}</p>
        <details><summary>${t.letters.inspect}</summary><pre tabindex="0">${pretty(body)}</pre></details>
      </article>`;
  }

  #choose(event) {
    this.queue = event.target.value;
    this.load();
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
