package dev.switchboard.bench;

import java.util.concurrent.TimeUnit;

/** When the next message is due. */
sealed interface Pace {
  /** Not before another message has reached everybody. */
  long LATER = Long.MAX_VALUE;

  /** In nanoseconds from the start, given how many were sent and how many are still under way. */
  long due(int sent, int underWay, long now);

  /** So many a second, however long the server takes: an open loop. */
  record Rate(int perSecond) implements Pace {
    @Override
    public long due(int sent, int underWay, long now) {
      return sent * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }
  }

  /** As fast as the server stores and delivers, with so many under way: a closed loop. */
  record Window(int messages) implements Pace {
    @Override
    public long due(int sent, int underWay, long now) {
      return underWay < messages ? now : LATER;
    }
  }
}
