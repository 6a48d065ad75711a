package org.safehand.referral.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Administration.order;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.change.SetSettings;
import org.safehand.referral.port.memory.InMemorySettings;
import org.safehand.referral.proposal.ExpiredProposal;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Administration;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.settings.NumberedSettings;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.settings.Settings;
import org.safehand.referral.settings.SettingsJson;

/** The settings are tightened, and let out again, by an administrator and a supervisor together. */
class SettingsApprovalTest {
  private static final Actor ADMINISTRATOR = People.ADMINISTRATOR;
  private static final Actor SUPERVISOR = People.SUPERVISOR;
  private static final Settings TIGHTER =
      Settings.STANDARD.with(Setting.GLASS_MINUTES, 5).with(Setting.PROPOSAL_DAYS, 2);

  private final Hotline hotline = new Hotline();
  private final Administration office = new Administration(hotline);
  private final InMemorySettings settings = hotline.ports.settings();

  @Test
  void settings_ofANewGateway_areAsLooseAsTheDesignAllows_atRevisionZero() {
    assertThat(value(office.settings.now(People.AUDITOR)))
        .isEqualTo(new NumberedSettings(0, Settings.STANDARD));
    Settings now = settings.now();
    assertThat(now.logStale()).isEqualTo(Duration.ofHours(4));
    assertThat(now.dispatchRetry()).isEqualTo(Duration.ofDays(3));
    assertThat(now.recipientPatience()).isEqualTo(Duration.ofDays(3));
    assertThat(now.glass()).isEqualTo(Duration.ofHours(1));
    assertThat(now.glassReview()).isEqualTo(Duration.ofDays(1));
    assertThat(now.proposal()).isEqualTo(Duration.ofDays(7));
    assertThat(now.sessionIdle()).isEqualTo(Duration.ofMinutes(15));
    assertThat(now.session()).isEqualTo(Duration.ofHours(8));
    assertThat(now.largestExhibit()).isEqualTo(4_294_967_296L);
  }

  @Test
  void settings_tightenedByTwo_countAtOnce_andTheEventTellsBothSides() {
    Proposal proposal = office.proposed(new SetSettings(TIGHTER, 0).content());
    assertThat(settings.latest().revision()).isZero();
    assertThat(office.newestFacts()).contains("kind=settings-set", "subject=settings");

    value(office.approved(SUPERVISOR, proposal));

    assertThat(settings.latest()).isEqualTo(new NumberedSettings(1, TIGHTER));
    var event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.POLICY_CHANGED);
    assertThat(event.actor().toString()).contains("step-up");
    assertThat(office.newestFacts())
        .contains("subject=settings", "revision=1", "proposer=5001")
        .contains("before=glassMinutes=60 proposalDays=7")
        .contains("after=glassMinutes=5 proposalDays=2")
        .contains("sha256=" + Digest.of(SettingsJson.canonical(TIGHTER)).hex())
        .contains("proposal=" + proposal.terms().id());

