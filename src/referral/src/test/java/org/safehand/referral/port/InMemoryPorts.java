package org.safehand.referral.port;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.safehand.referral.port.contract.Ports;
import org.safehand.referral.port.memory.InMemoryAnchors;
import org.safehand.referral.port.memory.InMemoryBindings;
import org.safehand.referral.port.memory.InMemoryCaseKeys;
import org.safehand.referral.port.memory.InMemoryCustodyLog;
import org.safehand.referral.port.memory.InMemoryDispatches;
import org.safehand.referral.port.memory.InMemoryEndpoints;
import org.safehand.referral.port.memory.InMemoryGlasses;
import org.safehand.referral.port.memory.InMemoryHolds;
import org.safehand.referral.port.memory.InMemoryIdempotency;
import org.safehand.referral.port.memory.InMemoryKeyChallenges;
import org.safehand.referral.port.memory.InMemoryLogStanding;
import org.safehand.referral.port.memory.InMemoryOpenings;
import org.safehand.referral.port.memory.InMemoryOutbox;
import org.safehand.referral.port.memory.InMemoryProposals;
import org.safehand.referral.port.memory.InMemoryReferrals;
import org.safehand.referral.port.memory.InMemoryRoster;
import org.safehand.referral.port.memory.InMemorySessionEnds;
import org.safehand.referral.port.memory.InMemorySettings;
import org.safehand.referral.port.memory.InMemoryStepUps;
import org.safehand.referral.port.memory.InMemoryUnitOfWork;
import org.safehand.referral.port.memory.InMemoryVault;
import org.safehand.referral.sample.SettableClock;

/** All ports in memory, belonging together, by one clock that tests move. */
public final class InMemoryPorts implements Ports {
  private final SettableClock clock =
      new SettableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final InMemoryDispatches dispatches = new InMemoryDispatches(unit, clock);
  private final InMemoryReferrals referrals = new InMemoryReferrals(unit, dispatches);
  private final InMemoryVault vault = new InMemoryVault();
  private final InMemoryCaseKeys keys = new InMemoryCaseKeys(unit);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unit, clock);
  private final InMemoryIdempotency idempotency = new InMemoryIdempotency(unit);
  private final InMemoryStepUps stepUps = new InMemoryStepUps(unit);
  private final InMemoryHolds holds = new InMemoryHolds(unit);
  private final InMemorySessionEnds sessionEnds = new InMemorySessionEnds(unit);
  private final InMemoryKeyChallenges keyChallenges = new InMemoryKeyChallenges(unit);
  private final InMemoryOpenings openings = new InMemoryOpenings(unit);
  private final InMemoryGlasses glasses = new InMemoryGlasses(unit, clock);
  private final InMemoryCustodyLog log = new InMemoryCustodyLog(unit);
  private final InMemoryBindings bindings = new InMemoryBindings(unit);
  private final InMemoryProposals proposals = new InMemoryProposals(unit);
  private final InMemoryEndpoints registries = new InMemoryEndpoints(unit, List.of());
  private final InMemorySettings settings = new InMemorySettings(unit);
  private final InMemoryRoster roster = new InMemoryRoster(unit);
  private final InMemoryAnchors anchors = new InMemoryAnchors(unit, log, clock);
  private final InMemoryLogStanding standing = new InMemoryLogStanding(log, anchors, clock);

  public SettableClock clock() {
    return clock;
  }

  @Override
  public InMemoryUnitOfWork unit() {
    return unit;
  }

  @Override
  public InMemoryReferrals referrals() {
    return referrals;
  }

  @Override
  public InMemoryDispatches dispatches() {
    return dispatches;
  }

  @Override
  public InMemoryVault vault() {
    return vault;
  }

  @Override
  public InMemoryCaseKeys keys() {
    return keys;
  }

  @Override
  public InMemoryOutbox outbox() {
    return outbox;
  }

  @Override
  public InMemoryIdempotency idempotency() {
    return idempotency;
  }

  @Override
  public InMemoryStepUps stepUps() {
    return stepUps;
  }

  @Override
  public InMemorySessionEnds sessionEnds() {
    return sessionEnds;
  }

  @Override
  public InMemoryKeyChallenges keyChallenges() {
    return keyChallenges;
  }

  @Override
  public InMemoryOpenings openings() {
    return openings;
  }

  @Override
  public InMemoryHolds holds() {
    return holds;
  }

  @Override
  public InMemoryGlasses glasses() {
    return glasses;
  }

  @Override
  public InMemoryCustodyLog recorder() {
    return log;
  }

  @Override
  public InMemoryCustodyLog reader() {
    return log;
  }

  @Override
  public InMemoryCustodyLog extracts() {
    return log;
  }

  @Override
  public InMemoryBindings bindings() {
    return bindings;
  }

  @Override
  public InMemoryProposals proposals() {
    return proposals;
  }

  @Override
  public InMemoryEndpoints registries() {
    return registries;
  }

  @Override
  public InMemorySettings settings() {
    return settings;
  }

  @Override
  public InMemoryRoster roster() {
    return roster;
  }

  @Override
  public InMemoryAnchors anchors() {
    return anchors;
  }

  @Override
  public InMemoryLogStanding standing() {
    return standing;
  }

  @Override
  public void letPass(Duration time) {
    clock.advance(time);
  }
}
