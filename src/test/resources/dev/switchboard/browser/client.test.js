import { SwitchboardClient } from '/client/switchboard-client.js';
import { Clock, equal, jwt, settle, sockets } from './harness.js';

const room = { roomId: 'lobby' };
const message = (number, roomId = 'lobby') => ({ type: 'message', roomId, message: { messageId: `m${number}`, roomId, sequenceNumber: number } });

/** A client of its own clock and sockets, connected and welcomed. */
async function connected(options = {}) {
  const clock = new Clock();
  const Socket = sockets();
  const client = new SwitchboardClient({
    token: () => 'secret', WebSocket: Socket, after: clock.after, random: () => 1, ...options,
  });
  client.connect();
  await settle();
  Socket.latest?.welcome();
  return { client, clock, Socket };
}

function numbersHeard(client) {
  const heard = [];
  client.subscribe(room, (frame) => frame.type === 'message' && heard.push(frame.message.sequenceNumber));
  return heard;
}

/** Closes the connection; how long it takes until there is another attempt. */
async function waitAfterClose(clock, Socket, code) {
  const count = Socket.all.length;
  const before = clock.now;
  Socket.latest.close(code);
  while (Socket.all.length === count) {
    await clock.pass(100);
  }
  return clock.now - before;
}

export const tests = {
  'it connects with its token as a subprotocol': async () => {
    const { Socket } = await connected();
    equal(Socket.latest.protocols, ['switchboard.v1.lines', 'bearer.secret']);
    equal(Socket.latest.url, `${location.origin.replace('http', 'ws')}/ws`);
  },

  'it hears each of several objects in one frame': async () => {
    const { client, Socket } = await connected();
    const heard = numbersHeard(client);
    Socket.latest.grant(0, message(1), message(2));
    equal(heard, [1, 2]);
  },

  'it waits as long as the server asks, and then comes back': async () => {
    const { client, clock, Socket } = await connected();
    Socket.latest.close(1001, 'going away, retryAfterMs=7000');
    equal(client.status.state, 'waiting');
    await clock.pass(6_999);
    equal(Socket.all.length, 1);
    await clock.pass(1);
    equal(Socket.all.length, 2);
  },

  'it waits longer after each failure, and short again after a connection that lasted': async () => {
    const { clock, Socket } = await connected();
    Socket.answersPings = true;
    const waits = [await waitAfterClose(clock, Socket), await waitAfterClose(clock, Socket)];
    Socket.latest.welcome();
    waits.push(await waitAfterClose(clock, Socket));
    Socket.latest.welcome();
    await settle();
    await clock.pass(10_000);
    waits.push(await waitAfterClose(clock, Socket));
    equal(waits, [500, 1000, 2000, 500]);
  },

  'it waits longer each time when it is sent away right after the welcome': async () => {
    const { clock, Socket } = await connected();
    const waits = [];
    for (let i = 0; i < 3; i += 1) {
      waits.push(await waitAfterClose(clock, Socket, 4029));
      Socket.latest.welcome();
    }
    equal(waits, [500, 1000, 2000]);
  },

  'it gives up an attempt that is not welcomed': async () => {
    const { client, clock, Socket } = await connected();
    Socket.latest.close();
    await clock.pass(500);
    equal(client.status.state, 'connecting');
    await clock.pass(15_000);
    equal([client.status.state, Socket.latest.readyState], ['waiting', 3]);
  },

  'it gives up an attempt for which no token comes': async () => {
    const { client, clock, Socket } = await connected({ token: () => new Promise(() => {}) });
    equal(client.status.state, 'connecting');
    await clock.pass(15_000);
    equal([client.status.state, Socket.all.length], ['waiting', 0]);
  },

  'it tries anew at once when the network is back': async () => {
    const { client, clock, Socket } = await connected();
    Socket.latest.close();
    await clock.pass(500);
    const stuck = Socket.latest;
    dispatchEvent(new Event('online'));
    await settle();
    equal([client.status.state, stuck.readyState, Socket.all.length], ['connecting', 3, 3]);
    Socket.latest.welcome();
    equal(client.status.state, 'open');
  },

  'it stays away when the server says so, until it is told to connect': async () => {
    const { client, clock, Socket } = await connected();
    Socket.latest.close(4503, 'removed');
    await clock.pass(600_000);
    equal([client.status.state, client.status.code, Socket.all.length], ['closed', 4503, 1]);
    client.connect();
    await settle();
    equal(Socket.all.length, 2);
  },

  'it resumes behind the last number seen': async () => {
    const { client, clock, Socket } = await connected();
    numbersHeard(client);
    Socket.latest.grant(4, message(5), message(6));
    Socket.latest.close();
    await clock.pass(500);
    Socket.latest.welcome();
    equal(Socket.latest.sentActions('subscribe').map(({ roomId, since }) => [roomId, since]), [['lobby', 6]]);
  },

  'it resumes where it subscribed, though nothing came': async () => {
    const { client, clock, Socket } = await connected();
    numbersHeard(client);
    Socket.latest.grant(4);
    Socket.latest.close();
    await clock.pass(500);
    Socket.latest.welcome();
    equal(Socket.latest.sentActions('subscribe')[0].since, 4);
  },

  'it tells no event twice': async () => {
    const { client, Socket } = await connected();
    const heard = numbersHeard(client);
    const all = [];
    client.on('message', (frame) => all.push(frame.message.sequenceNumber));
    Socket.latest.grant(0, message(1), message(1), message(2), message(1), message(3));
    equal([heard, all], [[1, 2, 3], [1, 2, 3]]);
  },

  'it tells messages without a number once, by their id': async () => {
    const { client, Socket } = await connected();
    const heard = [];
    client.subscribe({ chatId: 'c' }, ({ type, message: said }) => type === 'message' && heard.push(said.messageId));
    const said = (messageId) => ({ type: 'message', chatId: 'c', message: { messageId } });
    Socket.latest.grant(0, said('a'), said('b'), said('a'));
    equal(heard, ['a', 'b']);
  },

  'it does not wait for what is no longer kept': async () => {
    const { client, clock, Socket } = await connected();
    numbersHeard(client);
    Socket.latest.grant(2, { type: 'gap', ...room, from: 3, to: 9 });
    equal(client.lastOf(room), 9);
    Socket.latest.close();
    await clock.pass(500);
    Socket.latest.welcome();
    equal(Socket.latest.sentActions('subscribe')[0].since, 9);
  },

  'it follows a stream once for all its listeners': async () => {
    const { client, Socket } = await connected();
    const one = numbersHeard(client);
    let end;
    const other = [];
    end = client.subscribe(room, ({ message: said }) => said && other.push(said.sequenceNumber));
    Socket.latest.grant(0, message(1));
    end();
    Socket.latest.hear(message(2));
    equal([one, other], [[1, 2], [1]]);
    equal(Socket.latest.sentActions('subscribe').length, 1);
    equal(Socket.latest.sentActions('unsubscribe').length, 0);
  },

  'who listens to a stream that is live already is told so': async () => {
    const { client, Socket } = await connected();
    client.subscribe(room, () => {});
    Socket.latest.grant(4, message(5));
    const heard = [];
    client.subscribe(room, ({ type, lastSequence }) => heard.push([type, lastSequence]));
    equal(heard, []);
    await settle();
    equal(heard, [['subscribed', 5]]);
  },

  'who listens to a stream that is not live is told when it is': async () => {
    const { client, clock, Socket } = await connected();
    client.subscribe(room, () => {});
    Socket.latest.grant(4);
    Socket.latest.close();
    const heard = [];
    client.subscribe(room, ({ type }) => heard.push(type));
    await clock.pass(500);
    equal(heard, []);
    Socket.latest.welcome();
    Socket.latest.grant(4);
    equal(heard, ['subscribed']);
  },

  'streams are asked for before it is told that the connection is open': async () => {
    const { client, clock, Socket } = await connected();
    client.subscribe(room, () => {});
    client.onState(({ state }) => state === 'open' && client.request({ action: 'getMessages', roomId: 'lobby' }));
    Socket.latest.close();
    await clock.pass(500);
    Socket.latest.welcome();
    equal(Socket.latest.sent.map(({ action }) => action), ['ping', 'subscribe', 'getMessages']);
  },

  'what is still under way of a subscription that was left does not count for the next': async () => {
    const { client, Socket } = await connected();
    const end = client.subscribe(room, () => {});
    Socket.latest.grant(9);
    end();
    const heard = [];
    client.subscribe(room, ({ message: said }) => said && heard.push(said.sequenceNumber), { since: 7 });
    const left = { type: 'unsubscribed', ...room };
    Socket.latest.hear(message(10), left);
    Socket.latest.grant(10, message(8), message(9), message(10));
    equal(heard, [8, 9, 10]);
  },

  'what comes without asking does not hide what was missed before': async () => {
    const { client, clock, Socket } = await connected();
    const heard = [];
    client.subscribe({ notes: 'mine' }, ({ sequenceNumber }) => sequenceNumber && heard.push(sequenceNumber));
    const saved = (sequenceNumber) => ({ type: 'note-saved', notes: 'mine', sequenceNumber });
    Socket.latest.grant(1);
    Socket.latest.close();
    await clock.pass(500);
    Socket.latest.welcome();
    Socket.latest.hear(saved(3));
    Socket.latest.grant(3, saved(2), saved(3));
    equal(heard, [2, 3]);
  },

  'it leaves a stream with its last listener': async () => {
    const { client, Socket } = await connected();
    client.subscribe(room, () => {})();
    equal(Socket.latest.sentActions('unsubscribe'), [{ action: 'unsubscribe', roomId: 'lobby' }]);
  },

  'it does not come back to a stream that was taken from it': async () => {
    const { client, clock, Socket } = await connected();
    const heard = [];
    client.subscribe({ chatId: 'c' }, ({ type }) => heard.push(type));
    Socket.latest.grant(0, { type: 'unsubscribed', chatId: 'c', reason: 'revoked' });
    Socket.latest.close();
    await clock.pass(500);
    Socket.latest.welcome();
    equal(heard, ['subscribed', 'unsubscribed']);
    equal(Socket.latest.sentActions('subscribe'), []);
  },

  'it tells why a stream cannot be followed': async () => {
    const { client, Socket } = await connected();
    const heard = [];
    client.subscribe({ chatId: 'c' }, ({ type, code }) => heard.push([type, code]));
    const [{ requestId }] = Socket.latest.sentActions('subscribe');
    Socket.latest.hear({ type: 'error', code: 'forbidden', message: 'no', requestId });
    equal(heard, [['error', 'forbidden']]);
  },

  'it says that the server could not give a stream just then, and asks again': async () => {
    const { client, clock, Socket } = await connected();
    const heard = [];
    client.subscribe(room, ({ type, roomId, message: why }) => heard.push([type, roomId, why]));
    const [{ requestId }] = Socket.latest.sentActions('subscribe');
    Socket.latest.hear({ type: 'error', code: 'unavailable', message: 'later', requestId });
    equal(heard, [['postponed', 'lobby', 'later']]);
    await clock.pass(2_000);
    equal(Socket.latest.sentActions('subscribe').length, 2);
  },

  'messages wait for the connection, and then go in order': async () => {
    const clock = new Clock();
    const Socket = sockets();
    const client = new SwitchboardClient({ token: () => 't', WebSocket: Socket, after: clock.after });
    const states = [];
    client.onDelivery(({ message: { content }, state }) => states.push(`${content} ${state}`));
    client.send({ ...room, content: 'one' });
    client.send({ ...room, content: 'two' });
    client.connect();
    await settle();
    Socket.latest.welcome();
    const [first] = Socket.latest.sentActions('sendMessage');
    equal(Socket.latest.sentActions('sendMessage').length, 1);
    Socket.latest.hear({ type: 'accepted', messageId: 'a', clientMessageId: first.clientMessageId });
    equal(Socket.latest.sentActions('sendMessage').map(({ content }) => content), ['one', 'two']);
    equal(states, ['one queued', 'two queued', 'one sent', 'one accepted', 'two sent']);
  },

  'a message without an answer is sent again under the same id': async () => {
    const { client, clock, Socket } = await connected();
    const delivery = client.send({ ...room, content: 'once' });
    Socket.latest.close();
    equal(delivery.state, 'queued');
    await clock.pass(500);
    Socket.latest.welcome();
    equal(Socket.latest.sentActions('sendMessage').map(({ clientMessageId }) => clientMessageId), [delivery.clientMessageId]);
    equal(Socket.all[0].sent[0].clientMessageId, undefined);
    equal(Socket.all[0].sentActions('sendMessage')[0].clientMessageId, delivery.clientMessageId);
  },

  'a message that is refused fails, and the next goes': async () => {
    const { client, Socket } = await connected();
    const bad = client.send({ ...room, content: 'bad' });
    const good = client.send({ ...room, content: 'good' });
    Socket.latest.hear({ type: 'error', code: 'invalid', message: 'too long', requestId: bad.clientMessageId });
    equal([bad.state, bad.error.message, good.state], ['failed', 'too long', 'sent']);
    equal(client.pending.length, 1);
  },

  'a message that comes too fast is sent again a little later': async () => {
    const { client, clock, Socket } = await connected();
    const delivery = client.send({ ...room, content: 'x' });
    Socket.latest.hear({ type: 'error', code: 'rateLimited', message: 'slower', requestId: delivery.clientMessageId });
    await clock.pass(2_000);
    equal(Socket.latest.sentActions('sendMessage').length, 2);
  },

  'a message that came too fast stays accepted once it is': async () => {
    const { client, clock, Socket } = await connected();
    const delivery = client.send({ ...room, content: 'x' });
    const requestId = delivery.clientMessageId;
    Socket.latest.hear({ type: 'error', code: 'rateLimited', message: 'slower', requestId });
    Socket.latest.close();
    await clock.pass(500);
    Socket.latest.welcome();
    Socket.latest.hear({ type: 'accepted', messageId: 'm', requestId });
    await clock.pass(2_000);
    equal([delivery.state, client.pending.length], ['accepted', 0]);
    equal(Socket.latest.sentActions('sendMessage').length, 1);
  },

  'a message that came too fast is not sent twice on one connection': async () => {
    const { client, clock, Socket } = await connected();
    const { clientMessageId: requestId } = client.send({ ...room, content: 'x' });
    Socket.latest.hear({ type: 'error', code: 'rateLimited', message: 'slower', requestId });
    Socket.latest.close();
    await clock.pass(500);
    Socket.latest.welcome();
    await clock.pass(2_000);
    equal(Socket.latest.sentActions('sendMessage').length, 1);
  },

  'what the server refused unread is said again a little later': async () => {
    const { client, clock, Socket } = await connected();
    client.subscribe(room, () => {});
    client.subscribe({ roomId: 'live' }, () => {});
    Socket.latest.grant(0);
    client.send({ ...room, content: 'x' });
    const asked = client.request({ action: 'getMessages', roomId: 'lobby' });
    const before = Socket.latest.sent.length;
    Socket.latest.hear({ type: 'error', code: 'rateLimited', message: 'Too many frames' });
    await clock.pass(2_000);
    equal(Socket.latest.sent.slice(before).map(({ action, roomId }) => `${action} ${roomId}`),
      ['subscribe lobby', 'sendMessage lobby', 'getMessages lobby']);
    const [{ requestId }] = Socket.latest.sentActions('getMessages');
    Socket.latest.hear({ type: 'messageHistory', roomId: 'lobby', requestId });
    equal((await asked).roomId, 'lobby');
  },

  'requests get their own answers': async () => {
    const { client, Socket } = await connected();
    const one = client.request({ action: 'getMessages', roomId: 'a' });
    const other = client.request({ action: 'getMessages', roomId: 'b' });
    const ids = Socket.latest.sentActions('getMessages').map(({ requestId }) => requestId);
    Socket.latest.hear({ type: 'messageHistory', roomId: 'b', requestId: ids[1] });
    Socket.latest.hear({ type: 'error', code: 'invalid', requestId: ids[0] });
    equal((await other).roomId, 'b');
    equal(await one.catch(({ code }) => code), 'invalid');
  },

  'a request does not outlive its connection': async () => {
    const { client, Socket } = await connected();
    const asked = client.request({ action: 'getMessages', roomId: 'a' });
    Socket.latest.close();
    equal(await asked.catch(({ code }) => code), 'unavailable');
  },

  'it goes on under a fresh token before the old one ends': async () => {
    const asked = [];
    const { clock, Socket } = await connected({
      token: (why) => {
        asked.push(why.renew);
        return jwt(600);
      },
    });
    Socket.answersPings = true;
    Socket.latest.hear({ type: 'pong', requestId: 'ping 1' });
    await clock.pass(535_000);
    equal(asked, [false]);
    await clock.pass(10_000);
    equal(asked, [false, true]);
    equal(Socket.latest.sentActions('refreshToken').length, 1);
    equal(Socket.all.length, 1);
  },

  'it renews its token once where the clock is an hour ahead': async () => {
    let asked = 0;
    const { clock, Socket } = await connected({
      token: () => {
        asked += 1;
        return jwt(3_600, Date.now() / 1000 - 3_600);
      },
    });
    Socket.answersPings = true;
    Socket.latest.hear({ type: 'pong', requestId: 'ping 1' });
    await clock.pass(600_000);
    equal(asked, 2);
  },

  'it renews its token when the server says that it ends': async () => {
    const { Socket } = await connected();
    Socket.latest.hear({ type: 'tokenExpiring', expiresAt: '2026-01-01T00:00:00Z' });
    await settle();
    equal(Socket.latest.sentActions('refreshToken'), [{ action: 'refreshToken', token: 'secret' }]);
  },

  'it stays away without a token': async () => {
    const { client, clock, Socket } = await connected({ token: () => undefined });
    await clock.pass(600_000);
    equal([client.status.state, Socket.all.length], ['signedOut', 0]);
  },

  'it asks for a token again where that failed, and says when the last was not welcome': async () => {
    const asked = [];
    const { clock, Socket } = await connected({
      token: ({ failed }) => {
        asked.push(failed);
        if (asked.length === 1) {
          throw new Error('no network');
        }
        return 'secret';
      },
    });
    await clock.pass(500);
    Socket.latest.close();
    await clock.pass(1_000);
    equal(asked, [false, false, true]);
  },

  'it leaves a connection on which no pong comes': async () => {
    const { client, clock, Socket } = await connected();
    const [{ requestId }] = Socket.latest.sentActions('ping');
    Socket.latest.hear({ type: 'pong', requestId });
    equal(client.latency >= 0, true);
    await clock.pass(10_000);
    equal(Socket.latest.sentActions('ping').length, 2);
    await clock.pass(8_000);
    equal(client.status.state, 'waiting');
  },

  'what is told to everybody is not mistaken for the protocol': async () => {
    const { client, Socket } = await connected();
    const heard = [];
    client.on('broadcast', ({ type, data }) => heard.push([type, data]));
    client.on('welcome', () => heard.push('welcome'));
    const before = Socket.latest.sent.length;
    Socket.latest.hear({ type: 'welcome', data: 'hello', broadcasts: 'all', sequenceNumber: 1 });
    equal(heard, [['welcome', 'hello']]);
    equal(Socket.latest.sent.length, before);
  },

  'a listener that fails does not keep others from hearing': async () => {
    const { client, Socket } = await connected();
    const heard = [];
    const silence = (event) => event.preventDefault();
    addEventListener('error', silence);
    client.on('message', () => {
      throw new Error('meant by a test');
    });
    client.on('message', () => heard.push('second'));
    Socket.latest.hear(message(1));
    removeEventListener('error', silence);
    equal(heard, ['second']);
  },

  'a listener of a stream that fails does not keep the stream from going on': async () => {
    const { client, Socket } = await connected();
    const silence = (event) => event.preventDefault();
    addEventListener('error', silence);
    client.subscribe(room, () => {
      throw new Error('meant by a test');
    });
    const heard = numbersHeard(client);
    Socket.latest.grant(0, message(1), message(2));
    removeEventListener('error', silence);
    equal(heard, [1, 2]);
  },

  'it closes for good when told to': async () => {
    const { client, clock, Socket } = await connected();
    client.close();
    await clock.pass(600_000);
    equal([client.status.state, Socket.all.length], ['closed', 1]);
  },
};
