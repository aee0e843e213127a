package dev.switchboard.realtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire that notes what is written; writes that nobody waits for end when the test says so. */
class Paper implements Wire {
  boolean well = true;
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final List<Completion> underWay = new CopyOnWriteArrayList<>();

  @Override
  public boolean write(String text) {
    written.add(text);
    return well;
  }

  @Override
  public void begin(String text, Completion done) {
    written.add(text);
    underWay.add(done);
  }

  @Override
  public boolean ping() {
    return write("(ping)");
  }

  /** Ends the write that was begun first. */
  void end(boolean ended) {
    underWay.remove(0).ended(ended);
  }

  List<String> got() {
    return List.copyOf(written);
  }

  int begun() {
    return underWay.size();
  }
}
