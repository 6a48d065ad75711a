package org.safehand.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;

/** The one browser session of each person on this node; a second sign-in ends the first. */
@ApplicationScoped
public class SessionRegistry {
  private final Map<String, HttpSession> bySubject = new HashMap<>();

  /** Notes that {@code subject} signed in with {@code session}. */
  public synchronized void opened(String subject, HttpSession session) {
    HttpSession before = bySubject.put(subject, session);
    if (before != null && before != session) {
      end(before);
    }
  }

  /** Forgets {@code session}, which ended. */
  public synchronized void closed(HttpSession session) {
    bySubject.values().removeIf(known -> known == session || sameId(known, session));
  }

  private static boolean sameId(HttpSession known, HttpSession session) {
    return known.getId().equals(session.getId());
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException alreadyEnded) {
      // it ended by itself a moment ago, which is what was wanted
    }
  }
}
