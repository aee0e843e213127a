package dev.switchboard.realtime;

/** Something a client may ask for over the socket; every bean of this type is offered. */
public interface Action {

  /** The frame's {@code action}, such as {@code subscribe}. */
  String name();

  /** Whether a frame of that name is meant for this one; features share a name by their members. */
  default boolean handles(ClientFrame frame) {
    return true;
  }

  /**
   * Does what a frame asks for, and answers through the connection.
   *
   * @throws FrameException when the frame cannot be obeyed
   */
  void perform(Connection connection, ClientFrame frame);
}
