package dev.switchboard.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of this machine. */
public final class Ports {
  private static final int TIMEOUT_MILLIS = 500;

  private Ports() {}

  /** A port that nobody listens on now. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
