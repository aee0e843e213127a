package dev.switchboard.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void it_tells_requests_and_kinds_apart() {
    byte[] fingerprint = Fingerprint.of("post-message", "{}");

    assertThat(fingerprint)
        .hasSize(32)
        .isEqualTo(Fingerprint.of("post-message", "{}"))
        .isNotEqualTo(Fingerprint.of("post-message", "{ }"))
        .isNotEqualTo(Fingerprint.of("create-board", "{}"));
  }
}
