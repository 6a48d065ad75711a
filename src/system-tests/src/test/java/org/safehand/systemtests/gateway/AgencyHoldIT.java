package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.signin.KeptPasswords;
import org.safehand.systemtests.gateway.Api.Answer;

/** An administrator holds an agency back as a whole, on the real servers and in a browser. */
class AgencyHoldIT {
  private static final String AGENCY = "AG-S-002";
  private static final String ANOTHER = "AG-N-001";
  private static final String REASON = "their key is in other hands";
  private static final String NOTE = "a synthetic note";

  private final RunningGateway gateway = RunningGateway.get();
  private final AgencyHold hold = AgencyHold.of(gateway, AGENCY);

  @AfterEach
  void lift() throws Exception {
    hold.lift();
  }

  @Test
  void heldAgency_isHandedNothing_andReleasesWait_untilASupervisorLiftsIt() throws Exception {
    String waiting = available();
    assertThat(firstByte(waiting).status()).isEqualTo(206);
    Answer held = hold.put(gateway.administrator(), REASON);
    assertThat(held.status()).as(held.text()).isEqualTo(200);
    assertThat(held.json().size()).as("no case, not even a number").isEqualTo(6);
    Answer again = hold.put(gateway.otherAdministrator(), "another reason");
    assertThat(again.json().path("revision").asLong())
        .as("a hold of its own, which nobody lifts unread")
        .isEqualTo(held.json().path("revision").asLong() + 1);
    assertThat(hold.put(gateway.otherAdministrator(), "another reason").json())
        .as("said twice")
        .isEqualTo(again.json());

    assertThat(firstByte(waiting).code()).isEqualTo("agency-held-back");
    for (Api person : List.of(gateway.supervisor(), gateway.officer(), gateway.auditor())) {
      assertThat(isHeldBack(person, waiting)).isTrue();
    }
    assertThat(agency(gateway.officer()).path("heldBack").asBoolean()).isTrue();
    assertThat(gateway.auditor().get(AgencyHold.HOLDS).text()).contains("another reason");
    Answer released = released(AGENCY);
    assertThat(released.json().at("/heldBack/0").asText()).isEqualTo(AGENCY);
    String later = dispatchOf(released);
    assertThat(isHeldBack(gateway.supervisor(), later)).isTrue();

    String etag = again.header("ETag");
    for (Api other : List.of(gateway.administrator(), gateway.auditor(), gateway.officer())) {
      assertThat(hold.lift(other, etag, "no").code()).isEqualTo("operation-not-permitted");
    }
    Api supervisor = gateway.supervisor();
    assertThat(hold.lift(supervisor, held.header("ETag"), "new key").code())
        .as("who has read the first alone")
        .isEqualTo("revision-conflict");
    assertThat(hold.lift(supervisor, etag, "new key").code()).isEqualTo(StepUp.ASKED);
    // released after it, and gone: the worker was there, and passed the held one over
    Referrals.awaitDispatch(supervisor, dispatchOf(released(ANOTHER)), "DELIVERED");
    assertThat(state(later)).as("nothing of it was authorised").isEqualTo("QUEUED");
    new Grants(gateway).keep("supervisor1", hold.stepUp(etag, "new key"));
    Answer lifted = hold.lift(supervisor, etag, "new key");
    assertThat(lifted.status()).as(lifted.text()).isEqualTo(200);
    assertThat(hold.lift(supervisor, etag, "new key").code()).isEqualTo("agency-not-held");
    assertThat(firstByte(waiting).status()).isEqualTo(206);
    assertThat(isHeldBack(supervisor, later)).isFalse();
  }

