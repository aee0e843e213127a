import { html, nothing } from 'lit';
import { icon } from './icon.js';
import { avatar } from './parts.js';
import { people } from '../model/people.js';
import { href } from '../model/router.js';
import { clock, full } from '../model/time.js';
import { texts } from '../texts.js';

/** Messages of one author that are so close stand under one name. */
const CLOSE = 5 * 60_000;

const GLYPHS = { queued: 'wait', sent: 'wait', accepted: 'done', failed: 'alert' };

/** Whether a message begins a new group, rather than to go on with the one before. */
export const begins = (message, before) =>
  !before || before.userId !== message.userId || Date.parse(message.at) - Date.parse(before.at) > CLOSE;

/** One message of a conversation. */
export function messageView(message, first, { retry, discard }) {
  const { id, userId, text, at, number, state, fresh, error } = message;
  const name = message.username ?? people.nameOf(userId);
  return html`
    <div class="message ${first ? 'first' : ''} ${state ?? ''} ${fresh ? 'fresh' : ''}" data-id=${id}>
      ${first ? avatar(userId, name) : nothing}
      <div class="body">
        ${first
          ? html`<div class="who">
              <a href=${href('people', userId)}><b>${name}</b></a>
              <time datetime=${at} title=${full(at)}>${clock(at)}</time>
            </div>`
          : html`<span class="unseen">${name}:</span>`}
        <div class="text">${text}</div>
        ${state === 'failed'
          ? html`<div class="problem" role="alert">
              ${error?.message}
              <button class="button compact" @click=${() => retry(message)}>${texts.retry}</button>
              <button class="button compact plain" @click=${() => discard(message)}>${texts.discard}</button>
            </div>`
          : nothing}
      </div>
      <div class="side">
        ${state
          ? html`<span title=${texts.delivery[state]}>${icon(GLYPHS[state])}<span class="unseen">${texts.delivery[state]}</span></span>`
          : number === undefined
            ? html`<span title=${texts.unnumbered}>·<span class="unseen">${texts.unnumbered}</span></span>`
            : html`<span title=${texts.numbered}>#${number}</span>`}
      </div>
    </div>`;
}
