package org.safehand.cli.exhibit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;
import org.safehand.custody.digest.Digest;

class ExhibitCommandTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String OPENING = "01890a5d-ac96-774b-bcce-b302099a8058";
  private static final String REFERRAL = "/api/v1/referrals/" + ID;
  private static final String OPENINGS = REFERRAL + "/exhibits/2/openings";
  private static final String DOWNLOAD = "/api/v1/openings/" + OPENING;

  private final TestServer server = new TestServer();
  private final byte[] content = new byte[700_000];
  private final List<String> purposes = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final Path out;
  private final Path session;

  ExhibitCommandTest(@TempDir Path folder, @TempDir Path home) throws Exception {
    new Random(8).nextBytes(content);
    this.folder = folder;
    out = folder.resolve("exhibit.bin");
    session = TestSession.write(home, server, Duration.ofHours(1));
    server.onJson(
        REFERRAL,
        200,
        "{\"exhibits\":[{\"number\":1,\"sha256\":\"%s\"},{\"number\":2,\"sha256\":\"%s\"}]}"
            .formatted("0".repeat(64), Digest.of(content).hex()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void opens() {
    server.on(
        OPENINGS,
        exchange -> {
          purposes.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          TestServer.answer(
              exchange, 201, "application/json", "{\"id\":\"%s\"}".formatted(OPENING));
        });
  }

  private void serves(byte[] bytes, int announced) {
    server.on(DOWNLOAD, exchange -> serve(exchange, bytes, announced));
  }

  private static void serve(HttpExchange exchange, byte[] bytes, int announced) throws IOException {
    exchange.sendResponseHeaders(200, announced);
    exchange.getResponseBody().write(bytes);
    if (announced > bytes.length) {
      exchange.getResponseBody().flush();
      throw new IOException("cut here");
    }
  }

  private CommandRun download() {
    return CommandRun.of(
        "exhibit",
        "download",
        ID,
        2,
        "--purpose",
        "to compare",
        "--out",
        out,
        "--session",
        session);
  }

  private void nothingStays() {
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void exhibit_isKept_ofItsOwnersAlone_whenItIsTheReferrals() throws Exception {
    opens();
    serves(content, content.length);
    CommandRun run = download();
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(out).hasBinaryContent(content);
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(out));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo("rw-------");
    assertThat(purposes).containsExactly("{\"purpose\":\"to compare\"}");
    assertThat(run.out()).contains(Digest.of(content).hex(), OPENING, "700000");
  }

  @Test
  void exhibit_withOneBitChanged_isRefused_andNothingStays() {
    opens();
    byte[] changed = content.clone();
    changed[content.length - 1] ^= 1;
    serves(changed, changed.length);
    CommandRun run = download();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("exhibit-differs");
    nothingStays();
  }

  @Test
  void exhibit_cutOff_isRefused_andNothingStays() {
    opens();
    serves(Arrays.copyOf(content, 500_000), content.length);
    CommandRun run = download();
    assertThat(run.exit()).isEqualTo(8);
    assertThat(run.err()).contains("server-unreachable");
    nothingStays();
  }

  @Test
  void opening_thatIsRefused_endsAsTheGatewaySays() {
    server.onProblem(
        OPENINGS,
        409,
        "{\"code\":\"referral-wrong-state\",\"title\":\"Referral wrong state\",\"status\":409}");
    CommandRun run = download();
    assertThat(run.exit()).isEqualTo(7);
    assertThat(run.err()).contains("referral-wrong-state");
    nothingStays();
  }

  @Test
  void download_thatIsRefused_endsAsTheGatewaySays() {
    opens();
    server.onProblem(
        DOWNLOAD,
        404,
        "{\"code\":\"opening-not-found\",\"title\":\"Opening not found\",\"status\":404}");
    assertThat(download().exit()).isEqualTo(6);
    nothingStays();
  }

  @Test
  void number_thatTheReferralDoesNotHave_opensNothing() {
    CommandRun run =
        CommandRun.of(
            "exhibit", "download", ID, 3, "--purpose", "p", "--out", out, "--session", session);
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains("exhibit-absent");
    assertThat(server.requests()).containsExactly("GET " + REFERRAL);
  }

  @Test
  void out_thatIsThere_isNotReplaced_andNothingIsOpened() throws Exception {
    Files.writeString(out, "mine");
    assertThat(download().exit()).isEqualTo(9);
    assertThat(out).hasContent("mine");
    assertThat(server.requests()).isEmpty();
  }
}
