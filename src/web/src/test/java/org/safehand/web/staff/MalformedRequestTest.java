package org.safehand.web.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.change.RemoveAgency;
import org.safehand.referral.change.UnbindPerson;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.sample.Administration;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.web.message.PathIds;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;
import org.safehand.web.rest.Asking;
import org.safehand.web.signin.CurrentActor;

/** The event of a denied attempt says the code that was answered, and what was asked for. */
class MalformedRequestTest {
  private static final String JSON = "application/json";

  private final Hotline hotline = new Hotline();
  private final Administration office = new Administration(hotline);
  private final Asking asking =
      new Asking(
          new CurrentActor() {
            @Override
            public Actor get() {
              return People.ADMINISTRATOR;
            }
          },
          hotline.attempts,
          hotline.ports.bindings());
  private final ProposalResource resource =
      new ProposalResource(asking, office.proposals, office.propose, office.decide);

  @Test
  void nobody_whoseSessionsAreToEnd_isNotAReferral() {
    denied(
        () -> asking.understand(Operation.END_SESSION, () -> PathIds.person("!")),
        WebCode.NOT_FOUND,
        Operation.END_SESSION);
  }

  @Test
  void anyCodeOfTheWebFace_isRecordedAsItIsAnswered() {
    for (WebCode code : WebCode.values()) {
      denied(
          () ->
              asking.understand(
                  Operation.SUBMIT,
                  () -> {
                    throw new ProblemException(code, "");
                  }),
          code,
          Operation.SUBMIT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "agency-remove,MANAGE_ENDPOINTS",
    "settings-set,MANAGE_ENDPOINTS",
    "person-deactivate,MANAGE_USERS",
    "of-no-kind,MANAGE_USERS"
  })
  void proposalWithoutAKey_isDeniedUnderWhatItIsAbout(String kind, Operation about) {
    denied(
        () -> resource.propose(JSON, null, body("{\"kind\":\"" + kind + "\"}")),
        WebCode.IDEMPOTENCY_KEY_MISSING,
        about);
  }

  @Test
  void decisionOnAnEndpoint_isDeniedUnderManagingEndpoints() {
    decisions(
        office.proposed(new RemoveAgency(new AgencyId("AG-N-001"), 1).content()),
        Operation.MANAGE_ENDPOINTS);
  }

  @Test
  void decisionOnAPerson_isDeniedUnderManagingPeople() {
    StaffNumber officer = People.OFFICER.number();
    decisions(office.proposed(new UnbindPerson(officer, 1).content()), Operation.MANAGE_USERS);
  }

  @Test
  void decisionOnNothing_isDeniedUnderManagingPeople() {
    denied(() -> resource.withdraw("none", "\"v1\""), WebCode.NOT_FOUND, Operation.MANAGE_USERS);
    denied(
        () -> resource.withdraw(hotline.ids.proposal().toString(), null),
        WebCode.PRECONDITION_REQUIRED,
        Operation.MANAGE_USERS);
  }

  private void decisions(Proposal proposal, Operation about) {
    String id = proposal.terms().id().toString();
    denied(() -> resource.withdraw(id, null), WebCode.PRECONDITION_REQUIRED, about);
    denied(
        () -> resource.approve(id, JSON, null, body("{}")), WebCode.PRECONDITION_REQUIRED, about);
    denied(() -> resource.approve(id, JSON, "\"v1\"", body("{")), WebCode.JSON_MALFORMED, about);
    denied(
        () -> resource.reject(id, "text/plain", "\"v1\"", body("{}")),
        WebCode.UNSUPPORTED_MEDIA_TYPE,
        about);
    denied(() -> resource.reject(id, JSON, "\"v1\"", body("{}")), WebCode.JSON_FIELD, about);
    String digest = proposal.terms().change().digest().hex();
    denied(
        () -> resource.reject(id, JSON, "\"v1\"", body("{\"digest\":\"" + digest + "\"}")),
        WebCode.JSON_FIELD,
        about);
  }

  private static InputStream body(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }

  private void denied(ThrowingCallable request, WebCode code, Operation operation) {
    int events = hotline.ports.recorder().size();
    String answered = catchThrowableOfType(ProblemException.class, request).problem().code();
    assertThat(answered).isEqualTo(code.wire());
    assertThat(hotline.ports.recorder().size()).isEqualTo(events + 1);
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(List.of(event.type(), event.outcome()))
        .containsExactly(
            EventType.DENIED, org.safehand.custody.provenance.Outcome.denied(code.wire()));
    assertThat(event.facts()).containsEntry("operation", operation.wire());
  }
}
