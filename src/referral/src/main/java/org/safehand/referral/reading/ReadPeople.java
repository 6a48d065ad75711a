package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.access.Target;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Shows the gateway's own list of people to administrators and auditors. */
public final class ReadPeople {
  private static final int MOST = 200;

  private final Attempts attempts;
  private final CaseAccess access;
  private final Bindings bindings;
  private final Journal journal;

  /** Wires the use case. */
  public ReadPeople(Attempts attempts, CaseAccess access, Bindings bindings, Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** At most {@code limit} (1 to 200) people whose numbers follow {@code after}. */
  public Outcome<List<Binding>> list(Actor actor, Optional<StaffNumber> after, int limit) {
    return attempts.inOneUnit(
        actor,
        Operation.MANAGE_USERS,
        attempt ->
            admitted(actor)
                .map(
                    reader -> {
                      List<Binding> shown =
                          bindings.list(after, Math.max(1, Math.min(limit, MOST)));
                      record(actor, "people");
                      return shown;
                    }));
  }

  /** One person. */
  public Outcome<Binding> one(Actor actor, StaffNumber number) {
    return attempts.inOneUnit(
        actor,
        Operation.MANAGE_USERS,
        attempt ->
            admitted(actor)
                .then(
                    reader ->
                        bindings
                            .find(number)
                            .map(Outcome::done)
                            .orElseGet(
                                () ->
                                    Outcome.refused(
                                        RefusalCode.PERSON_NOT_FOUND, "there is no such person")))
                .map(
                    found -> {
                      record(actor, "person " + number);
                      return found;
                    }));
  }

  private Outcome<Actor> admitted(Actor actor) {
    return access
        .admit(actor, Operation.MANAGE_USERS, Target.reading(), RefusalCode.PERSON_NOT_FOUND, actor)
        .map(admitted -> admitted.subject());
  }

  private void record(Actor actor, String subject) {
    journal.recordRead(actor, Operation.MANAGE_USERS.wire(), subject);
  }
}
