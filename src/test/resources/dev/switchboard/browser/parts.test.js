import { Backoff, mayReturn, retryAfter } from '/client/backoff.js';
import { newId } from '/client/ids.js';
import { Position } from '/client/position.js';
import { claimsOf, freshFor } from '/client/token.js';
import { ApiError } from '/app/model/api.js';
import { toId } from '/app/model/router.js';
import { Timeline } from '/app/model/timeline.js';
import { equal, jwt } from './harness.js';

const at = (seconds) => new Date(seconds * 1000).toISOString();
const ids = (timeline) => timeline.items.map(({ id }) => id);

export const tests = {
  'waits are anything up to a bound that doubles': () => {
    const longest = new Backoff({ base: 100, cap: 1000, random: () => 1 });
    equal([1, 2, 3, 4, 5].map(() => longest.next()), [100, 200, 400, 800, 1000]);
    const half = new Backoff({ base: 100, random: () => 0.5 });
    equal([half.next(), half.next()], [50, 100]);
    equal(new Backoff({ random: () => 0 }).next(), 0);
  },

  'a wait begins anew after a success': () => {
    const backoff = new Backoff({ base: 100, random: () => 1 });
    backoff.next();
    backoff.next();
    backoff.reset();
    equal(backoff.next(), 100);
  },

  'the reason of a close says how long to wait': () => {
    equal(retryAfter('the node is going away; retryAfterMs=1234'), 1234);
    equal([retryAfter(''), retryAfter(undefined), retryAfter('bye')], [undefined, undefined, undefined]);
  },

  'a close code says whether to return': () => {
    equal([1001, 1006, 4001, 4008, 4499, 4500, 4503, 4999].map(mayReturn), [true, true, true, true, true, false, false, false]);
  },

  'ids are UUIDs, and differ': () => {
    equal(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(newId()), true);
    equal(newId() === newId(), false);
  },

  'a position admits what is above it, once': () => {
    const position = new Position(3);
    equal([2, 3, 4, 4, 6].map((sequenceNumber) => position.admit({ sequenceNumber })), [false, false, true, false, true]);
    equal(position.last, 6);
  },

  'a token is replaced a while before its end': () => {
    const now = Date.now();
    equal(Math.round(freshFor(jwt(3_600, now / 1000), now) / 1000), 3_480);
    equal(Math.round(freshFor(jwt(100, now / 1000), now) / 1000), 90);
    equal(freshFor(jwt(-10, now / 1000), now), 0);
    equal(freshFor('opaque', now), undefined);
  },

  'what is no token claims nothing': () => {
    equal([claimsOf('x'), claimsOf(''), claimsOf('a.b.c')], [{}, {}, {}]);
  },

  'a call may succeed later where a server, or a proxy before it, cannot answer just now': () => {
    const passing = [0, 400, 401, 404, 429, 500, 502, 503, 504].filter((status) => new ApiError(status).passing);
    equal(passing, [0, 429, 502, 503, 504]);
  },

  'messages stand in the order of their numbers': () => {
    const timeline = new Timeline();
    timeline.merge([{ id: 'c', number: 3, at: at(1) }, { id: 'a', number: 1, at: at(9) }]);
    timeline.merge([{ id: 'b', number: 2, at: at(5) }]);
    equal(ids(timeline), ['a', 'b', 'c']);
  },

  'messages without a number stand at their time': () => {
    const timeline = new Timeline();
    timeline.merge([{ id: '1', number: 1, at: at(10) }, { id: '2', number: 2, at: at(30) }]);
    timeline.merge([{ id: 'late', at: at(40) }, { id: 'between', at: at(20) }, { id: 'early', at: at(5) }]);
    equal(ids(timeline), ['early', '1', 'between', '2', 'late']);
  },

  'a message that comes again takes the place of the one before': () => {
    const timeline = new Timeline();
    timeline.merge([{ id: 'a', number: 1, at: at(1), text: 'old' }]);
    timeline.merge([{ id: 'a', number: 1, at: at(1), text: 'new' }]);
    equal(timeline.items.map(({ text }) => text), ['new']);
  },

  'the later form of a message counts, whatever comes last': () => {
    const timeline = new Timeline();
    timeline.merge([{ id: 'a', at: at(1), updatedAt: at(9), text: 'late' }]);
    timeline.merge([{ id: 'a', at: at(1), text: 'early' }, { id: 'a', at: at(1), updatedAt: at(5), text: 'between' }]);
    equal(timeline.items.map(({ text }) => text), ['late']);
  },

  'what was removed does not come back with a page, but when it is told of, or all is read anew': () => {
    const timeline = new Timeline();
    const message = { id: 'a', at: at(1) };
    timeline.merge([message]);
    timeline.remove('a');
    timeline.merge([message]);
    equal([ids(timeline), timeline.hasRemoved('a')], [[], true]);
    timeline.add(message);
    equal([ids(timeline), timeline.hasRemoved('a')], [['a'], false]);
    timeline.remove('a');
    timeline.forgetRemovals();
    timeline.merge([message]);
    equal(ids(timeline), ['a']);
  },

  'what somebody types becomes an id': () => {
    equal(toId('  Release plan: élan <b>! '), 'Release-plan:-elan-b');
    equal(toId('???'), '');
  },
};
