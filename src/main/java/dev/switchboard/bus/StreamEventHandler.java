package dev.switchboard.bus;

/** Takes in what the topic of events brings to this node; returns without waiting for anybody. */
public interface StreamEventHandler {

  /**
   * Events of one stream may come late or out of order, those of entries with a number twice too.
   */
  void accept(StreamEvent event);
}
