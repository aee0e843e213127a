package dev.switchboard.platform.security;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;

/** Guards every resource method that is not {@link Open}. */
@Provider
public class AccessFeature implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Optional<AllowedGroups> groups = nearest(resource, AllowedGroups.class);
    if (groups.isPresent() || nearest(resource, Open.class).isEmpty()) {
      Set<String> allowed = groups.map(found -> Set.of(found.value())).orElse(Set.of());
      context.register(new AccessFilter(allowed), Priorities.AUTHORIZATION);
    }
  }

  private static <A extends Annotation> Optional<A> nearest(ResourceInfo resource, Class<A> type) {
    return Optional.ofNullable(resource.getResourceMethod().getAnnotation(type))
        .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(type)));
  }
}
