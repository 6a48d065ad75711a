package org.safehand.cli.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;
import org.safehand.custody.digest.Digest;

class ReferralCommandTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PATH = "/api/v1/referrals/" + ID;
  private static final String SEAL = "ab".repeat(32);

  private final TestServer server = new TestServer();
  private final Path folder;
  private final Path session;

  ReferralCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.session = TestSession.write(folder, server, Duration.ofHours(1));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400,2", "401,4", "403,5", "404,6", "409,7", "412,7", "413,2", "415,2", "422,2", "428,7",
    "429,8", "500,8", "502,8", "503,8"
  })
  void refusal_byStatus_hasItsExitCodeAndOneLine(int status, int exit) {
    server.onProblem(
        PATH,
        status,
        """
        {"type":"urn:safehand:problem:some-code","title":"Some title","status":%d,
         "code":"some-code","detail":"with\\u001b detail","traceId":"0123456789abcdef"}
        """
            .formatted(status));

    CommandRun run = CommandRun.of("referral", "show", ID, "--session", session);

    assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
    assertThat(run.err())
        .isEqualTo(
            "some-code: GET %s%s: Some title: with? detail (HTTP %d, trace 0123456789abcdef)%n"
                .formatted(server.origin(), PATH, status));
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"401,4", "302,8", "502,8"})
  void refusal_withoutProblemDetails_keepsItsExitCode(int status, int exit) {
    server.on(
        PATH, exchange -> TestServer.answer(exchange, status, "text/html", "<h1>Bad gateway</h1>"));

    CommandRun run = CommandRun.of("referral", "show", ID, "--session", session);

    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.err()).startsWith("answer-malformed: GET ");
  }

  @Test
  void server_gone_isNetwork() {
    server.close();

    CommandRun run = CommandRun.of("referral", "show", ID, "--session", session);

    assertThat(run.exit()).isEqualTo(8);
    assertThat(run.err()).startsWith("server-unreachable: GET ");
  }

  @Test
  void create_withPointers_namesThem() throws Exception {
    server.onProblem(
        "/api/v1/referrals",
        422,
        """
        {"code":"unknown-field","title":"Unknown field","status":422,"traceId":"00",
         "errors":[{"pointer":"/a"},{"pointer":"/b/0"}]}
        """);
    Path file = Files.writeString(folder.resolve("referral.json"), "{\"a\": 1}");

    CommandRun run = CommandRun.of("referral", "create", file, "--session", session);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("unknown-field: /a,/b/0: Unknown field");
  }

  @Test
  void create_file_sendsItsBytesWithKeyAndToken() throws Exception {
    AtomicReference<String> sent = new AtomicReference<>("");
    server.on(
        "/api/v1/referrals",
        exchange -> {
          sent.set(
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                  + exchange.getRequestHeaders().getFirst("Idempotency-Key")
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          TestServer.answer(exchange, 201, "application/json", "{\"id\":\"" + ID + "\"}");
        });
    Path file = Files.writeString(folder.resolve("referral.json"), "{ \"a\": 1 }");

    CommandRun run =
        CommandRun.of(
            "referral",
            "create",
            file,
            "--session",
            session,
            "--idempotency-key",
            "key-00001",
            "--output",
            "json");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines("{\"id\":\"" + ID + "\"}");
    assertThat(sent.get()).isEqualTo("{ \"a\": 1 }key-00001Bearer access-1");
  }

  @Test
  void addExhibit_file_streamsItWithItsDigestAndName() throws Exception {
    byte[] content = new byte[3_000_000];
    content[7] = 1;
    Path file = Files.write(folder.resolve("ca pture é.bin"), content);
    AtomicReference<String> headers = new AtomicReference<>("");
    AtomicReference<Digest> received = new AtomicReference<>(Digest.of());
    server.onJson(PATH, 200, "{\"state\":\"DRAFT\"}");
    server.on(
        PATH + "/exhibits",
        exchange -> {
          received.set(Digest.of(exchange.getRequestBody()));
          headers.set(
              exchange.getRequestHeaders().getFirst("Content-Type")
                  + "|"
                  + exchange.getRequestHeaders().getFirst("Content-Length")
                  + "|"
                  + exchange.getRequestHeaders().getFirst("Content-Disposition")
                  + "|"
                  + exchange.getRequestHeaders().getFirst("Content-Digest"));
          TestServer.answer(exchange, 201, "application/json", "{\"number\":1}");
        });

    CommandRun run =
        CommandRun.of(
            "referral",
            "add-exhibit",
            ID,
            file,
            "--media-type",
            "application/octet-stream",
            "--session",
            session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(received.get()).isEqualTo(Digest.of(content));
    assertThat(headers.get())
        .isEqualTo(
            "application/octet-stream|3000000|attachment;"
                + " filename*=UTF-8''ca%20pture%20%C3%A9.bin|sha-256=:"
                + Digest.of(content).base64()
                + ":");
    assertThat(run.err()).contains("sending");
  }

  @Test
  void addExhibit_notAllowed_isToldBeforeAnythingIsSent() throws Exception {
    server.onProblem(
        PATH, 404, "{\"code\":\"referral-not-found\",\"title\":\"None\",\"traceId\":\"00\"}");
    Path file = Files.write(folder.resolve("a.bin"), new byte[10]);

    CommandRun run =
        CommandRun.of(
            "referral",
            "add-exhibit",
            ID,
            file,
            "--media-type",
            "text/plain",
            "--session",
            session);

    assertThat(run.exit()).isEqualTo(6);
    assertThat(server.requests()).containsExactly("GET " + PATH);
  }

  @Test
  void submit_waiting_endsOnceItIsSealed() {
    AtomicInteger asked = new AtomicInteger();
    server.on(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v4\"");
          String state = asked.incrementAndGet() > 2 ? "IN_REVIEW" : "SEALING";
          TestServer.answer(
              exchange, 200, "application/json", "{\"state\":\"%s\"}".formatted(state));
        });
    server.on(
        PATH + "/submit",
        exchange ->
            TestServer.answer(
                exchange,
                "\"v4\"".equals(exchange.getRequestHeaders().getFirst("If-Match")) ? 202 : 412,
                "application/json",
                "{\"state\":\"SEALING\"}"));

    CommandRun run = CommandRun.of("referral", "submit", ID, "--wait", "--session", session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("IN_REVIEW");
  }

  @ParameterizedTest
  @CsvSource({"return,return", "withdraw,withdrawal"})
  void review_closed_namesReasonAndVersion(String command, String path) {
    AtomicReference<String> sent = new AtomicReference<>("");
    server.on(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v9\"");
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"IN_REVIEW\"}");
        });
    server.on(
        PATH + "/" + path,
        exchange -> {
          sent.set(
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                  + exchange.getRequestHeaders().getFirst("If-Match"));
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"CLOSED\"}");
        });

    CommandRun run =
        CommandRun.of("referral", command, ID, "--reason", "wrong unit", "--session", session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent.get()).isEqualTo("{\"reason\":\"wrong unit\"}\"v9\"");
  }

  @Test
  void release_byDigest_namesRecipientsAndVersion() {
    AtomicReference<String> sent = new AtomicReference<>("");
    server.on(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v9\"");
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"IN_REVIEW\"}");
        });
    server.on(
        PATH + "/release",
        exchange -> {
          sent.set(
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                  + exchange.getRequestHeaders().getFirst("If-Match")
                  + (exchange.getRequestHeaders().getFirst("Idempotency-Key") != null));
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"RELEASED\"}");
        });

    CommandRun run =
        CommandRun.of(
            "referral",
            "release",
            ID,
            "--seal-digest",
            SEAL,
            "--to",
            "AG-N-001,AG-S-002",
            "--session",
            session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent.get())
        .isEqualTo(
            "{\"recipients\":[\"AG-N-001\",\"AG-S-002\"],\"sealDigest\":\""
                + SEAL
                + "\"}\"v9\"true");
    assertThat(run.err()).doesNotContain("high-risk");
  }

  @Test
  void release_thatTakesTwo_saysThatASecondSupervisorIsNeeded() {
    server.on(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v9\"");
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"IN_REVIEW\"}");
        });
    server.onJson(PATH + "/release", 200, "{\"state\":\"ENDORSED\"}");

    CommandRun run =
        CommandRun.of(
            "referral",
            "release",
            ID,
            "--seal-digest",
            SEAL,
            "--to",
            "AG-S-002",
            "--session",
            session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("ENDORSED");
    assertThat(run.err()).contains("another release supervisor of the unit releases it too");
  }

  @Test
  void custody_ofALiaison_whoseEventsHaveNoNumber_isATableWithoutThem() {
    server.onJson(
        PATH + "/custody",
        200,
        """
        {"whole":false,"events":[{"type":"packaged","time":"2026-11-24T09:00:30Z",
         "actor":"node-1","role":"gateway","organisation":"HL","result":"done",
         "stage":"witnessed","leafHash":"%s"}]}
        """
            .formatted(SEAL));

    CommandRun run = CommandRun.of("referral", "custody", ID, "--session", session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "SEQUENCE TIME TYPE ACTOR ROLE RESULT CODE STAGE",
            " 2026-11-24T09:00:30Z packaged node-1 gateway done witnessed");
  }

  @Test
  void list_page_isATableAndNamesTheNext() {
    server.onJson(
        "/api/v1/referrals",
        200,
        """
        {"items":[{"id":"%s","reference":"R-1","version":1,"state":"DRAFT","exhibits":2}],
         "next":"abc"}
        """
            .formatted(ID));

    CommandRun run = CommandRun.of("referral", "list", "--session", session);

    assertThat(run.out()).contains("REFERENCE").contains("R-1").hasLineCount(2);
    assertThat(run.err()).contains("--cursor abc");
    assertThat(server.requests()).contains("GET /api/v1/referrals?limit=25");
  }

  @Test
  void token_expired_isRenewedOnceAndKept() throws Exception {
    TestSession.write(folder, server, Duration.ofSeconds(-1));
    server.onJson(
        "/realm/token",
        200,
        """
        {"access_token":"access-2","expires_in":240,"refresh_token":"refresh-2",
         "token_type":"Bearer"}
        """);
    AtomicReference<String> bearer = new AtomicReference<>("");
    server.on(
        PATH,
        exchange -> {
          bearer.set(exchange.getRequestHeaders().getFirst("Authorization"));
          TestServer.answer(exchange, 200, "application/json", "{}");
        });

    CommandRun.of("referral", "show", ID, "--session", session);
    CommandRun.of("referral", "show", ID, "--session", session);

    assertThat(bearer.get()).isEqualTo("Bearer access-2");
    assertThat(server.requests()).containsOnlyOnce("POST /realm/token");
    assertThat(Files.readString(session)).contains("refresh-2").doesNotContain("refresh-1");
  }

  @Test
  void token_notRenewed_isAuthentication() throws Exception {
    TestSession.write(folder, server, Duration.ofSeconds(-1));
    server.onJson("/realm/token", 400, "{\"error\":\"invalid_grant\"}");

    CommandRun run = CommandRun.of("referral", "show", ID, "--session", session);

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).startsWith("session-ended: ").contains("invalid_grant");
  }
}
