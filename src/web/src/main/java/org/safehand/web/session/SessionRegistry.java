package org.safehand.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.safehand.web.signin.SignIn;

/** The one browser session of each person on this node; a second sign-in ends the first. */
@ApplicationScoped
public class SessionRegistry {
  private record Entry(SignIn who, HttpSession session) {}

  private final Map<String, Entry> bySubject = new HashMap<>();

  /** Notes that {@code who} signed in with {@code session}. */
  public synchronized void opened(SignIn who, HttpSession session) {
    Entry before = bySubject.put(who.subject(), new Entry(who, session));
    if (before != null && before.session() != session) {
      end(before.session());
    }
  }

  /** Forgets {@code session}, which ended. */
  public synchronized void closed(HttpSession session) {
    bySubject.values().removeIf(known -> isSame(known.session(), session));
  }

  /** Ends the session that belongs to the identity provider's session {@code sid}, if one does. */
  public void endSession(String sid) {
    end(known -> known.who().session().filter(sid::equals).isPresent());
  }

  /** Ends the session of the person whose identity is {@code subject}, if there is one. */
  public void endSessionsOf(String subject) {
    end(known -> known.who().subject().equals(subject));
  }

  private synchronized void end(Predicate<Entry> which) {
    List<Entry> ending = bySubject.values().stream().filter(which).toList();
    bySubject.values().removeAll(ending);
    ending.forEach(known -> end(known.session()));
  }

  private static boolean isSame(HttpSession known, HttpSession session) {
    return known == session || known.getId().equals(session.getId());
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException alreadyEnded) {
      // it ended by itself a moment ago, which is what was wanted
    }
  }
}
