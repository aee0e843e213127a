package dev.switchboard.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Runs work in one transaction of its own; what the work throws rolls it back. */
@ApplicationScoped
class Transactions {

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  <T> T run(Supplier<T> work) {
    return work.get();
  }
}