    value(
        office.approved(
            SUPERVISOR, office.proposed(new SetSettings(Settings.STANDARD, 1).content())));
    assertThat(settings.latest()).isEqualTo(new NumberedSettings(2, Settings.STANDARD));
  }

  @Test
  void settings_changedSinceTheyWereProposed_areNotChangedByIt() {
    Proposal earlier = office.proposed(new SetSettings(TIGHTER, 0).content());
    settings.set(Setting.SESSION_HOURS, 4);
    refused(SUPERVISOR, RefusalCode.PROPOSAL_OVERTAKEN, () -> office.approved(SUPERVISOR, earlier));
    assertThat(settings.now().session()).isEqualTo(Duration.ofHours(4));
    assertThat(settings.now().glass()).isEqualTo(Duration.ofHours(1));
    refused(
        ADMINISTRATOR,
        RefusalCode.REVISION_CONFLICT,
        () -> office.propose(ADMINISTRATOR, new SetSettings(TIGHTER, 0).content()));
    var same = new SetSettings(settings.now(), 1).content();
    refused(ADMINISTRATOR, RefusalCode.VALUE_INVALID, () -> office.propose(ADMINISTRATOR, same));
  }

  @Test
  void settings_areProposedByAdministrators_decidedBySupervisors_andReadByAuditors() {
    Proposal proposal = office.proposed(new SetSettings(TIGHTER, 0).content());
    RefusalCode no = RefusalCode.OPERATION_NOT_PERMITTED;
    for (Actor actor : List.of(ADMINISTRATOR, People.OTHER_ADMINISTRATOR, People.AUDITOR)) {
      refused(actor, no, () -> office.decide.approve(actor, order(proposal)));
      value(office.settings.now(actor));
    }
    for (Actor actor : List.of(SUPERVISOR, People.AUDITOR, People.COLLEAGUE)) {
      refused(actor, no, () -> office.propose(actor, new SetSettings(TIGHTER, 0).content()));
    }
    value(office.settings.now(SUPERVISOR));
    refused(People.COLLEAGUE, no, () -> office.settings.now(People.COLLEAGUE));
    refused(
        People.LIAISON_NORTH,
        RefusalCode.SETTINGS_NOT_FOUND,
        () -> office.settings.now(People.LIAISON_NORTH));
    refused(
        SUPERVISOR,
        RefusalCode.INSUFFICIENT_USER_AUTHENTICATION,
        () -> office.decide.approve(SUPERVISOR, order(proposal)));
    assertThat(settings.latest().revision()).isZero();
  }

  @Test
  void withFewerThanTwoSupervisors_nothingIsProposedOrApproved() {
    Proposal proposal = office.proposed(new SetSettings(TIGHTER, 0).content());
    for (Actor actor : List.of(People.OTHER_SUPERVISOR, People.OFFICER_AND_SUPERVISOR)) {
      hotline
          .ports
          .unit()
          .run(
              () -> {
                var bindings = hotline.ports.bindings();
                bindings.save(bindings.find(actor.number()).orElseThrow().ended());
                return bindings;
              });
    }
    RefusalCode missing = RefusalCode.SECOND_PERSON_MISSING;
    refused(SUPERVISOR, missing, () -> office.approved(SUPERVISOR, proposal));
    refused(
        ADMINISTRATOR,
        missing,
        () -> office.propose(ADMINISTRATOR, new SetSettings(TIGHTER, 0).content()));
  }

  @Test
  void approval_whoseEventIsNotCommitted_changesNothing() {
    Proposal proposal = office.proposed(new SetSettings(TIGHTER, 0).content());
    hotline.proven(order(proposal).approval(SUPERVISOR.number(), Operation.MANAGE_ENDPOINTS));
    hotline.ports.unit().failAtTheNextCommit();
    assertThatThrownBy(() -> office.decide.approve(SUPERVISOR, order(proposal)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(settings.latest().revision()).isZero();
    value(office.decide.approve(SUPERVISOR, order(proposal)));
  }

  @Test
  void proposal_underTighterSettings_expiresEarlier_andOneMadeBeforeWhenItWasToldTo() {
    Proposal before = office.proposed(new SetSettings(TIGHTER, 0).content());
    settings.set(Setting.PROPOSAL_DAYS, 1);
    Proposal after = office.proposed(new SetSettings(TIGHTER, 1).content());
    hotline.ports.letPass(Duration.ofDays(1).minusMillis(1));
    assertThat(found(after)).isInstanceOf(OpenProposal.class);
    hotline.ports.letPass(Duration.ofMillis(1));
    assertThat(found(after)).isInstanceOf(ExpiredProposal.class);
    refused(SUPERVISOR, RefusalCode.PROPOSAL_EXPIRED, () -> office.approved(SUPERVISOR, after));
    assertThat(found(before)).isInstanceOf(OpenProposal.class);
  }

  /** Each limit, one above and one below; what is missing, unknown, or no whole number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"logStaleMinutes\":240|\"logStaleMinutes\":241|VALUE_INVALID|/settings/logStaleMinutes",
        "\"logStaleMinutes\":240|\"logStaleMinutes\":9|VALUE_INVALID|/settings/logStaleMinutes",
        "\"dispatchRetryHours\":72|\"dispatchRetryHours\":73|VALUE_INVALID|/settings/dispatchRetryHours",
        "\"dispatchRetryHours\":72|\"dispatchRetryHours\":0|VALUE_INVALID|/settings/dispatchRetryHours",
        "\"recipientPatienceHours\":72|\"recipientPatienceHours\":73|VALUE_INVALID|/settings/recipientPatienceHours",
        "\"recipientPatienceHours\":72|\"recipientPatienceHours\":0|VALUE_INVALID|/settings/recipientPatienceHours",
        "\"glassMinutes\":5|\"glassMinutes\":61|VALUE_INVALID|/settings/glassMinutes",
        "\"glassMinutes\":5|\"glassMinutes\":4|VALUE_INVALID|/settings/glassMinutes",
        "\"glassReviewHours\":24|\"glassReviewHours\":25|VALUE_INVALID|/settings/glassReviewHours",
        "\"glassReviewHours\":24|\"glassReviewHours\":0|VALUE_INVALID|/settings/glassReviewHours",
        "\"proposalDays\":2|\"proposalDays\":8|VALUE_INVALID|/settings/proposalDays",
        "\"proposalDays\":2|\"proposalDays\":0|VALUE_INVALID|/settings/proposalDays",
        "\"sessionIdleMinutes\":15|\"sessionIdleMinutes\":16|VALUE_INVALID|/settings/sessionIdleMinutes",
        "\"sessionIdleMinutes\":15|\"sessionIdleMinutes\":4|VALUE_INVALID|/settings/sessionIdleMinutes",
        "\"sessionHours\":8|\"sessionHours\":9|VALUE_INVALID|/settings/sessionHours",
        "\"sessionHours\":8|\"sessionHours\":0|VALUE_INVALID|/settings/sessionHours",
        "4294967296|4294967297|VALUE_INVALID|/settings/largestExhibitBytes",
        "4294967296|1048575|VALUE_INVALID|/settings/largestExhibitBytes",
        "\"sessionHours\":8,||FIELD_REQUIRED|/settings/sessionHours",
        "\"sessionHours\":8|\"sessionHours\":8,\"z\":1|UNKNOWN_FIELD|/settings/z",
        "\"glassMinutes\":5|\"glassMinutes\":\"5\"|VALUE_INVALID|/settings/glassMinutes",
        "\"revision\":0|\"revision\":-1|VALUE_INVALID|/revision",
        "\"revision\":0,||FIELD_REQUIRED|/revision",
      })
  void document_oneRuleFromAGoodOne_isRefusedWithItsPlace(
      String good, String bad, RefusalCode code, String pointer) throws Exception {
    String text = new String(Jcs.write(new SetSettings(TIGHTER, 0).content()), UTF_8);
    assertThat(text).contains(good);
    JsonObject change =
        Jcs.requireObject(
            Jcs.readAnyLayout(text.replace(good, bad == null ? "" : bad).getBytes(UTF_8)));
    var refusal =
        assertRefused(hotline, ADMINISTRATOR, code, () -> office.propose(ADMINISTRATOR, change));
    assertThat(refusal.pointers()).containsExactly(pointer);
  }

  private Proposal found(Proposal proposal) {
    return value(office.proposals.one(ADMINISTRATOR, proposal.terms().id()));
  }

  private void refused(Actor actor, RefusalCode code, Supplier<Outcome<?>> attempt) {
    assertRefused(hotline, actor, code, attempt);
  }
}
