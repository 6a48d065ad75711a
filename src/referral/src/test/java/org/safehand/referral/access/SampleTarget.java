package org.safehand.referral.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.safehand.referral.id.AgencyId;

/** Says of a referral what rights depend on; what is not said is nobody's and nowhere. */
final class SampleTarget {
  private final StaffNumber author;
  private final String unit;
  private final Target.Stage stage;
  private Optional<StaffNumber> assignee = Optional.empty();
  private Set<StaffNumber> editors = Set.of();
  private Set<AgencyId> addressed = Set.of();
  private Set<AgencyId> delivered = Set.of();
  private Optional<StaffNumber> endorser = Optional.empty();

  SampleTarget(StaffNumber author, String unit, Target.Stage stage) {
    this.author = requireNonNull(author, "author is null");
    this.unit = requireNonNull(unit, "unit is null");
    this.stage = requireNonNull(stage, "stage is null");
  }

  SampleTarget assignedTo(StaffNumber who) {
    assignee = Optional.of(who);
    return this;
  }

  SampleTarget editedBy(StaffNumber who) {
    editors = Set.of(who);
    return this;
  }

  SampleTarget sent(Set<AgencyId> to, Set<AgencyId> arrived) {
    addressed = to;
    delivered = arrived;
    return this;
  }

  SampleTarget endorsedBy(StaffNumber who) {
    endorser = Optional.of(who);
    return this;
  }

  Target target() {
    return new Target(
        Optional.of(author),
        assignee,
        editors,
        Optional.of(unit),
        stage,
        addressed,
        delivered,
        Target.Aim.DO,
        Optional.empty(),
        Optional.empty(),
        endorser,
        false);
  }
}
