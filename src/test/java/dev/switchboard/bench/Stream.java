package dev.switchboard.bench;

/** A board, or a chat in strict order: where to post, what to post, how to subscribe. */
record Stream(String id, boolean isChat) {
  static Stream board(String id) {
    return new Stream(id, false);
  }

  static Stream chat(String id) {
    return new Stream(id, true);
  }

  String path() {
    return isChat ? "/api/v1/publish" : "/api/v1/boards/" + id + "/messages";
  }

  /** The body that posts a text, which needs no escape. */
  String message(String text) {
    return isChat
        ? "{\"targetChannel\":\"WebSocket\",\"messageType\":\"fifo\",\"payload\":{\"chatId\":\""
            + id
            + "\",\"eventType\":\"bench\",\"content\":\""
            + text
            + "\"}}"
        : "{\"topic\":\"bench\",\"data\":\"" + text + "\"}";
  }

  String subscription() {
    return "{\"action\":\"subscribe\",\"" + (isChat ? "chatId" : "boardId") + "\":\"" + id + "\"}";
  }
}