  @Test
  void console_aSupervisorActsOnWhatWaits_aLiaisonTakesThePackage_anAdministratorHoldsAgain()
      throws Exception {
    Walk walk = Walk.of(gateway);
    String waiting = available();
    hold.hold();
    Answer released = released(AGENCY);
    try (Apps apps = Apps.of(gateway);
        Proofs proofs = Proofs.of(gateway, "supervisor1")) {
      walk.run(
          "test/hold.mjs",
          Map.of(
              "SAFEHAND_HOLD_SUPERVISOR",
              password("supervisor1"),
              "SAFEHAND_HOLD_ADMINISTRATOR",
              password("administrator1"),
              "SAFEHAND_HOLD_LIAISON",
              password("liaison-south"),
              "SAFEHAND_HOLD_APPS",
              apps.address(),
              "SAFEHAND_HOLD_PROOFS",
              proofs.address(),
              "SAFEHAND_HOLD_AGENCY",
              AGENCY,
              "SAFEHAND_HOLD_QUEUED",
              released.json().path("id").asText(),
              "SAFEHAND_HOLD_WAITING",
              referralOf(waiting),
              "SAFEHAND_HOLD_REVIEW",
              inReview(),
              "SAFEHAND_HOLD_EXHIBIT",
              "{\"name\": \"note.txt\", \"text\": \"%s\"}".formatted(NOTE)));
    }
    assertThat(state(dispatchOf(released))).isEqualTo("WITHDRAWN");
    assertThat(state(waiting)).isEqualTo("AVAILABLE");
    assertThat(Referrals.custody(gateway.auditor(), referralOf(waiting)))
        .containsSubsequence("transmit-suspended", "transmit-resumed");
    assertThat(gateway.auditor().get(AgencyHold.HOLDS).text()).contains("held in the browser");
  }

  private String available() throws Exception {
    String dispatch = dispatchOf(released(AGENCY));
    Referrals.awaitDispatch(gateway.supervisor(), dispatch, "AVAILABLE");
    return dispatch;
  }

  private Answer released(String agency) throws Exception {
    String referral = drafted();
    String digest = Referrals.seal(gateway.officer(), referral);
    Answer answer = Referrals.releaseProven(gateway, referral, digest, agency);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private String drafted() throws Exception {
    String referral = Referrals.open(gateway.officer(), Documents.good());
    Sample note = Sample.text("note.txt", NOTE);
    assertThat(Referrals.add(gateway.officer(), referral, note).status()).isEqualTo(201);
    return referral;
  }

  private String inReview() throws Exception {
    String referral = drafted();
    Referrals.seal(gateway.officer(), referral);
    return referral;
  }

  private String dispatchOf(Answer released) throws Exception {
    return Referrals.dispatches(gateway.supervisor(), released.json().path("id").asText()).get(0);
  }

  private String referralOf(String dispatch) throws Exception {
    return one(gateway.supervisor(), dispatch).path("referralId").asText();
  }

  private String state(String dispatch) throws Exception {
    return one(gateway.supervisor(), dispatch).path("state").asText();
  }

  private static boolean isHeldBack(Api person, String dispatch) throws Exception {
    return one(person, dispatch).path("heldBack").asBoolean();
  }

  private static JsonNode one(Api person, String dispatch) throws Exception {
    return person.get("/api/v1/dispatches/" + dispatch).json();
  }

  private static JsonNode agency(Api person) throws Exception {
    for (JsonNode agency : person.get("/api/v1/agencies").json().path("items")) {
      if (agency.path("id").asText().equals(AGENCY)) {
        return agency;
      }
    }
    throw new AssertionError("the agency is not listed");
  }

  private Answer firstByte(String dispatch) throws Exception {
    Api liaison = gateway.liaison(AGENCY);
    return liaison.send(
        liaison
            .to("/api/v1/dispatches/" + dispatch + "/package")
            .setHeader("Accept", "*/*")
            .header("Range", "bytes=0-0")
            .GET());
  }

  private String password(String username) throws Exception {
    assertThat(gateway.supervisor().get("/api/v1/me").status()).isEqualTo(200);
    assertThat(gateway.administrator().get("/api/v1/me").status()).isEqualTo(200);
    assertThat(gateway.liaison(AGENCY).get("/api/v1/me").status()).isEqualTo(200);
    return new KeptPasswords(gateway.platform().secrets(), gateway.named(username)).present();
  }
}
