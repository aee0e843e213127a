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

/**
 * Follows a stream of which `load()` reads what is stored: each time when the stream has begun to be
 * live, so that nothing falls between the two, and at once while there is no connection.
 *
 * @returns {() => void} ends it
 */
export function follow(stream, listener, load) {
  if (live.status.state !== 'open') {
    load();
  }
  return live.subscribe(stream, (frame) => {
    listener(frame);
    if (frame.type === 'subscribed') {
      load();
    }
  });
}
