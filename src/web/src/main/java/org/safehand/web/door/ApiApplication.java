package org.safehand.web.door;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The API for staff and liaisons. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Providers.ALL;
  }

  @Override
  @SuppressWarnings("deprecation") // the only way to hand over objects; see Resources
  public Set<Object> getSingletons() {
    return CDI.current().select(Resources.class).get().api();
  }
}
