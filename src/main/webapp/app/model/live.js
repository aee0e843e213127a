import { SwitchboardClient } from '/client/switchboard-client.js';
import { session } from './session.js';

/** The connection of this page. */
export const live = new SwitchboardClient({ token: (why) => session.token(why) });

session.onChange(() => (session.user ? live.connect() : live.close()));

/** Whoever leaves is asked whether what waits for the connection may be lost. */
window.addEventListener('beforeunload', (event) => {
  if (session.user && live.pending.length) {
    event.preventDefault();
  }
});
