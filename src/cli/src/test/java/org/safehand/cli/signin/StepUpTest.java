package org.safehand.cli.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;
import org.safehand.cli.session.TokenEndpoint;
import org.safehand.custody.digest.Digest;

/** The gateway asks for the second factor, the person shows it, and the act is repeated once. */
class StepUpTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String REFERRAL = "/api/v1/referrals/" + ID;
  private static final String SEAL = "ab".repeat(32);
  private static final String DISPATCH = "/api/v1/dispatches/" + ID;
  private static final String AGENCIES =
      "{\"items\":["
          + "{\"id\":\"AG-N-001\",\"endpoints\":[{\"id\":\"main\"},{\"id\":\"later\"}]},"
          + "{\"id\":\"AG-S-002\",\"endpoints\":[{\"id\":\"pick-up\"}]}]}";
  private static final Pattern ADDRESS = Pattern.compile("Open: (\\S+)\\s");
  private static final String ASKED =
      "{\"code\":\"insufficient-user-authentication\",\"title\":\"T\",\"status\":401,\"traceId\":\"00\"}";

  private final TestServer server = new TestServer();
  private final FakeProvider provider = new FakeProvider(server);
  private final List<String> received = new ArrayList<>();
  private final Path session;
  private int answerStatus = 204;
  private boolean proven;
  private String state = "IN_REVIEW";
  private String agencies = AGENCIES;

  StepUpTest(@TempDir Path folder) throws Exception {
    session = TestSession.write(folder, server, Duration.ofHours(1));
    server.on(
        REFERRAL,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v9\"");
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"" + state + "\"}");
        });
    server.on(
        "/api/v1/agencies",
        exchange -> TestServer.answer(exchange, 200, "application/json", agencies));
    server.on("/api/v1/step-ups", this::stepUp);
    server.on(
        DISPATCH,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v3\"");
          TestServer.answer(exchange, 200, "application/json", "{}");
        });
    server.on(DISPATCH + "/reissue", exchange -> act(exchange, "{\"id\":\"" + ID + "\"}"));
    server.on(REFERRAL + "/release", exchange -> act(exchange, "{\"state\":\"RELEASED\"}"));
    server.on(REFERRAL + "/custody/extracts", exchange -> act(exchange, "{\"id\":\"" + ID + "\"}"));
    server.on(
        REFERRAL + "/custody/extracts/" + ID,
        exchange -> TestServer.answer(exchange, 200, "application/octet-stream", "an extract"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void act(HttpExchange exchange, String done) throws IOException {
    received.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body(exchange));
    if (proven) {
      TestServer.answer(exchange, 200, "application/json", done);
    } else {
      TestServer.answer(exchange, 401, "application/problem+json", ASKED);
    }
  }

  private void stepUp(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestURI().getPath() + " " + body(exchange));
    if (exchange.getRequestMethod().equals("PUT")) {
      proven = answerStatus == 204;
      TestServer.answer(
          exchange,
          answerStatus,
          "application/problem+json",
          proven
              ? ""
              : "{\"code\":\"id-token-level\",\"title\":\"T\",\"status\":403,\"traceId\":\"00\"}");
      return;
    }
    TestServer.answer(
        exchange,
        201,
        "application/json",
        "{\"acrValues\":\"gold\",\"challenge\":\"c-1\",\"id\":\"s-1\",\"maxAge\":20}");
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
  }

  /** Runs a command while a person opens whatever address it shows. */
  private CommandRun run(Object... words) throws Exception {
    CommandRun run = new CommandRun();
    CompletableFuture<Void> command = CompletableFuture.runAsync(() -> run.execute(words));
    String shown = "";
    while (!command.isDone() && shown.isEmpty()) {
      Matcher address = ADDRESS.matcher(run.err());
      shown = address.find() ? address.group(1) : "";
      Thread.onSpinWait();
    }
    if (!shown.isEmpty()) {
      answer(shown);
    }
    command.join();
    return run;
  }

  private void answer(String address) throws IOException, InterruptedException {
    Map<String, String> asked = FakeProvider.parameters(URI.create(address).getRawQuery());
    String answer = TokenEndpoint.encode(provider.signIn(address));
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(asked.get("redirect_uri") + "?" + answer)).build(),
            HttpResponse.BodyHandlers.discarding());
  }

  private CommandRun release() throws Exception {
    return run(
        "referral",
        "release",
        ID,
        "--seal-digest",
        SEAL,
        "--to",
        "AG-S-002,AG-N-001",
        "--idempotency-key",
        "key-00001",
        "--session",
        session,
        "--output",
        "json");
  }

  @Test
  void release_thatAsksForTheSecondFactor_isRepeatedOnceAfterIt() throws Exception {
    byte[] before = Files.readAllBytes(session);

    CommandRun run = release();

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines("{\"state\":\"RELEASED\"}");
    String act =
        "key-00001 {\"recipients\":[\"AG-S-002\",\"AG-N-001\"],\"sealDigest\":\"" + SEAL + "\"}";
    String named =
        sha256(
            "{\"recipients\":[{\"agency\":\"AG-N-001\",\"endpoint\":\"main\"},"
                + "{\"agency\":\"AG-S-002\",\"endpoint\":\"pick-up\"}],\"sealDigest\":\""
                + SEAL
                + "\"}");
    assertThat(received)
        .containsExactly(
            act,
            "/api/v1/step-ups {\"digest\":\"%s\",\"etag\":\"\\\"v9\\\"\",\"object\":\"%s\",\"operation\":\"release\"}"
                .formatted(named, ID),
            "/api/v1/step-ups/s-1 {\"idToken\":\"gold for c-1\"}",
            act);
    assertThat(Files.readAllBytes(session)).as("the session stays").isEqualTo(before);
  }

  /** The second factor is for the first or for the second of two acts, never for both. */
  @ParameterizedTest
  @CsvSource({
    "IN_REVIEW,true,'{\"act\":\"first\",'",
    "IN_REVIEW,false,{",
    "ENDORSED,true,'{\"act\":\"second\",'",
    "ENDORSED,false,'{\"act\":\"second\",'"
  })
  void release_thatMayTakeTwo_namesWhichActItIs(String now, boolean highRisk, String act)
      throws Exception {
    state = now;
    agencies =
        highRisk ? AGENCIES.replace("\"AG-S-002\"", "\"AG-S-002\",\"highRisk\":true") : AGENCIES;
    CommandRun run = release();
    assertThat(run.exit()).as(run.toString()).isZero();
    String named =
        act
            + "\"recipients\":[{\"agency\":\"AG-N-001\",\"endpoint\":\"main\"},"
            + "{\"agency\":\"AG-S-002\",\"endpoint\":\"pick-up\"}],\"sealDigest\":\""
            + SEAL
            + "\"}";
    assertThat(received.get(1)).contains(sha256(named));
  }

  @Test
  void release_refusedAfterTheSecondFactorToo_isNotRepeatedAgain() throws Exception {
    answerStatus = 403;
    CommandRun run = release();
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("id-token-level: PUT ");
    assertThat(received).hasSize(3);
  }

  @Test
  void release_thatDoesNotAsk_opensNothing() throws Exception {
    proven = true;
    CommandRun run = release();
    assertThat(run.exit()).isZero();
    assertThat(run.err()).doesNotContain("Open: ");
    assertThat(received).hasSize(1);
  }

  @Test
  void reissue_namesTheDigestOfItsRequest() throws Exception {
    CommandRun run =
        run(
            "dispatch",
            "reissue",
            ID,
            "--certificate",
            SEAL,
            "--reason",
            "key \"lost\"",
            "--session",
            session);

    assertThat(run.exit()).as(run.toString()).isZero();
    String digest = sha256("{\"certificate\":\"" + SEAL + "\",\"reason\":\"key \\\"lost\\\"\"}");
    assertThat(received.get(1)).contains("\"digest\":\"" + digest, "\"operation\":\"reissue\"");
  }

  private static String sha256(String text) {
    return Digest.of(text.getBytes(UTF_8)).hex();
  }

  @Test
  void extract_namesTheDigestOfItsRequest(@TempDir Path folder) throws Exception {
    CommandRun run =
        run(
            "extract",
            ID,
            "--level",
            "links",
            "--purpose",
            "trial",
            "--out",
            folder.resolve("case.json"),
            "--session",
            session);

    assertThat(run.exit()).as(run.toString()).isZero();
    String digest = sha256("{\"level\":\"links\",\"purpose\":\"trial\",\"toDate\":false}");
    assertThat(received.get(1)).contains("\"digest\":\"" + digest, "\"operation\":\"report\"");
  }
}
