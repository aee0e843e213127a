package dev.switchboard.bus;

/** Takes in that an administrator removes a connection, which this node may hold or not. */
public interface RemovalHandler {

  /** The id is the one that the welcome frame told; false when this node does not hold it. */
  boolean remove(String connectionId);
}
