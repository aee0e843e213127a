package dev.switchboard.system;

import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/** Holds up at the broker whatever is sent to an address, until it is opened. */
final class Gate implements ActiveMQServerPlugin {

  private final String address;
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  Gate(String address) {
    this.address = address;
  }

  boolean holdsSomething() {
    return arrived.getCount() == 0 && opened.getCount() > 0;
  }

  void open() {
    opened.countDown();
  }

  @Override
  public void beforeSend(
      ServerSession session,
      Transaction transaction,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue) {
    if (message.getAddress().equals(address)) {
      arrived.countDown();
      try {
        opened.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
