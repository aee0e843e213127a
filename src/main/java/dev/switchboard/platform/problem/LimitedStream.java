package dev.switchboard.platform.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body that ends in a problem 413 where it grows past its limit, whatever its head announced. */
final class LimitedStream extends FilterInputStream {

  private final long limit;
  private long count;

  LimitedStream(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  /** Refuses at once a body whose announced length is past the limit. */
  void expect(@Nullable String contentLength) {
    if (contentLength != null && contentLength.matches("\\d{1,18}")) {
      count(Long.parseLong(contentLength));
      count = 0;
    }
  }

  boolean exceeded() {
    return count > limit;
  }

  ProblemException tooLarge() {
    return new ProblemException(
        ProblemType.TOO_LARGE, "The body has more than " + limit + " bytes.");
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(long octets) {
    count += octets;
    if (exceeded()) {
      throw tooLarge();
    }
  }
}
