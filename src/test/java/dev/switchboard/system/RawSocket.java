package dev.switchboard.system;

import dev.switchboard.Waiting;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A socket that frames by itself (RFC 6455): what is sent goes out as asked for, and nothing is
 * read until it is asked for, so that the window of the connection fills.
 */
final class RawSocket implements AutoCloseable {

  /** A frame as it came. */
  record Frame(int opcode, ByteBuffer payload) {
    String text() {
      return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }
  }

  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private final java.net.Socket connection;
  private final DataInputStream in;
  private final DataOutputStream out;

  private RawSocket(java.net.Socket connection) throws IOException {
    this.connection = connection;
    this.in = new DataInputStream(connection.getInputStream());
    this.out = new DataOutputStream(new BufferedOutputStream(connection.getOutputStream()));
  }

  static RawSocket open(Account account, int receiveBuffer) {
    URI home = account.home().base();
    try {
      java.net.Socket connection = new java.net.Socket();
      connection.setReceiveBufferSize(receiveBuffer);
      connection.setSoTimeout((int) Waiting.LIMIT.toMillis());
      connection.connect(new InetSocketAddress(home.getHost(), home.getPort()));
      RawSocket socket = new RawSocket(connection);
      socket.upgrade(Upgrade.request(account, "switchboard.v1"));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean sendText(String text) {
    return sendPiece(text, true, true);
  }

  /** Sends a frame of a message that may have several; false if the server has closed. */
  boolean sendPiece(String text, boolean first, boolean last) {
    try {
      send((last ? FINAL : 0) | (first ? TEXT : 0), text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (SocketException closed) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next text or close frame; pings are answered on the way. */
  Frame read() throws IOException {
    Frame frame = readAny();
    while (frame.opcode() == PING) {
      send(FINAL | PONG, frame.payload().array());
      frame = readAny();
    }
    return frame;
  }

  /** Reads to the end. */
  Closure awaitClosure() {
    try {
      Frame frame = read();
      while (frame.opcode() != CLOSE) {
        frame = read();
      }
      ByteBuffer payload = frame.payload();
      int code = payload.hasRemaining() ? payload.getShort() & 0xffff : 1005;
      return new Closure(code, StandardCharsets.UTF_8.decode(payload).toString());
    } catch (EOFException | SocketException e) {
      return new Closure(1006, String.valueOf(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void upgrade(String request) throws IOException {
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("no upgrade: " + head);
    }
  }

  private Frame readAny() throws IOException {
    int opcode = in.readUnsignedByte() & 0x0f;
    int length = in.readUnsignedByte() & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new Frame(opcode, ByteBuffer.wrap(payload));
  }

  private void send(int head, byte[] payload) throws IOException {
    out.writeByte(head);
    if (payload.length < 126) {
      out.writeByte(MASKED | payload.length);
    } else if (payload.length < 65_536) {
      out.writeByte(MASKED | 126);
      out.writeShort(payload.length);
    } else {
      out.writeByte(MASKED | 127);
      out.writeLong(payload.length);
    }
    out.writeInt(0); // a mask of zeros changes nothing
    out.write(payload);
    out.flush();
  }
}
