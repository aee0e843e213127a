package dev.switchboard.realtime;

import dev.switchboard.stream.Entry;
import dev.switchboard.stream.Heads;
import dev.switchboard.stream.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Reads in the background what channels ask for, and counts what they pass on. */
@ApplicationScoped
class Upkeep {
  private static final Logger LOG = System.getLogger(Upkeep.class.getName());
  private static final int PAGE = 500;

  private final History history;
  private final Heads heads;
  private final Workers workers;
  private final Instance<Rights> rights;
  private final Tally tally;

  @SuppressWarnings("NullAway")
  Upkeep() {
    this(null, null, null, null, null);
  }

  @Inject
  Upkeep(History history, Heads heads, Workers workers, Instance<Rights> rights, Tally tally) {
    this.history = history;
    this.heads = heads;
    this.workers = workers;
    this.rights = rights;
    this.tally = tally;
  }

  Channel.Keeper of(Target target) {
    return new Channel.Keeper() {
      @Override
      public void fillAfter(Channel channel, long number) {
        workers.executeFirst(() -> attempt(target, channel, () -> fill(target, channel, number)));
      }

      @Override
      public void review(Channel channel) {
        workers.executeFirst(
            () ->
                attempt(
                    target, channel, () -> channel.reviewed(rights.get().review(channel, target))));
      }

      @Override
      public void passedOn() {
        tally.broadcast();
      }
    };
  }

  /** The epoch is read after the entries, so that none of them lies behind it. */
  private void fill(Target target, Channel channel, long number) {
    List<Entry> entries = history.after(target.stream(), null, number, PAGE);
    long epoch = heads.of(target.stream()).epoch();
    channel.fill(entries, entries.size() == PAGE, epoch);
  }

  private static void attempt(Target target, Channel channel, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Could not read {0}; tried again soon: {1}", target.stream(), e);
      channel.failed();
    }
  }
}
