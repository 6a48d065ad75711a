package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** The public log over HTTP, as a cache, a browser's page of another site and HEAD see it. */
class LogReadIT {
  private static final Pattern SIZE = Pattern.compile("[^\\n]+\\n([0-9]+)\\n.*", Pattern.DOTALL);

  private final RunningGateway gateway = RunningGateway.get();
  private final Api anyone = gateway.anonymous();

  private Answer ask(String method, String path, String known) throws Exception {
    return anyone.send(
        anyone
            .to(path)
            .setHeader("Accept", "*/*")
            .header("If-None-Match", known)
            .header("Origin", "https://elsewhere.example")
            .method(method, BodyPublishers.noBody()));
  }

  private long size() throws Exception {
    gateway.delivered();
    Matcher note = SIZE.matcher(anyone.fetch("/log/checkpoint").text());
    assertThat(note.matches()).isTrue();
    return Long.parseLong(note.group(1));
  }

  private String tile() throws Exception {
    long size = size();
    return size >= 256 ? "/log/tile/0/000" : "/log/tile/0/000.p/" + size;
  }

  private static void assertPublic(Answer answer) {
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void checkpoint_isKeptForSecondsAndAskedForByItsTag() throws Exception {
    size();
    Answer first = ask("GET", "/log/checkpoint", "\"none\"");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type").replace(" ", ""))
        .isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=2, must-revalidate");
    assertThat(first.header("Content-Length")).isEqualTo("" + first.response().body().length);
    assertThat(first.header("ETag")).matches("\"[0-9a-f]{64}\"");
    assertPublic(first);
  }

  @Test
  void tile_isImmutableAndNotSentTwice() throws Exception {
    String tile = tile();
    Answer first = ask("GET", tile, "\"none\"");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(first.header("Content-Length")).isEqualTo("" + first.response().body().length);
    assertPublic(first);

    Answer again = ask("GET", tile, first.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
    assertPublic(again);
  }

  @Test
  void head_hasTheHeadersOfGet() throws Exception {
    String tile = tile();
    Answer get = ask("GET", tile, "\"none\"");
    Answer head = ask("HEAD", tile, "\"none\"");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.response().body()).isEmpty();
    for (String header : new String[] {"ETag", "Content-Length", "Content-Type", "Cache-Control"}) {
      assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
    }
    assertPublic(head);
  }

  @Test
  void otherSpelling_isNotFoundAndNotKept() throws Exception {
    Answer answer = ask("GET", "/log/tile/0/x000/000", "\"none\"");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void api_isNotForOtherSites() throws Exception {
    Answer answer = ask("GET", "/api/v1/me", "\"none\"");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }
}
