package org.safehand.web;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safehand.referral.stepup.GrantStepUp;
import org.safehand.web.door.Resources;
import org.safehand.web.rest.Asking;
import org.safehand.web.signin.CurrentActor;
import org.safehand.web.stepup.SecondFactor;

/** The use cases of this face over one store, and the resources over them. */
final class UseCases {
  private final Tools tools;

  UseCases(Tools tools) {
    this.tools = requireNonNull(tools, "tools is null");
  }

  /** Binds step-ups to acts, and grants them. */
  GrantStepUp grantStepUp() {
    return new GrantStepUp(
        tools.attempts(),
        tools.access(),
        tools.store().unitOfWork(),
        tools.store().proposals(),
        tools.store().holds(),
        tools.store().stepUps());
  }

  Resources resources(CurrentActor current, SecondFactor secondFactor) {
    Asking asking = new Asking(current, tools.attempts(), tools.store().bindings());
    RecordUseCases record = new RecordUseCases(tools);
    return new Resources(
        Stream.of(
                new CaseUseCases(tools).resources(asking),
                new TransitUseCases(tools).resources(asking),
                record.resources(asking),
                new StaffUseCases(tools).resources(asking),
                Set.of((Object) secondFactor.resource(current)))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet()),
        record.published());
  }
}
