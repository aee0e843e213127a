import { Emitter } from '/client/emitter.js';

const refusals = new Emitter();

/** Tells why something was not done whose page has been left meanwhile. */
export const tellRefusal = (error) => refusals.emit('refusal', error);

/** Hears of what was not done, and whose page has been left: the error. */
export const onRefusal = (listener) => refusals.on('refusal', listener);
