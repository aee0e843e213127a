import { html } from 'lit';
import { Element } from '../element.js';
import { extended } from './chart.js';
import './dead-letters.js';
import { command, get } from '../model/api.js';
import { icon } from '../ui/icon.js';
import { problem, skeleton } from '../ui/parts.js';
import { texts } from '../texts.js';

const t = texts.admin;

/** How often the figures are read. */
const EVERY = 2_000;

const FIGURES = {
  connections: ({ activeConnections }) => activeConnections,
  broadcasts: ({ broadcastsPerMinute }) => broadcastsPerMinute,
  subscriptions: ({ subscriptionsPerMinute }) => subscriptionsPerMinute,
  waiting: ({ queues }) => queues.reduce((sum, { depth }) => sum + depth, 0),
};

/** What an operator wants to see: how busy the cluster is, and what went wrong. */
class AdminPage extends Element {
  static properties = { stats: { state: true }, nodes: { state: true }, error: { state: true }, telling: { state: true }, told: { state: true } };

  #series = Object.fromEntries(Object.keys(FIGURES).map((name) => [name, []]));

  connectedCallback() {
    super.connectedCallback();
    this.repeat(() => this.#load(), EVERY);
  }

  async #load() {
    try {
      const [stats, { nodes }] = await Promise.all([get('/stats'), get('/websocket/connections')]);
      for (const [name, read] of Object.entries(FIGURES)) {
        this.#series[name] = extended(this.#series[name], read(stats));
      }
      this.stats = stats;
      this.nodes = nodes;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    return html`
      <div class="wide admin">
        <div class="pane-head"><div class="titles"><h1>${t.title}</h1><p>${t.subtitle}</p></div></div>
        <div class="scroll"><div class="column">
          ${problem(this.refusal)} ${problem(this.error)}
          ${this.stats ? this.#figures() : skeleton()}
          <sb-dead-letters .queues=${this.stats?.queues}></sb-dead-letters>
          ${this.#announce()}
        </div></div>
      </div>`;
  }

  #figures() {
    return html`
      <div class="figures">${Object.entries(FIGURES).map(([name, read]) => this.#figure(name, read(this.stats)))}</div>
      <div class="pair">${this.#queues()} ${this.#nodes()}</div>`;
  }

  #figure(name, value) {
    const { title, unit } = t.figures[name];
    return html`
      <section class="panel" aria-label=${title}>
        <div class="figure"><b>${value.toLocaleString()}</b><span>${title}</span></div>
        <sb-chart .points=${this.#series[name]} .label=${t.chart(title, value, unit)}></sb-chart>
      </section>`;
  }

  #queues() {
    return html`
      <section class="panel" aria-label=${t.queues.title}>
        <div class="panel-head"><h2>${t.queues.title}</h2></div>
        <div class="table-scroll" tabindex="0" role="group" aria-label=${t.queues.title}><table class="table">
          <thead><tr>
            <th scope="col">${t.queues.name}</th><th scope="col" class="right">${t.queues.depth}</th>
            <th scope="col" class="right">${t.queues.oldest}</th><th scope="col" class="right">${t.queues.dead}</th>
          </tr></thead>
          <tbody>${this.stats.queues.map(({ name, depth, oldestCommandSeconds, deadLetters }) => html`
            <tr>
              <td>${name.replace(/^switchboard\./, '')}</td><td class="right">${depth.toLocaleString()}</td>
              <td class="right">${t.seconds(oldestCommandSeconds ?? 0)}</td>
              <td class="right">${deadLetters ? html`<span class="tag bad">${deadLetters.toLocaleString()}</span>` : 0}</td>
            </tr>`)}
          </tbody>
        </table></div>
      </section>`;
  }

  #nodes() {
    const most = Math.max(1, ...this.nodes.map(({ count }) => count));
    return html`
      <section class="panel" aria-label=${t.nodes}>
        <div class="panel-head"><h2>${t.nodes}</h2></div>
        <ul class="nodes">${this.nodes.map(({ node, count }) => html`
          <li>
            <div><span class="cut">${node}</span><b class="number">${count.toLocaleString()}</b></div>
            <progress class="bar" max=${most} .value=${count} aria-label=${t.onNode(node)}></progress>
          </li>`)}
        </ul>
        <p class="small faint">${t.stale(this.stats.staleConnectionsRemovedPerMinute)}</p>
      </section>`;
  }

  #announce() {
    return html`
      <form class="panel" aria-label=${t.announce.title} @submit=${this.#tell}>
        <div class="panel-head"><h2>${t.announce.title}</h2><span role="status" class="small faint">${this.told ?? ''}</span></div>
        <div class="row card-foot">
          <input class="input" name="text" required maxlength="500" autocomplete="off" aria-label=${t.announce.text} placeholder=${t.announce.text}>
          <button class="button" ?disabled=${this.telling}>${icon('megaphone')}${t.announce.send}</button>
        </div>
      </form>`;
  }

  async #tell(event) {
    event.preventDefault();
    const form = event.target;
    this.telling = true;
    this.told = texts.delivery.sent;
    await this.act(async () => {
      await command('POST', '/websocket/broadcast', { type: 'announcement', data: form.elements.text.value });
      form.reset();
    });
    this.telling = false;
    this.told = this.refusal ? undefined : t.announce.done;
  }
}
customElements.define('sb-admin-page', AdminPage);
