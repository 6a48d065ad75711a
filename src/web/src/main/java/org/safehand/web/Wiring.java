package org.safehand.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.safehand.web.signin.Installation;

/** Builds what this face works with, once. */
@ApplicationScoped
public class Wiring {
  /** Where this face stands. */
  @Produces
  @Singleton
  public Installation installation() {
    return Installation.of(System.getenv());
  }
}
