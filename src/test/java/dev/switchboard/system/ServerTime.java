package dev.switchboard.system;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The processor time that the Liberty servers of this machine have used, by process. */
record ServerTime(Map<Long, Duration> byProcess) {

  static ServerTime now() {
    return new ServerTime(
        ProcessHandle.allProcesses()
            .filter(process -> process.info().commandLine().orElse("").contains("ws-server.jar"))
            .collect(
                Collectors.toMap(
                    ProcessHandle::pid,
                    process -> process.info().totalCpuDuration().orElse(Duration.ZERO))));
  }

  /** What the busiest of them has used since. */
  String elapsed() {
    return now().byProcess().entrySet().stream()
        .filter(entry -> byProcess.containsKey(entry.getKey()))
        .map(entry -> entry.getValue().minus(byProcess.getOrDefault(entry.getKey(), Duration.ZERO)))
        .max(Duration::compareTo)
        .map(used -> used.toMillis() + " ms")
        .orElse("unknown");
  }
}
