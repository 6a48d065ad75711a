package org.safehand.web.stepup;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Questions by the name under which their answer comes back. Each is given out once; of more than
 * {@value #MOST} the oldest is forgotten.
 */
final class PendingStepUps {
  static final int MOST = 16;

  private static final String ATTRIBUTE = "safehand.step-ups";

  private final Map<String, PendingStepUp> waiting = new LinkedHashMap<>();

  /** Those of a browser's session. */
  static PendingStepUps of(HttpSession session) {
    synchronized (session) {
      if (session.getAttribute(ATTRIBUTE) instanceof PendingStepUps there) {
        return there;
      }
      PendingStepUps fresh = new PendingStepUps();
      session.setAttribute(ATTRIBUTE, fresh);
      return fresh;
    }
  }

  synchronized void add(String name, PendingStepUp pending) {
    waiting.put(name, pending);
    if (waiting.size() > MOST) {
      waiting.remove(waiting.keySet().iterator().next());
    }
  }

  synchronized Optional<PendingStepUp> take(String name) {
    return Optional.ofNullable(waiting.remove(name));
  }
}
