package org.safehand.web.stepup;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.safehand.referral.stepup.BoundStepUp;
import org.safehand.referral.stepup.GrantStepUp;
import org.safehand.web.provider.Secrets;
import org.safehand.web.provider.StepUpException;
import org.safehand.web.provider.StepUpFault;
import org.safehand.web.provider.TokenCheck;

/**
 * A step-up on the command line: it is given a challenge, has the person sign in again with that as
 * the nonce, and hands in the ID token. The challenge is kept on this node, and forgotten with the
 * first answer, whatever that is.
 */
public final class CommandLineStepUp {
  /** The client that a command line is. */
  static final String CLIENT = "safehand-cli";

  private static final int PEOPLE = 10_000;

  private final TokenCheck check;
  private final GrantStepUp grants;
  private final SecureRandom random;
  private final Clock clock;
  private final Map<String, PendingStepUps> bySubject =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PendingStepUps> eldest) {
          return size() > PEOPLE;
        }
      };

  public CommandLineStepUp(TokenCheck check, GrantStepUp grants, SecureRandom random, Clock clock) {
    this.check = requireNonNull(check, "check is null");
    this.grants = requireNonNull(grants, "grants is null");
    this.random = requireNonNull(random, "random is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * What is given to the command line.
   *
   * @param id under which the answer is handed in
   * @param nonce what the ID token must have as its nonce
   */
  record Challenge(String id, String nonce) {}

  Challenge start(Person person, BoundStepUp bound) {
    Secrets secrets = Secrets.fresh(random);
    String id = UUID.randomUUID().toString();
    of(person).add(id, new PendingStepUp(bound.binding(), person, secrets, clock.instant(), "/"));
    return new Challenge(id, secrets.nonce());
  }

  /** Grants what the challenge {@code id} was for, if {@code token} answers it. */
  void finish(Person person, String id, String token) throws StepUpException {
    PendingStepUp pending =
        of(person)
            .take(id)
            .filter(it -> it.awaits(person, clock.instant()))
            .orElseThrow(() -> new StepUpException(StepUpFault.NOT_FOUND));
    grants.grant(pending.binding(), check.verify(token, pending.asked(CLIENT)));
  }

  private PendingStepUps of(Person person) {
    synchronized (bySubject) {
      return bySubject.computeIfAbsent(person.subject(), subject -> new PendingStepUps());
    }
  }
}
