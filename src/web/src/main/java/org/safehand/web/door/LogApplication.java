package org.safehand.web.door;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The custody log, where C2SP tlog-tiles has it: beside the API, not under it. */
@ApplicationPath("/log")
public class LogApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Providers.ALL;
  }

  @Override
  @SuppressWarnings("deprecation") // the only way to hand over objects; see Resources
  public Set<Object> getSingletons() {
    return CDI.current().select(Resources.class).get().log();
  }
}
