import { live } from './live.js';

/** Messages that were refused, by their ids, until they are tried again or given up. */
export const failures = new Map();

live.onDelivery((delivery) => delivery.state === 'failed' && failures.set(delivery.clientMessageId, delivery));
