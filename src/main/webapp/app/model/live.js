import { SwitchboardClient } from '/client/switchboard-client.js';
import { commandsUnanswered } from './api.js';
import { session } from './session.js';

/** The connection of this page. */
export const live = new SwitchboardClient({ token: (why) => session.token(why) });

session.onChange(() => (session.user ? live.connect() : live.close()));

/** Whoever leaves is asked whether what has not reached the server may be lost. */
window.addEventListener('beforeunload', (event) => {
  if (session.user && (live.pending.length || commandsUnanswered())) {
    event.preventDefault();
  }
});
