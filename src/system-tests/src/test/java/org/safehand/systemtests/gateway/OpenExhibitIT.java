package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** An exhibit in clear over HTTP: once, as a download, and only as it was stored. */
class OpenExhibitIT {
  private static final int SEGMENT = 16 << 20;
  private static final String OPENINGS = "/api/v1/openings/";
  private static final String HTML = "<script>alert(1)</script>\n";

  private final RunningGateway gateway = RunningGateway.get();
  private final Api officer = gateway.officer();

  /** The files that the vault got by the last draft. */
  private Set<Path> added = Set.of();

  @Test
  void exhibit_isDownloadedOnce_byWhoOpenedIt_asBytesOfNoType() throws Exception {
    Sample page =
        new Sample(
            "page%20%C3%A9.html", "text/html", HTML.length(), Sample.text("", HTML).content());
    String referral = drafted(page);
    String id = opened(referral);
    Answer head =
        officer.send(
            officer
                .to(OPENINGS + id)
                .setHeader("Accept", "*/*")
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(405);
    Answer others = gateway.supervisor().fetch(OPENINGS + id);
    assertThat(others.status()).isEqualTo(404);
    assertThat(others.code()).isEqualTo("opening-not-found");

    Answer download = officer.fetch(OPENINGS + id);
    assertThat(download.status()).isEqualTo(200);
    assertThat(download.text()).isEqualTo(HTML);
    assertThat(download.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(download.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"exhibit-0001\"; filename*=UTF-8''page%20%C3%A9.html");
    assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(download.header("Cache-Control")).isEqualTo("no-store");
    assertThat(download.response().headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("sandbox;");

    assertThat(officer.fetch(OPENINGS + id).code()).isEqualTo("opening-not-found");
    assertThat(Referrals.custody(officer, referral))
        .containsSubsequence("exhibit-opened", "download-begun", "download-ended");
    Answer silent =
        officer.post(
            "/api/v1/referrals/" + referral + "/exhibits/1/openings", "{\"purpose\":\" \"}");
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.code()).isEqualTo("field-required");
    assertThat(Referrals.openExhibit(officer, referral, 2).code()).isEqualTo("exhibit-not-found");
  }

  /** One bit of the second segment in the vault: the first leaves, and then the connection ends. */
  @Test
  void segment_withOneBitChangedInTheVault_cutsTheDownload_andIsNamed() throws Exception {
    String referral = drafted(Sample.random("large.bin", SEGMENT + 100_000L, 21));
    String whole = opened(referral);
    assertThat(officer.fetch(OPENINGS + whole).response().body()).hasSize(SEGMENT + 100_000);

    flip(added, 100_000);
    String id = opened(referral);
    assertThatThrownBy(() -> officer.fetch(OPENINGS + id)).isInstanceOf(IOException.class);
    assertThat(ended(referral)).isEqualTo("failed evidence-damaged");
  }

  @Test
  void exhibit_ofOneSegmentWithOneBitChanged_leavesNotAByte() throws Exception {
    String referral = drafted(Sample.random("small.bin", 70_000, 22));
    flip(added, 70_000);
    Answer refused = officer.fetch(OPENINGS + opened(referral));
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.code()).isEqualTo("evidence-damaged");
    assertThat(ended(referral)).isEqualTo("failed evidence-damaged");
  }

  private String drafted(Sample sample) throws Exception {
    Set<Path> before = vault();
    String referral = Referrals.open(officer, Documents.good());
    Answer answer = Referrals.add(officer, referral, sample);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    added = vault();
    added.removeAll(before);
    return referral;
  }

  private String opened(String referral) throws Exception {
    Answer opened = Referrals.openExhibit(officer, referral, 1);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("id").asText();
  }

  /** How the newest download of the case ended. */
  private String ended(String referral) throws Exception {
    JsonNode events =
        officer.get("/api/v1/referrals/" + referral + "/custody").json().path("events");
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.path("type").asText()).isEqualTo("download-ended");
    return last.path("result").asText() + " " + last.path("code").asText();
  }

  private Set<Path> vault() throws IOException {
    try (Stream<Path> files = Files.walk(gateway.platform().folder().vault())) {
      return files.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }

  private static void flip(Set<Path> files, int size) throws IOException {
    Path segment = files.stream().filter(file -> size(file) == size).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[size / 2] ^= 1;
    Files.write(segment, bytes);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
