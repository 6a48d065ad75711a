package org.safehand.web.door;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The custody log, where C2SP tlog-tiles has it: beside the API, not under it. */
@Dependent
@ApplicationPath("/log")
public class LogApplication extends Application {
  @Inject private @Nullable Resources resources;

  @Override
  public Set<Class<?>> getClasses() {
    return Providers.ALL;
  }

  @Override
  @SuppressWarnings("deprecation") // the only way to hand over objects; see Resources
  public Set<Object> getSingletons() {
    return requireNonNull(resources, "resources is null").log();
  }
}
