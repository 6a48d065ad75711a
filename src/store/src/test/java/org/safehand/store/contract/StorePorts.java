package org.safehand.store.contract;

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
import org.safehand.referral.port.contract.Ports;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.settings.SettingsRegister;
import org.safehand.referral.stepup.StepUps;
import org.safehand.store.Store;
import org.safehand.store.sample.TestStore;

/** The adapters of one store, shared by all contracts; time passes by waiting. */
final class StorePorts implements Ports {
  static final Ports SHARED = new StorePorts(TestStore.create().store());

  private final Store store;

  private StorePorts(Store store) {
    this.store = store;
  }

  @Override
  public UnitOfWork unit() {
    return store.unitOfWork();
  }

  @Override
  public Referrals referrals() {
    return store.referrals();
  }

  @Override
  public Dispatches dispatches() {
    return store.dispatches();
  }

  @Override
  public EvidenceVault vault() {
    return store.evidenceVault();
  }

  @Override
  public CaseKeys keys() {
    return store.caseKeys();
  }

  @Override
  public Outbox outbox() {
    return store.outbox();
  }

  @Override
  public Idempotency idempotency() {
    return store.idempotency();
  }

  @Override
  public CustodyRecorder recorder() {
    return store.custodyRecorder();
  }

  @Override
  public CustodyReader reader() {
    return store.custodyReader();
  }

  @Override
  public Extracts extracts() {
    return store.extracts();
  }

  @Override
  public StepUps stepUps() {
    return store.stepUps();
  }

  @Override
  public SessionEnds sessionEnds() {
    return store.sessionEnds();
  }

  @Override
  public KeyChallenges keyChallenges() {
    return store.keyChallenges();
  }

  @Override
  public Openings openings() {
    return store.openings();
  }

  @Override
  public Holds holds() {
    return store.holds();
  }

  @Override
  public Glasses glasses() {
    return store.glasses();
  }

  @Override
  public Bindings bindings() {
    return store.bindings();
  }

  @Override
  public Proposals proposals() {
    return store.proposals();
  }

  @Override
  public Registries registries() {
    return store.registries();
  }

  @Override
  public SettingsRegister settings() {
    return store.settings();
  }

  @Override
  public DutyRoster roster() {
    return store.roster();
  }

  @Override
  public Anchors anchors() {
    return store.anchors();
  }

  @Override
  public LogStanding standing() {
    return store.logStanding();
  }

  @Override
  public void letPass(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
