import { html, nothing } from 'lit';
import { Element } from '../element.js';
import { live } from '../model/live.js';
import { texts } from '../texts.js';

const t = texts.connection;

/** How the connection stands, and how long the last ping took. */
class Badge extends Element {
  connectedCallback() {
    super.connectedCallback();
    const update = () => this.requestUpdate();
    this.hold(live.onState(update), live.onLatency(update));
    this.repeat(() => live.status.state === 'waiting' && update(), 1_000);
  }

  render() {
    const { state, node, code, retryAt } = live.status;
    const latency = state === 'open' && live.latency !== undefined ? t.latency(live.latency) : '';
    return html`
      <span class="badge ${state}" title=${node ? t.node(node) : ''} data-state=${state}>
        <span class="dot"></span>
        <span role="status">${t.states[state] ?? state}</span>
        ${state === 'waiting' ? html`<span class="latency">${t.again(Math.max(0, retryAt - Date.now()))}</span>` : nothing}
        ${latency ? html`<span class="latency">${latency}</span>` : nothing}
      </span>
      ${state === 'closed' && code
        ? html`<button class="button compact" title=${t.codes[code] ?? ''} @click=${() => live.connect()}>${t.connect}</button>`
        : nothing}`;
  }
}
customElements.define('sb-badge', Badge);
