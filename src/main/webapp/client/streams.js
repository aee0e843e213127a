/** The members by which a frame names its stream. */
const KEYS = ['boardId', 'chatId', 'roomId', 'postId', 'notes', 'broadcasts'];

/** The stream that a frame or a subscription is about, such as `{roomId: 'lobby'}`, if any. */
export function streamOf(frame) {
  const key = KEYS.find((name) => typeof frame[name] === 'string');
  return key && { [key]: frame[key] };
}

/** The name of a stream, such as `roomId:lobby`. */
export function nameOf(stream) {
  const [[key, value]] = Object.entries(stream);
  return `${key}:${value}`;
}

/** The number of an event in its stream, if it has one. */
export function numberOf(frame) {
  return frame.message?.sequenceNumber ?? frame.sequenceNumber;
}

/** The id of the message in a frame, if there is one. */
export function idOf(frame) {
  return frame.message?.messageId ?? frame.message?.id;
}

/** What a frame is: its type, but `broadcast` for what everybody is told, whatever its sender called it. */
export function kindOf(frame) {
  return frame.broadcasts !== undefined && 'data' in frame ? 'broadcast' : frame.type;
}
