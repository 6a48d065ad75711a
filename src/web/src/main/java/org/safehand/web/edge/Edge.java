package org.safehand.web.edge;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Clock;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.person.SessionEnds;
import org.safehand.referral.settings.CurrentSettings;
import org.safehand.web.audit.AuditFilter;
import org.safehand.web.audit.AuditTrail;
import org.safehand.web.machine.MachineCertificates;
import org.safehand.web.session.SessionFilter;
import org.safehand.web.session.SessionRegistry;
import org.safehand.web.session.SignedOutFilter;
import org.safehand.web.signin.CurrentActor;
import org.safehand.web.signin.Installation;
import org.safehand.web.signin.MachineAdmission;
import org.safehand.web.signin.SignInFilter;

/** Puts the filters before every request, in the order in which they are named here. */
public class Edge implements ServletContextListener {
  @Inject private @Nullable Installation installation;
  @Inject private @Nullable SessionRegistry sessions;
  @Inject private @Nullable CurrentActor current;
  @Inject private @Nullable Instance<AuditTrail> audit;
  @Inject private @Nullable Instance<MachineCertificates> certificates;
  @Inject private @Nullable Instance<SessionEnds> ends;
  @Inject private @Nullable Instance<CurrentSettings> settings;

  // the container's own, injected: threads that know the application's class loader and names
  @Resource private @Nullable ManagedThreadFactory threads;
  private @Nullable AuditTrail trail;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    Installation here = requireNonNull(installation, "installation is null");
    add(context, new HeadersFilter(here.issuerOrigin()), DispatcherType.ERROR);
    add(context, new FaceFilter(here.served()));
    if (here.served()) {
      add(context, new AuditFilter(startTrail()), DispatcherType.ERROR);
    }
    add(context, new TokenInUrlFilter());
    add(context, new MachineDoorFilter());
    add(
        context,
        new SignInFilter(
            requireNonNull(current, "current is null"),
            new MachineAdmission(requireNonNull(certificates, "certificates is null")::get)));
    add(
        context,
        new SessionFilter(
            Clock.systemUTC(),
            requireNonNull(sessions, "sessions is null"),
            requireNonNull(settings, "settings is null")::get));
    if (here.served()) {
      add(context, new SignedOutFilter(requireNonNull(ends, "ends is null")::get));
    }
    add(context, new CsrfFilter(here.origin()));
    add(context, new ConsoleFilter());
  }

  private AuditTrail startTrail() {
    AuditTrail started = requireNonNull(audit, "audit is null").get();
    started.start(requireNonNull(threads, "threads is null"));
    trail = started;
    return started;
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (trail != null) {
      trail.close();
    }
  }

  private static void add(ServletContext context, Filter filter, DispatcherType... also) {
    EnumSet<DispatcherType> types = EnumSet.of(DispatcherType.REQUEST, also);
    context
        .addFilter(filter.getClass().getSimpleName(), filter)
        .addMappingForUrlPatterns(types, true, "/*");
  }
}
