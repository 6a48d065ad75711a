package org.safehand.web.door;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API for staff and liaisons. */
@Dependent
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {
  @Inject private @Nullable Resources resources;

  @Override
  public Set<Class<?>> getClasses() {
    return Providers.ALL;
  }

  @Override
  @SuppressWarnings("deprecation") // the only way to hand over objects; see Resources
  public Set<Object> getSingletons() {
    return requireNonNull(resources, "resources is null").api();
  }
}
