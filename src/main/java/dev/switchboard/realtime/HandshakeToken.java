package dev.switchboard.realtime;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

/** Finds the token in a handshake: the Authorization header, the query, or a subprotocol. */
final class HandshakeToken {
  private static final String BEARER = "Bearer ";
  private static final String SUBPROTOCOL = "bearer.";

  private HandshakeToken() {}

  static Optional<String> of(HttpServletRequest request) {
    return fromHeader(request)
        .or(() -> Optional.ofNullable(request.getParameter("token")))
        .or(() -> fromSubprotocol(request));
  }

  private static Optional<String> fromHeader(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private static Optional<String> fromSubprotocol(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(String::strip)
        .filter(protocol -> protocol.startsWith(SUBPROTOCOL))
        .map(protocol -> protocol.substring(SUBPROTOCOL.length()))
        .findFirst();
  }
}
