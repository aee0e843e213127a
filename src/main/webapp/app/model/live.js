import { SwitchboardClient } from '/client/switchboard-client.js';
import { session } from './session.js';

/** The connection of this page. */
export const live = new SwitchboardClient({ token: (why) => session.token(why) });

session.onChange(() => (session.user ? live.connect() : live.close()));
