package org.safehand.web.stepup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.stepup.ProvenAct;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.web.provider.Asked;
import org.safehand.web.provider.Secrets;

/**
 * A question that a person has not answered yet.
 *
 * @param binding the act that it is for
 * @param person who is asked
 * @param secrets what the answer must know
 * @param at when it was asked
 * @param back the path of the page that it was asked on
 */
record PendingStepUp(ProvenAct binding, Person person, Secrets secrets, Instant at, String back) {
  PendingStepUp {
    requireNonNull(binding, "binding is null");
    requireNonNull(person, "person is null");
    requireNonNull(secrets, "secrets is null");
    requireNonNull(at, "at is null");
    requireNonNull(back, "back is null");
  }

  /** Whether an answer at {@code now} comes in time, from the one who was asked. */
  boolean awaits(Person answering, Instant now) {
    return person.subject().equals(answering.subject())
        && now.isBefore(at.plus(StepUpGate.MAX_AGE));
  }

  /** What the ID token must answer, as {@code client}. */
  Asked asked(String client) {
    return new Asked(client, secrets.nonce(), person.subject(), at);
  }
}
