import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { icon } from './icon.js';
import { begins, messageView } from './message.js';
import { empty, messageOf, problem, standing, submitOnEnter, trouble } from './parts.js';
import { Conversation } from '../model/conversation.js';
import { live } from '../model/live.js';
import { people } from '../model/people.js';
import { day } from '../model/time.js';
import { texts } from '../texts.js';

/** So near to its end, in pixels, a log follows what is new; so near to its start it loads more. */
const NEAR = 120;

/** So many messages are known at most while one follows what is new. */
const MOST = 500;

/**
 * The messages of a room or a chat, and the line to write on. `source` says of which, for good; `compose(
 * text)` makes the message that is sent; `foot` is shown under the line; where `readonly` holds a
 * text, there is no line but that.
 */
class ConversationView extends Element {
  static properties = {
    source: { attribute: false },
    label: {},
    compose: { attribute: false },
    foot: { attribute: false },
    readonly: {},
    behind: { state: true },
  };

  #conversation;
  #following = true;
  #height = 0;
  #firstId;
  #lastId;

  connectedCallback() {
    super.connectedCallback();
    this.#listen();
  }

  #listen() {
    this.#following = true;
    this.behind = false;
    this.#conversation = new Conversation(this.source, () => this.requestUpdate());
    this.#conversation.start();
    const again = () => this.#following && this.#toEnd();
    const sizes = new ResizeObserver(again);
    sizes.observe(this);
    this.hold(
      () => this.#conversation.stop(),
      () => sizes.disconnect(),
      people.onChange(() => this.requestUpdate()),
    );
  }

  render() {
    const { items, reading } = this.#conversation;
    const { error, isGone, history: { ready, busy } } = reading;
    return html`
      <div class="conversation">
        <div class="log" role="log" tabindex="0" aria-label=${this.label} aria-busy=${(!ready && !error) || busy} @scroll=${this.#scrolled}>
          <div class="log-inner">
            ${isGone ? nothing : standing(reading, items, () => empty('chats', texts.silence.title, texts.silence.hint))}
            ${ready && items.length && !isGone ? this.#edge() : nothing}
            ${repeat(items, ({ key, id }) => key ?? id, (message, index) => this.#message(message, items[index - 1]))}
          </div>
        </div>
        <form class="composer" @submit=${this.#submit}>
          ${this.behind
            ? html`<button type="button" class="button compact to-end" @click=${this.#toEnd}>${icon('down')}${texts.newest}</button>`
            : nothing}
          ${isGone ? nothing : trouble(reading)}
          ${isGone || this.readonly
            ? html`<p class="problem" role="status">${icon('lock')}${isGone ? texts.gone(messageOf(error)) : this.readonly}</p>`
            : html`
                <div class="composer-box">
                  <textarea class="input" name="text" rows="1" maxlength="16384" aria-label=${texts.write} placeholder=${texts.write} @keydown=${submitOnEnter}></textarea>
                  <button class="button main square" aria-label=${texts.send}>${icon('send')}</button>
                </div>
                <div class="composer-foot">${this.foot ?? nothing}<span class="hint">${texts.enterSends}</span></div>`}
        </form>
      </div>`;
  }

  #edge() {
    const { history } = this.#conversation.reading;
    const { hasMore, stuck } = history;
    return stuck
      ? problem(stuck, () => history.further())
      : html`<div class="log-edge">${hasMore ? texts.loading : texts.beginning}</div>`;
  }

  #message(message, before) {
    const newDay = !before || day(before.at) !== day(message.at);
    return html`
      ${newDay ? html`<div class="day">${day(message.at)}</div>` : nothing}
      ${messageView(message, newDay || begins(message, before), {
        retry: ({ key, message: sent }) => {
          this.#conversation.forget(key);
          live.send({ ...sent, clientMessageId: undefined });
        },
        discard: ({ key }) => this.#conversation.forget(key),
      })}`;
  }

  updated() {
    const log = this.#log;
    const { items, reading } = this.#conversation;
    const firstId = items[0]?.id;
    const lastId = items.at(-1)?.id;
    if (this.#following) {
      this.#toEnd();
    } else if (firstId !== this.#firstId) {
      log.scrollTop += log.scrollHeight - this.#height;
    } else if (lastId !== this.#lastId) {
      this.behind = true;
    }
    this.#height = log.scrollHeight;
    this.#firstId = firstId;
    this.#lastId = lastId;
    this.#look();
    if (!reading.history.stuck) {
      this.#reach();
    }
    if (this.#following) {
      reading.history.shorten(MOST, () => this.#following);
    }
  }

  get #log() {
    return this.querySelector('.log');
  }

  #scrolled = () => {
    this.#look();
    this.#reach();
  };

  #look() {
    const { scrollTop, scrollHeight, clientHeight } = this.#log;
    this.#following = scrollHeight - clientHeight - scrollTop < NEAR / 2;
    this.behind &&= !this.#following;
  }

  #reach() {
    if (this.#log.scrollTop < NEAR) {
      this.#conversation.reading.history.further();
    }
  }

  #toEnd = () => {
    this.#log?.scrollTo({ top: this.#log.scrollHeight });
  };

  #submit(event) {
    event.preventDefault();
    const field = event.target.elements.text;
    if (field?.value.trim()) {
      this.#following = true;
      live.send(this.compose(field.value));
      field.value = '';
    }
    field?.focus();
  }
}
customElements.define('sb-conversation', ConversationView);
