import { live } from '../model/live.js';
import { people } from '../model/people.js';

/** How many messages are loaded at a time. */
const PAGE = 50;

/** A room, as a conversation reads it. */
export const roomSource = (roomId) => ({
  stream: { roomId },
  read: readMessage,
  async page(before) {
    const { messages, hasMore } = await live.request({ action: 'getMessages', roomId, limit: PAGE, before });
    return { items: messages.map(readMessage), next: hasMore ? messages[0]?.sequenceNumber : undefined };
  },
  isOwn: (message) => message.roomId === roomId,
  textOf: (message) => message.content,
});

/** A message of a room, as it is shown. */
export function readMessage({ messageId, roomId, userId, username, content, createdAt, sequenceNumber }) {
  people.learn(userId, username);
  return { id: messageId, roomId, userId, username, text: content, at: createdAt, number: sequenceNumber };
}
