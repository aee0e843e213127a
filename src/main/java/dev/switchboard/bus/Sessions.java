package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/** Lends sessions at the broker for what takes more than one send; not inside a transaction. */
@ApplicationScoped
class Sessions {

  /** What is done with a session. */
  interface Work<T> {
    T in(Session session) throws JMSException;
  }

  @Resource(lookup = "jms/switchboard", shareable = false)
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  Sessions() {}

  static Sessions of(ConnectionFactory connections) {
    Sessions sessions = new Sessions();
    sessions.connections = connections;
    return sessions;
  }

  /**
   * Does work whose every step counts at once.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  <T> T lend(Work<T> work) {
    // The connection alone is closed: it removes temporary queues by its session, which would be
    // somebody else's by then if it had been closed before.
    try (Connection connection = connections.createConnection()) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      connection.start();
      return work.in(session);
    } catch (JMSException e) {
      throw ProblemException.unavailable(e);
    }
  }
}
