package dev.switchboard.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The server's configuration, as far as what is deployed has to fit it. */
final class ServerXml {

  private ServerXml() {}

  /** The variables that the environment may set, with their defaults. */
  static Map<String, String> variables() {
    Map<String, String> found = new TreeMap<>();
    NodeList variables = root().getElementsByTagName("variable");
    for (int i = 0; i < variables.getLength(); i++) {
      Element variable = (Element) variables.item(i);
      if (variable.getAttribute("name").matches("[A-Z_]+")) {
        found.put(variable.getAttribute("name"), variable.getAttribute("defaultValue"));
      }
    }
    return found;
  }

  static Duration stopTimeout() {
    return Duration.parse("PT" + attribute("applicationManager", "stopTimeout"));
  }

  static Duration readTimeout() {
    return Duration.parse("PT" + attribute("httpOptions", "readTimeout"));
  }

  /** The most connections that a node takes to its database. */
  static int databaseConnections() {
    Element source = (Element) root().getElementsByTagName("dataSource").item(0);
    Element pool = (Element) source.getElementsByTagName("connectionManager").item(0);
    return Integer.parseInt(pool.getAttribute("maxPoolSize"));
  }

  /** Where a node listens in production. */
  static Element https() {
    Element overrides = root(Path.of("openshift", "overlays", "prod", "https.xml"));
    return (Element) overrides.getElementsByTagName("httpEndpoint").item(0);
  }

  private static String attribute(String element, String name) {
    return ((Element) root().getElementsByTagName(element).item(0)).getAttribute(name);
  }

  private static Element root() {
    return root(Path.of("server.xml"));
  }

  static Element root(Path file) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(file.toFile())
          .getDocumentElement();
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
