package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Sample;
import org.safehand.systemtests.gateway.StepUp;

/** A supervisor of another unit breaks the glass over a case, on the real servers. */
class BreakGlassIT {
  private static final String PATH = "/api/v1/break-glass";
  private static final String REASON = "a child may be in danger";

  private final RunningGateway gateway = RunningGateway.get();
  private final Api auditor = gateway.auditor();
  private final String referral = gateway.delivered().referral();
  private final String dispatch = gateway.delivered().dispatch();
  private final NewStaff stranger;
  private final Api elsewhere;

  BreakGlassIT(@TempDir Path folder) throws Exception {
    stranger = new NewStaff(folder, "release-supervisor", "annex");
    elsewhere = stranger.api();
  }

  @AfterEach
  void forget() throws Exception {
    stranger.forget();
  }

  @Test
  void case_ofAnotherUnit_isReadForThatPersonAlone_untilTheySayItIsOver_andIsReviewed()
      throws Exception {
    String page = "/api/v1/referrals/" + referral;
    assertThat(elsewhere.get(page).status()).isEqualTo(403);
    long waited = waiting();

    Answer opened = open();
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    String glass = opened.json().path("id").asText();
    assertThat(opened.json().path("referralId").asText()).isEqualTo(referral);
    assertThat(waiting()).isEqualTo(waited + 1);

    Answer read = elsewhere.get(page);
    assertThat(read.status()).as(read.text()).isEqualTo(200);
    assertThat(read.json().at("/document/header/narrative").asText()).isNotEmpty();
    assertThat(elsewhere.get(page + "/custody").status()).isEqualTo(200);
    assertThat(elsewhere.get(page + "/dispatches").json().path("items")).isNotEmpty();
    assertThat(elsewhere.get("/api/v1/dispatches/" + dispatch).status()).isEqualTo(200);
    assertThat(elsewhere.fetch("/api/v1/dispatches/" + dispatch + "/package").status())
        .isEqualTo(403);
    assertThat(
            elsewhere
                .post(page + "/withdrawal", "{\"reason\":\"no\"}", read.header("ETag"))
                .status())
        .isEqualTo(403);
    Answer clear = Referrals.openExhibit(elsewhere, referral, 1);
    assertThat(clear.code()).as("an exhibit in clear").isEqualTo("operation-not-permitted");
    assertThat(elsewhere.get("/api/v1/referrals").json().path("items")).isEmpty();
    assertThat(Referrals.custody(gateway.supervisor(), referral)).contains("break-glass");
    assertThat(open().code()).isEqualTo("glass-open-already");

    assertThat(elsewhere.get(PATH + "/mine").json().at("/items/0/id").asText()).isEqualTo(glass);
    assertThat(gateway.supervisor().get(PATH + "/mine").json().path("items")).isEmpty();
    assertThat(elsewhere.post(PATH + "/" + glass + "/end", "").status()).isEqualTo(200);
    assertThat(elsewhere.get(PATH + "/mine").json().path("items")).isEmpty();
    assertThat(elsewhere.get(page).status()).isEqualTo(403);

    Answer reviewed =
        auditor.post(PATH + "/" + glass + "/review", "{\"finding\":\"was right\"}", "\"v2\"");
    assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
    assertThat(waiting()).isEqualTo(waited);
    Answer list = auditor.get(PATH);
    assertThat(list.json().at("/items/0/id").asText()).isEqualTo(glass);
    assertThat(list.json().at("/items/0/state").asText()).isEqualTo("REVIEWED");
    assertThat(list.json().at("/items/0/finding").asText()).isEqualTo("was right");
  }

  @Test
  void glass_isNotBroken_whereItIsNotNeeded_orWithoutTheFactorForThisReason() throws Exception {
    assertThat(send(gateway.supervisor(), REASON).code()).isEqualTo("glass-not-needed");
    assertThat(send(elsewhere, REASON).code()).isEqualTo("insufficient-user-authentication");
    stepUp("another reason").show(elsewhere);
    assertThat(send(elsewhere, REASON).code()).isEqualTo("insufficient-user-authentication");
    assertThat(send(gateway.liaison("AG-N-001"), REASON).status()).isEqualTo(403);
  }

  private long waiting() throws Exception {
    return auditor.get("/api/v1/me").json().path("glassesToReview").asLong(-1);
  }

  private Answer open() throws Exception {
    return stepUp(REASON).around(elsewhere, () -> send(elsewhere, REASON));
  }

  private StepUp stepUp(String reason) throws Exception {
    return new StepUp("break-glass", reference(), "\"v0\"", Sample.text("reason", reason).sha256());
  }

  private Answer send(Api person, String reason) throws IOException, InterruptedException {
    return person.post(
        PATH, "{\"reference\":\"%s\",\"reason\":\"%s\"}".formatted(reference(), reason));
  }

  private String reference() throws IOException, InterruptedException {
    return gateway
        .supervisor()
        .get("/api/v1/referrals/" + referral)
        .json()
        .path("reference")
        .asText();
  }
}
