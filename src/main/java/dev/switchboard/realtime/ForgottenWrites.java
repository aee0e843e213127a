package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Wakes threads that sleep in a blocking write of the server to a client that is gone: Liberty's
 * channel does not always wake them itself when the connection drops at that moment. Who sleeps
 * there in two rounds one after the other is interrupted.
 */
@ApplicationScoped
class ForgottenWrites {
  private static final String ASLEEP_IN = "com.ibm.ws.tcpchannel.internal.SimpleSync";

  private Set<Thread> asleep = Set.of();

  synchronized void wake() {
    Set<Thread> now =
        Thread.getAllStackTraces().entrySet().stream()
            .filter(each -> Arrays.stream(each.getValue()).anyMatch(ForgottenWrites::isWrite))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    now.stream().filter(asleep::contains).forEach(Thread::interrupt);
    asleep = now;
  }

  private static boolean isWrite(StackTraceElement frame) {
    return frame.getClassName().equals(ASLEEP_IN);
  }
}
