package dev.switchboard.system;

import dev.switchboard.Waiting;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a client heard that said nothing, not even the answer to a ping, until it was cut off. */
record Silence(int pings, Closure closure) {

  private static final int CLOSE = 8;
  private static final int PING = 9;

  /** Connects as that user and listens to the end. */
  static Silence of(Account account) {
    URI home = account.home().base();
    try (java.net.Socket wire = new java.net.Socket(home.getHost(), home.getPort())) {
      wire.setSoTimeout((int) Waiting.LIMIT.toMillis());
      String request = Upgrade.request(account, "switchboard.v1");
      wire.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      DataInputStream in = new DataInputStream(new BufferedInputStream(wire.getInputStream()));
      skipHead(in);
      return listen(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void skipHead(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
  }

  private static Silence listen(DataInputStream in) throws IOException {
    int pings = 0;
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      ByteBuffer payload = payload(in);
      if (opcode == CLOSE) {
        int code = payload.getShort() & 0xffff;
        return new Silence(
            pings, new Closure(code, StandardCharsets.UTF_8.decode(payload).toString()));
      }
      pings += opcode == PING ? 1 : 0;
    }
  }

  private static ByteBuffer payload(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte();
    byte[] bytes = new byte[length == 126 ? in.readUnsignedShort() : length];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
