package dev.switchboard.system;

import dev.switchboard.launch.Installation;
import dev.switchboard.launch.Server;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;

/** An installation of the tests' own: one server, and the database and broker behind it. */
public record Site(Installation installation, Server server) implements AutoCloseable {

  static final String COMMANDS = "switchboard.board-messages";

  Switchboard home() {
    return Switchboard.at(server.url());
  }

  Account register() {
    return new Accounts(home()).register();
  }

  ActiveMQServer broker() {
    return installation.broker().server();
  }

  Queue queue(String name) {
    return broker().locateQueue(SimpleString.of(name));
  }

  /** Ends the server with SIGKILL, lets something happen, and starts it again. */
  void restartAfterKill(Runnable meanwhile) {
    server.kill();
    meanwhile.run();
    server.start().awaitReady();
  }

  @Override
  public void close() {
    installation.close();
  }
}
