package dev.switchboard.bus;

/** Takes in what the topic of events brings to this node; returns without waiting for anybody. */
public interface StreamEventHandler {

  /** Events of one stream may come twice, late or out of order. */
  void accept(StreamEvent event);
}
