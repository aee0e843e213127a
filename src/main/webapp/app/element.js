import { LitElement } from 'lit';
import { tellRefusal } from './model/refusals.js';

/** What stands around an element and can have the focus, the nearest first. */
function placesAround(element) {
  const place = element.parentElement?.closest('[tabindex]');
  return place ? [place, ...placesAround(place)] : [];
}

/** What every element of this application is: drawn into the page itself, under its styles. */
export class Element extends LitElement {
  static properties = { refusal: { state: true } };

  #held = [];

  createRenderRoot() {
    return this;
  }

  /** Draws it. Where that takes away what has the focus, what stands around it has it then. */
  update(changed) {
    const focused = document.activeElement;
    const around = this.contains(focused) ? placesAround(focused) : [];
    super.update(changed);
    if (around.length && !focused.isConnected) {
      around.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
    }
  }

  /** Keeps functions that end something, until the element leaves the page. */
  hold(...ends) {
    this.#held.push(...ends);
  }

  /** Runs work now and again every so many milliseconds, while the page can be seen. */
  repeat(work, every) {
    work();
    const id = setInterval(() => document.visibilityState === 'visible' && work(), every);
    this.hold(() => clearInterval(id));
  }

  /** Does what the user asks for; where that fails, `refusal` says why until the next time, or a toast if the page was left. */
  async act(work) {
    this.refusal = undefined;
    try {
      await work();
    } catch (error) {
      this.refusal = error;
      if (!this.isConnected) {
        tellRefusal(error);
      }
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.release();
  }

  /** Ends what is held. */
  release() {
    this.#held.splice(0).forEach((end) => end());
  }
}
