import { LitElement } from 'lit';

/** What every element of this application is: drawn into the page itself, under its styles. */
export class Element extends LitElement {
  static properties = { refusal: { state: true } };

  #held = [];

  createRenderRoot() {
    return this;
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

  /** Does what the user asks for; where that fails, `refusal` says why until the next time. */
  async act(work) {
    this.refusal = undefined;
    try {
      await work();
    } catch (error) {
      this.refusal = error;
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
