package dev.switchboard.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {
  private static final int TIMEOUT_MILLIS = 500;
  private static final int LOWEST = 15_000;
  private static final int LOWEST_OF_CLIENTS = 32_768;
  private static final int ATTEMPTS = 1_000;

  private Ports() {}

  /**
   * A port that nobody listens on now. It is none of those that systems give to clients: what stops
   * and starts again on it finds it free.
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(LOWEST, LOWEST_OF_CLIENTS)
        .limit(ATTEMPTS)
        .filter(Ports::canBeBound)
        .findFirst()
        .orElseThrow();
  }

  private static boolean canBeBound(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Whether somebody listens on the port of this machine. */
  public static boolean taken(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  /** Refuses to go on with a port that is taken; {@code property} names how to choose another. */
  static void requireFree(int port, String purpose, String property) {
    if (taken(port)) {
      throw new LaunchException(
          "Port %d, wanted for the %s, is taken. Choose another with -D%s=<port>."
              .formatted(port, purpose, property));
    }
  }
}
