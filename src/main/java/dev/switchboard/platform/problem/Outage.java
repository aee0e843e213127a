package dev.switchboard.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database or broker that is away from a failure of our own. */
public final class Outage {

  // PostgreSQL, appendix A: shut down by an administrator, crashed, starting, too many connections,
  // and a standby that does not take writes yet.
  private static final Set<String> SQL_STATES = Set.of("57P01", "57P02", "57P03", "53300", "25006");

  // Judged by name, because only the package `bus` may know JMS and the client of the broker.
  private static final Set<String> OF_THE_MESSAGE =
      Set.of(
          "jakarta.jms.MessageFormatException",
          "jakarta.jms.MessageEOFException",
          "jakarta.jms.MessageNotReadableException",
          "jakarta.jms.MessageNotWriteableException",
          "jakarta.jms.MessageFormatRuntimeException",
          "jakarta.jms.MessageNotWriteableRuntimeException",
          "jakarta.jms.InvalidSelectorException",
          "jakarta.jms.InvalidSelectorRuntimeException");
  private static final Set<String> OF_THE_BROKER_CLIENT =
      Set.of(
          "ActiveMQNotConnectedException",
          "ActiveMQConnectionTimedOutException",
          "ActiveMQDisconnectedException",
          "ActiveMQUnBlockedException",
          "ActiveMQSessionCreationException",
          "ActiveMQObjectClosedException");

  private static final int DEEPEST_CHAIN = 32;

  private Outage() {}

  /** Whether the chain of causes says that the database or the broker is away. */
  public static boolean causes(@Nullable Throwable failure) {
    Throwable link = failure;
    for (int depth = 0; link != null && depth < DEEPEST_CHAIN; depth++) {
      if (isOutage(link)) {
        return true;
      }
      link = link.getCause();
    }
    return false;
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof SQLException sql ? ofDatabase(sql) : ofBroker(failure.getClass());
  }

  private static boolean ofDatabase(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || (state != null && (state.startsWith("08") || SQL_STATES.contains(state)))
        || (failure.getNextException() != null && ofDatabase(failure.getNextException()));
  }

  private static boolean ofBroker(Class<?> type) {
    String name = type.getName();
    return name.startsWith("jakarta.jms.")
        ? !OF_THE_MESSAGE.contains(name)
        : OF_THE_BROKER_CLIENT.contains(type.getSimpleName())
            // Liberty: no connection to be had from the pool or the resource adapter.
            || name.equals("jakarta.resource.spi.ResourceAllocationException")
            || name.equals("jakarta.resource.ResourceException")
            || name.equals("com.ibm.websphere.ce.cm.ConnectionWaitTimeoutException")
            || name.equals("com.ibm.websphere.ce.j2c.ConnectionWaitTimeoutException")
            || name.equals("com.ibm.websphere.ce.cm.StaleConnectionException");
  }
}
