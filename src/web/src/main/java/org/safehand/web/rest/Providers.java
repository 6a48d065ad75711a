package org.safehand.web.rest;

import java.util.Set;
import org.safehand.web.door.Doorkeeper;
import org.safehand.web.problem.FaultMapper;
import org.safehand.web.problem.FrameworkMapper;
import org.safehand.web.problem.ProblemMapper;

/** What both applications have in common. */
final class Providers {
  static final Set<Class<?>> ALL =
      Set.of(Doorkeeper.class, ProblemMapper.class, FrameworkMapper.class, FaultMapper.class);

  private Providers() {}
}
