import { html, svg } from 'lit';
import { Element } from '../element.js';

/** How much time a chart shows, in milliseconds. */
const SPAN = 2 * 60_000;
const WIDTH = 300;
const HEIGHT = 64;
const TOP = 6;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** A line over the last two minutes that moves with time: `points` are `{at, value}`. */
class Chart extends Element {
  static properties = { points: { attribute: false }, label: {} };

  #frame;

  connectedCallback() {
    super.connectedCallback();
    if (!still.matches) {
      this.#move();
    }
    this.hold(() => cancelAnimationFrame(this.#frame));
  }

  render() {
    const points = this.points ?? [];
    const latest = points.at(-1);
    const origin = latest?.at ?? 0;
    const highest = Math.max(4, ...points.map(({ value }) => value)) * 1.1;
    const x = (at) => WIDTH - ((origin - at) / SPAN) * WIDTH;
    const y = (value) => HEIGHT - 2 - (value / highest) * (HEIGHT - TOP);
    const line = points.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
    const ahead = latest ? `${WIDTH * 2},${y(latest.value).toFixed(1)}` : '';
    const first = latest ? x(points[0].at).toFixed(1) : 0;
    return html`
      <svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${this.label}>
        <line class="base" x1="0" x2=${WIDTH} y1=${HEIGHT - 1} y2=${HEIGHT - 1}></line>
        <g class="moving">
          ${latest ? svg`
            <polygon class="area" points="${first},${HEIGHT} ${line.join(' ')} ${ahead} ${WIDTH * 2},${HEIGHT}"></polygon>
            <polyline class="line" points="${line.join(' ')} ${ahead}"></polyline>` : ''}
        </g>
      </svg>`;
  }

  /** Between two points the picture slides on, so that it moves rather than jumps. */
  #move = () => {
    const latest = this.points?.at(-1);
    if (latest) {
      const shift = ((Date.now() - latest.at) / SPAN) * WIDTH;
      this.querySelector('.moving')?.setAttribute('transform', `translate(${-shift.toFixed(2)} 0)`);
    }
    this.#frame = requestAnimationFrame(this.#move);
  };
}
customElements.define('sb-chart', Chart);

/** Adds a value to a series, and drops what the chart does not show any more. */
export function extended(series, value) {
  const at = Date.now();
  return [...series.filter((point) => point.at > at - SPAN * 1.2), { at, value }];
}
