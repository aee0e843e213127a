package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.List;

/** Puts commands on queues: durable, and on the broker's disk when {@code send} returns. */
@ApplicationScoped
class CommandQueues {
  static final String ID = "switchboard_id";
  static final String KIND = "switchboard_kind";
  static final String AUTHOR = "switchboard_author";

  @Resource(lookup = "jms/switchboard", shareable = false)
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  /** Sends commands of one group by one message. */
  void send(String queue, List<Parcel> parcels) {
    try (JMSContext context = connections.createContext()) {
      context.createProducer().send(context.createQueue(queue), Parcel.pack(parcels, context));
    } catch (JMSException | JMSRuntimeException e) {
      throw ProblemException.unavailable(e);
    }
  }
}
