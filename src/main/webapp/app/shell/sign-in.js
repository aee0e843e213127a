import { html } from 'lit';
import { Element } from '../element.js';
import { call } from '../model/api.js';
import { session } from '../model/session.js';
import { icon } from '../ui/icon.js';
import { problem } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.signIn;

/** Where somebody signs in, or makes an account. */
class SignIn extends Element {
  static properties = { isNew: { state: true }, busy: { state: true }, error: { state: true } };

  render() {
    return html`
      <main class="welcome">
        <section class="welcome-story">
          <span class="brand"><img src="/favicon.svg" alt="" width="30" height="30">${texts.name}</span>
          <h1>${t.headline}</h1>
          <p>${t.story}</p>
          <ul>${t.points.map(([glyph, text]) => html`<li>${icon(glyph)}${text}</li>`)}</ul>
        </section>
        <section class="welcome-form">
          <form @submit=${this.#submit} aria-label=${this.isNew ? t.create : t.enter}>
            <h2>${this.isNew ? t.create : t.enter}</h2>
            ${this.isNew ? this.#newFields() : this.#fields()}
            ${problem(this.error)}
            <button class="button main" ?disabled=${this.busy}>${this.isNew ? t.createNow : t.enterNow}</button>
            <p class="other">
              ${this.isNew ? t.haveOne : t.haveNone}
              <button type="button" class="button plain compact" @click=${this.#toggle}>${this.isNew ? t.enter : t.create}</button>
            </p>
          </form>
        </section>
      </main>`;
  }

  #fields() {
    return html`
      <label class="field"><span>${t.login}</span><input class="input" name="username" required autocomplete="username" autocapitalize="none"></label>
      <label class="field"><span>${t.password}</span><input class="input" name="password" type="password" required autocomplete="current-password"></label>`;
  }

  #newFields() {
    return html`
      <label class="field"><span>${t.username}</span><input class="input" name="username" required maxlength="64" pattern="[^\\s@]+" title=${t.usernameHint} autocomplete="username" autocapitalize="none"></label>
      <label class="field"><span>${t.email}</span><input class="input" name="email" type="email" required maxlength="254" autocomplete="email"></label>
      <label class="field"><span>${t.password}</span><input class="input" name="password" type="password" required minlength="8" autocomplete="new-password" aria-describedby="rule"><small id="rule">${t.rule}</small></label>`;
  }

  updated(changed) {
    if (changed.has('isNew')) {
      this.querySelector('input').focus();
    }
  }

  #toggle() {
    this.isNew = !this.isNew;
    this.error = undefined;
  }

  async #submit(event) {
    event.preventDefault();
    this.busy = true;
    this.error = undefined;
    try {
      const fields = Object.fromEntries(new FormData(event.target));
      const { accessToken } = await call('POST', this.isNew ? '/auth/register' : '/auth/login', fields);
      session.begin(accessToken);
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }
}
customElements.define('sb-sign-in', SignIn);
