package org.safehand.web.session;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.jspecify.annotations.Nullable;

/** Tells the registry of sessions that ended. */
public class SessionEnd implements HttpSessionListener {
  @Inject private @Nullable SessionRegistry sessions;

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    requireNonNull(sessions, "sessions is null").closed(event.getSession());
  }
}
