import { get } from '../model/api.js';

/** How many messages are loaded at a time. */
const PAGE = 50;

const read = ({ messageId, userId, content, timestamp, sequenceNumber }) => ({
  id: messageId, userId, text: content, at: timestamp, number: sequenceNumber,
});

/** A chat, as a conversation reads it: what is sent fast has no number, and is not replayed. */
export const chatSource = (chatId) => ({
  stream: { chatId },
  isReplayed: false,
  read,
  async page(startKey) {
    const from = startKey ? `&startKey=${encodeURIComponent(startKey)}` : '';
    const { messages, nextKey } = await get(`/messages?chatId=${encodeURIComponent(chatId)}&limit=${PAGE}${from}`);
    return { items: messages.map(read), next: nextKey };
  },
  isOwn: (message) => message.payload?.chatId === chatId,
  textOf: (message) => message.payload.content,
});

/** A message that is sent to a chat: in strict order, or as fast as can be. */
export const chatMessage = (chatId, content, messageType) => ({
  targetChannel: 'WebSocket',
  messageType,
  payload: { chatId, eventType: 'message', content },
});
