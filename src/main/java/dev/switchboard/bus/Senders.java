package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends messages. Who has sent is kept for the next message to the same destination: to open a
 * session and a producer costs the broker more than the send.
 */
@ApplicationScoped
class Senders {
  private static final int KEPT = 2;

  @Resource(lookup = "jms/switchboard", shareable = false)
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  private final Map<String, Queue<Sender>> kept = new ConcurrentHashMap<>();

  static Senders of(ConnectionFactory connections) {
    Senders senders = new Senders();
    senders.connections = connections;
    return senders;
  }

  @PreDestroy
  void end() {
    kept.values().forEach(each -> each.forEach(Sender::close));
  }

  /**
   * Sends to a queue: the message is on the broker's disk afterwards.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  void toQueue(String queue, Sender.Writing writing) {
    send(queue, session -> session.createProducer(session.createQueue(queue)), writing);
  }

  /**
   * Sends to a topic, for those who listen now.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  void toTopic(String topic, Sender.Writing writing) {
    send(
        topic,
        session -> {
          MessageProducer producer = session.createProducer(session.createTopic(topic));
          producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
          return producer;
        },
        writing);
  }

  private void send(String address, Sender.Producing producing, Sender.Writing writing) {
    Queue<Sender> free = kept.computeIfAbsent(address, any -> new ArrayBlockingQueue<>(KEPT));
    try {
      Sender sender = free.poll();
      if (sender == null || !hasSent(sender, writing)) {
        sender = Sender.open(connections, producing);
        sendOrClose(sender, writing);
      }
      if (!free.offer(sender)) {
        sender.close();
      }
    } catch (JMSException e) {
      throw ProblemException.unavailable(e);
    }
  }

  /** One that was kept cannot send any more where the broker has been away meanwhile. */
  private static boolean hasSent(Sender old, Sender.Writing writing) {
    try {
      sendOrClose(old, writing);
      return true;
    } catch (JMSException dead) {
      return false;
    }
  }

  private static void sendOrClose(Sender sender, Sender.Writing writing) throws JMSException {
    try {
      sender.send(writing);
    } catch (JMSException | RuntimeException e) {
      sender.close();
      throw e;
    }
  }
}
