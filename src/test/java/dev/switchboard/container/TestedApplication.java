package dev.switchboard.container;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as it was built, the file in system property {@code switchboard.war}. */
final class TestedApplication {
  private TestedApplication() {}

  /** With the classes of this package inside. */
  static WebArchive war() {
    File built = new File(System.getProperty("switchboard.war", "target/switchboard.war"));
    return ShrinkWrap.createFromZipFile(WebArchive.class, built)
        .addPackage(TestedApplication.class.getPackage())
        .addAsLibrary(fileOf(Assertions.class));
  }

  private static File fileOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
