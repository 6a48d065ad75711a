package org.safehand.web.door;

import java.util.Set;

/**
 * The resources, built once: JAX-RS cannot call a constructor that CDI injects, so it is handed the
 * objects instead of the classes.
 *
 * @param api what answers under {@code /api/v1}
 * @param log what answers under {@code /log}
 */
public record Resources(Set<Object> api, Set<Object> log) {
  public Resources {
    api = Set.copyOf(api);
    log = Set.copyOf(log);
  }
}
