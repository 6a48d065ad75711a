package org.safehand.web.provider;

import java.time.Instant;

/** Decides whether an ID token proves that a person just showed their second factor. */
@FunctionalInterface
public interface TokenCheck {
  /** When they did, in answer to {@code asked}. */
  Instant verify(String token, Asked asked) throws StepUpException;
}
