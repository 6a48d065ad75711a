package org.safehand.referral.settings;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Shows the settings to those who propose, decide and audit. */
public final class ReadSettings {
  private static final Operation OPERATION = Operation.MANAGE_ENDPOINTS;

  private final Attempts attempts;
  private final CaseAccess access;
  private final SettingsRegister register;
  private final Journal journal;

  /** Wires the use case. */
  public ReadSettings(
      Attempts attempts, CaseAccess access, SettingsRegister register, Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.register = requireNonNull(register, "register is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** The settings as they are now. */
  public Outcome<NumberedSettings> now(Actor actor) {
    return attempts.inOneUnit(
        actor,
        OPERATION,
        attempt ->
            access
                .admit(actor, OPERATION, Target.reading(), RefusalCode.SETTINGS_NOT_FOUND, actor)
                .map(
                    admitted -> {
                      journal.recordRead(actor, OPERATION.wire(), SettingsEvents.SUBJECT);
                      return register.latest();
                    }));
  }
}
