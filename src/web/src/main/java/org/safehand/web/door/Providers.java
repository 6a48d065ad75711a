package org.safehand.web.door;

import java.util.Set;

/** What both applications have in common. */
final class Providers {
  static final Set<Class<?>> ALL =
      Set.of(Doorkeeper.class, ProblemMapper.class, FrameworkMapper.class, FaultMapper.class);

  private Providers() {}
}
