package org.safehand.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.trust.TrustException;
import org.safehand.exchange.work.WorkerThreads;
import org.safehand.packaging.seal.SealException;

/** Starts the workers with the application and ends them with it. */
public final class Startup implements ServletContextListener {
  private static final Logger LOG = System.getLogger(Startup.class.getName());

  // the container's own, injected: threads that know the application's class loader and names
  @Resource private @Nullable ManagedThreadFactory threads;
  @Resource private @Nullable ManagedScheduledExecutorService timer;
  private @Nullable WorkerThreads workers;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (!ExchangeConfiguration.isServed(System.getenv())) {
      LOG.log(Level.INFO, "this node runs the web face alone: no workers");
      return;
    }
    if (threads == null || timer == null) {
      throw new IllegalStateException("the container gave no threads");
    }
    try {
      workers = new Wiring(ExchangeConfiguration.of(System.getenv())).start(threads, timer);
    } catch (IOException | GeneralSecurityException | TrustException | SealException e) {
      throw new IllegalStateException("the exchange face cannot start: " + e.getMessage(), e);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (workers != null) {
      workers.close();
    }
  }
}
