package dev.switchboard.system;

import java.net.URI;

/** A running installation, known by the address at which it answers. */
record Switchboard(URI base) {

  /** The installation under test: system property {@code switchboard.url}. */
  static Switchboard underTest() {
    return at(System.getProperty("switchboard.url", "http://127.0.0.1:9080"));
  }

  static Switchboard at(String url) {
    return new Switchboard(URI.create(url));
  }

  URI resolve(String path) {
    return base.resolve(path);
  }

  URI socket(String query) {
    return URI.create("ws://" + base.getAuthority() + "/ws" + query);
  }

  /** What a browser that shows the installation's own pages sends as {@code Origin}. */
  String origin() {
    return base.getScheme() + "://" + base.getAuthority();
  }

  Api anonymous() {
    return new Api(this, null);
  }
}
