import { html } from 'lit';
import { Element } from '../element.js';
import { icon } from '../ui/icon.js';
import { texts } from '../texts.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Switches between light and dark; until it is used, the system's choice holds. */
class ThemeButton extends Element {
  connectedCallback() {
    super.connectedCallback();
    const update = () => this.requestUpdate();
    dark.addEventListener('change', update);
    this.hold(() => dark.removeEventListener('change', update));
  }

  get #theme() {
    return document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');
  }

  render() {
    const other = this.#theme === 'dark' ? 'light' : 'dark';
    return html`
      <button class="button plain square compact" aria-label=${texts.theme[other]} title=${texts.theme[other]} @click=${() => this.#set(other)}>
        ${icon(other)}
      </button>`;
  }

  #set(theme) {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('switchboard.theme', theme);
    document.querySelectorAll('sb-theme-button').forEach((button) => button.requestUpdate());
  }
}
customElements.define('sb-theme-button', ThemeButton);
