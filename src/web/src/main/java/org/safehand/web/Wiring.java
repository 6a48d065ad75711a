package org.safehand.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.safehand.web.rest.MeResource;
import org.safehand.web.rest.Resources;
import org.safehand.web.signin.CurrentActor;
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

  /** What answers requests. */
  @Produces
  @Singleton
  public Resources resources(CurrentActor current) {
    return new Resources(Set.of(new MeResource(current)), Set.of());
  }
}
