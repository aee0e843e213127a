package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The tool that renders overlays; tests that need it are skipped where it is not installed. */
final class Kubectl {

  private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

  private Kubectl() {}

  /** The YAML of an overlay, as {@code oc apply -k} would send it. */
  static String render(String overlay) {
    assumeTrue(present(), "kubectl is not installed: the manifests are not checked");
    return RENDERED.computeIfAbsent(overlay, Kubectl::run);
  }

  private static boolean present() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  private static String run(String overlay) {
    try {
      Process process =
          new ProcessBuilder("kubectl", "kustomize", "openshift/overlays/" + overlay)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      return yaml;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
