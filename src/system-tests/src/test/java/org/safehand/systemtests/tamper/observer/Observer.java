package org.safehand.systemtests.tamper.observer;

import java.util.Optional;

/** Somebody who looks at the log as it is stored now. */
public interface Observer {
  /** Who. */
  String name();

  /** The first thing that does not hold; an exception means that the observer itself is broken. */
  Optional<Sighting> look() throws Exception;
}
