package org.safehand.systemtests.tamper.observer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.custody.audit.LogAudit;
import org.safehand.referral.verification.StoredCustody;

/** The auditor's page: the stored log, with the keys of the cases. */
public final class AuditObserver implements Observer {
  private final StoredCustody stored;
  private final LogAudit audit;

  public AuditObserver(StoredCustody stored, LogAudit audit) {
    this.stored = requireNonNull(stored, "stored is null");
    this.audit = requireNonNull(audit, "audit is null");
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Optional<Sighting> look() {
    return stored.atOneMoment(audit::of).orElseThrow().findings().stream()
        .findFirst()
        .map(finding -> new Sighting(finding.fault().code(), finding.place()));
  }
}
