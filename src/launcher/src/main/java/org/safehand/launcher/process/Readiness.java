package org.safehand.launcher.process;

import java.io.IOException;
import org.safehand.launcher.fault.LaunchException;

/** Answers whether a server serves. It may refuse for good when it sees that it never will. */
@FunctionalInterface
public interface Readiness {
  /** True once the server serves; an answer of false is asked again. */
  boolean ready() throws IOException, LaunchException;
}
