package org.safehand.referral.port.contract;

import java.time.Duration;
import org.safehand.referral.anchor.Anchors;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.glass.Glasses;
import org.safehand.referral.handover.DutyRoster;
import org.safehand.referral.hold.Holds;
import org.safehand.referral.log.LogStanding;
import org.safehand.referral.opening.Openings;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.SessionEnds;
import org.safehand.referral.port.CaseKeys;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.port.CustodyRecorder;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.EvidenceVault;
import org.safehand.referral.port.Extracts;
import org.safehand.referral.port.Idempotency;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.settings.SettingsRegister;
import org.safehand.referral.stepup.StepUps;

/** One set of adapters that belong together, fresh or shared with other tests. */
public interface Ports {
  UnitOfWork unit();

  Referrals referrals();

  Dispatches dispatches();

  EvidenceVault vault();

  CaseKeys keys();

  Outbox outbox();

  Idempotency idempotency();

  CustodyRecorder recorder();

  CustodyReader reader();

  Extracts extracts();

  Bindings bindings();

  Proposals proposals();

  Registries registries();

  SettingsRegister settings();

  DutyRoster roster();

  Anchors anchors();

  LogStanding standing();

  StepUps stepUps();

  Glasses glasses();

  Holds holds();

  SessionEnds sessionEnds();

  KeyChallenges keyChallenges();

  Openings openings();

  /** Lets {@code time} go by on the database's clock, by moving it or by waiting. */
  void letPass(Duration time);
}
