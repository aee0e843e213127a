import { html, nothing } from 'lit';
import { icon } from './icon.js';
import { toId } from '../model/router.js';
import { texts } from '../texts.js';

const HUES = 8;

/** The initials of somebody, in a colour of his own. */
export function avatar(id, name, size = '') {
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7) % HUES;
  return html`<span class="avatar hue-${hue} ${size}" aria-hidden="true">${[...name].slice(0, 2)}</span>`;
}

/** What is shown where there is nothing. */
export const empty = (glyph, title, hint, action = nothing) => html`
  <div class="empty">${icon(glyph)}<h2>${title}</h2><p>${hint}</p>${action}</div>`;

/** What is shown while something is loaded, of about the same size. */
export const skeleton = () => html`
  <div class="skeleton" role="status"><span class="unseen">${texts.loading}</span><i></i><i></i><i></i></div>`;

/** What went wrong, and a way to try again. */
export const problem = (error, again) => error
  ? html`
      <div class="problem" role="alert">
        ${icon('alert')}<span>${messageOf(error)}</span>
        ${again ? html`<button type="button" class="button compact" @click=${again}>${texts.retry}</button>` : nothing}
      </div>`
  : nothing;

/** Why the things that are read are not there, or not live. */
export const trouble = (reading) => problem(reading.error, () => reading.retry());

/** What stands in place of the things that are read: that they will come, or that there are none. */
export const standing = ({ history, error }, things, nothingThere) => html`
  ${history.ready || error ? nothing : skeleton()}
  ${history.ready && !things.length ? nothingThere() : nothing}`;

/** What reads further things, or why that failed. */
export function more({ history }, label) {
  if (!history.hasMore) {
    return nothing;
  }
  return history.stuck
    ? problem(history.stuck, () => history.further())
    : html`<button class="button more" @click=${() => history.further()}>${label}</button>`;
}

/** The words for an error of the API or of the socket. */
export function messageOf(error) {
  const fields = (error.fields ?? []).map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}`);
  return fields.length ? fields.join('; ') : error.message || texts.errors[error.code] || texts.errors.unknown;
}

/** The id that is chosen by what stands in a field; where none can be made of it, the field says so. */
export function idIn(field) {
  const id = toId(field.value);
  field.setCustomValidity(id ? '' : texts.errors.noId);
  field.addEventListener('input', () => field.setCustomValidity(''), { once: true });
  return field.reportValidity() ? id : undefined;
}

/** The way back to the list, on a phone. */
export const back = (address) => html`
  <a class="button plain square back" href=${address} aria-label=${texts.back}>${icon('back')}</a>`;

/** Submits the form of a text when Enter is pressed without Shift, as chats do. */
export function submitOnEnter(event) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}
