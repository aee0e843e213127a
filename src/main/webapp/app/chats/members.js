import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { Element } from '../element.js';
import { ApiError, call, list } from '../model/api.js';
import { people } from '../model/people.js';
import { session } from '../model/session.js';
import { icon } from '../ui/icon.js';
import { avatar, problem, skeleton } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.chats;
const ROLES = ['owner', 'member', 'reader'];

/** Who may do what in a chat, for its owners to change. */
class Members extends Element {
  static properties = { chat: {}, members: { state: true }, error: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.repeat(() => this.#load(), 10_000);
    this.hold(people.onChange(() => this.requestUpdate()));
  }

  async #load() {
    try {
      this.members = (await list(`/permissions?chatId=${encodeURIComponent(this.chat)}`, { of: 'permissions' })).items;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    return html`
      <section class="members" aria-label=${t.members}>
        ${problem(this.refusal)} ${problem(this.error)}
        ${this.members ? html`<ul>${repeat(this.members, ({ userId }) => userId, (member) => this.#member(member))}</ul>` : skeleton()}
        <form @submit=${this.#add}>
          <input class="input" name="who" required autocomplete="off" aria-label=${t.who} placeholder=${t.who}>
          <select class="input" name="role" aria-label=${t.role}>
            ${ROLES.map((role) => html`<option value=${role} ?selected=${role === 'member'}>${t.roles[role]}</option>`)}
          </select>
          <button class="button">${icon('plus')}${t.add}</button>
        </form>
      </section>`;
  }

  #member({ userId, role }) {
    const name = people.nameOf(userId);
    const self = userId === session.user.id;
    return html`
      <li>
        ${avatar(userId, name, 'small')}
        <span class="cut">${name}${self ? html` <span class="faint">${texts.you}</span>` : nothing}</span>
        <select class="input" aria-label=${t.roleOf(name)} ?disabled=${self} .value=${live(role)} @change=${(event) => this.act(() => this.#grant(userId, event.target.value))}>
          ${ROLES.map((each) => html`<option value=${each} ?selected=${each === role}>${t.roles[each]}</option>`)}
        </select>
        <button class="button plain square compact" ?disabled=${self} aria-label=${t.remove(name)} title=${t.remove(name)} @click=${() => this.act(() => this.#withdraw(userId))}>${icon('close')}</button>
      </li>`;
  }

  #add(event) {
    event.preventDefault();
    const { who, role } = event.target.elements;
    this.act(async () => {
      const user = await people.find(who.value.trim());
      if (!user) {
        throw new ApiError(404, { detail: t.nobody(who.value) });
      }
      await this.#grant(user.id, role.value);
      event.target.reset();
    });
  }

  async #grant(userId, role) {
    await call('POST', '/permissions', { userId, chatId: this.chat, role });
    await this.#load();
  }

  async #withdraw(userId) {
    const query = `userId=${encodeURIComponent(userId)}&chatId=${encodeURIComponent(this.chat)}`;
    await call('DELETE', `/permissions?${query}`);
    await this.#load();
  }
}
customElements.define('sb-members', Members);
