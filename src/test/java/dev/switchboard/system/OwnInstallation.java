package dev.switchboard.system;

import dev.switchboard.launch.Installation;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests an installation whose parts they may break; they leave it running and whole. */
public final class OwnInstallation implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Site resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Site.class, key -> start(), Site.class);
  }

  private static Site start() {
    Installation installation = Installation.fresh("faults");
    Site site = new Site(installation, installation.newServer());
    installation.start();
    return site;
  }
}
