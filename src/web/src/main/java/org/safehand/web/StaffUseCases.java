package org.safehand.web;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.referral.approval.DecideProposal;
import org.safehand.referral.approval.ProposeChange;
import org.safehand.referral.approval.ReadProposals;
import org.safehand.referral.emergency.ReviewGlass;
import org.safehand.referral.enrolment.ChallengeKey;
import org.safehand.referral.handover.KeepRoster;
import org.safehand.referral.handover.ReadRoster;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.reading.ListAgencies;
import org.safehand.referral.reading.ReadPeople;
import org.safehand.referral.registry.ReadRegistry;
import org.safehand.referral.settings.ReadSettings;
import org.safehand.referral.signout.EndSessions;
import org.safehand.web.rest.AgencyResource;
import org.safehand.web.rest.Asking;
import org.safehand.web.rest.MeResource;
import org.safehand.web.staff.DutyResource;
import org.safehand.web.staff.KeyChallengeResource;
import org.safehand.web.staff.PeopleResource;
import org.safehand.web.staff.ProposalResource;
import org.safehand.web.staff.RegistryResource;
import org.safehand.web.staff.SettingsResource;

/** Who may do what, who is on duty, where agencies receive, and the settings. */
final class StaffUseCases {
  private final Tools tools;

  StaffUseCases(Tools tools) {
    this.tools = requireNonNull(tools, "tools is null");
  }

  Set<Object> resources(Asking asking) {
    return Set.of(
        new MeResource(
            asking,
            new ReviewGlass(
                tools.attempts(),
                tools.access(),
                tools.store().glasses(),
                tools.journal(),
                tools.clock())),
        new PeopleResource(
            asking,
            new ReadPeople(
                tools.attempts(), tools.access(), tools.store().bindings(), tools.journal()),
            new EndSessions(
                tools.attempts(),
                tools.access(),
                tools.store().bindings(),
                tools.store().sessionEnds(),
                tools.journal(),
                tools.clock())),
        proposals(asking),
        new RegistryResource(
            asking,
            new ReadRegistry(
                tools.attempts(), tools.access(), tools.store().registries(), tools.journal())),
        challenges(asking),
        new SettingsResource(
            asking,
            new ReadSettings(
                tools.attempts(), tools.access(), tools.store().settings(), tools.journal())),
        duty(asking),
        new AgencyResource(
            asking,
            new ListAgencies(tools.attempts(), tools.access(), tools.store().registries()),
            new HoldGate(tools.store().holds()),
            tools.clock()));
  }

  private ProposalResource proposals(Asking asking) {
    return new ProposalResource(
        asking,
        new ReadProposals(
            tools.attempts(),
            tools.access(),
            tools.store().proposals(),
            tools.journal(),
            tools.clock()),
        new ProposeChange(
            tools.attempts(),
            tools.access(),
            tools.once(),
            tools.store().bindings(),
            tools.store().proposals(),
            tools.store().registries(),
            tools.store().settings(),
            tools.store().keyChallenges(),
            tools.journal(),
            tools.ids(),
            tools.clock()),
        new DecideProposal(
            tools.attempts(),
            tools.access(),
            tools.store().bindings(),
            tools.store().proposals(),
            tools.store().registries(),
            tools.store().settings(),
            tools.store().keyChallenges(),
            tools.stepUp(),
            tools.journal(),
            tools.clock()));
  }

  private KeyChallengeResource challenges(Asking asking) {
    return new KeyChallengeResource(
        asking,
        new ChallengeKey(
            tools.attempts(),
            tools.access(),
            tools.store().registries(),
            tools.store().keyChallenges(),
            tools.journal(),
            tools.ids(),
            tools.random(),
            tools.clock()));
  }

  private DutyResource duty(Asking asking) {
    return new DutyResource(
        asking,
        new ReadRoster(tools.attempts(), tools.access(), tools.store().roster(), tools.clock()),
        new KeepRoster(
            tools.attempts(),
            tools.access(),
            tools.once(),
            tools.store().bindings(),
            tools.store().roster(),
            tools.journal(),
            tools.ids(),
            tools.clock()));
  }
}
