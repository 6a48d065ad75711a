package org.safehand.cli.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;

class FetchCommandTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PATH = "/api/v1/dispatches/" + ID;

  private final TestServer server = new TestServer();
  private final byte[] content = new byte[700_000];
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final Path out;
  private final Path part;
  private final Path tag;
  private final Path session;
  private volatile String entityTag = "\"one\"";
  private final AtomicInteger breaks = new AtomicInteger();

  FetchCommandTest(@TempDir Path folder) throws Exception {
    new Random(7).nextBytes(content);
    out = folder.resolve("package.asice");
    part = folder.resolve("package.asice.part");
    tag = folder.resolve("package.asice.part.etag");
    session = TestSession.write(folder, server, Duration.ofHours(1));
    server.on(PATH + "/package", this::serve);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** As the gateway answers; while {@link #breaks} is positive the connection ends half way. */
  private void serve(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    boolean partial =
        range != null && entityTag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    int first =
        partial ? Integer.parseInt(range.substring("bytes=".length(), range.length() - 1)) : 0;
    exchange.getResponseHeaders().set("ETag", entityTag);
    if (first >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (partial) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes " + first + "-" + (content.length - 1) + "/" + content.length);
    }
    int rest = content.length - first;
    exchange.sendResponseHeaders(partial ? 206 : 200, rest);
    if (breaks.getAndDecrement() > 0) {
      exchange.getResponseBody().write(content, first, rest / 2);
      exchange.getResponseBody().flush();
      throw new IOException("breaks here");
    }
    exchange.getResponseBody().write(content, first, rest);
  }

  private CommandRun fetch() {
    return CommandRun.of("fetch", ID, "--out", out, "--session", session);
  }

  private void assertWhole(CommandRun run) {
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(out).hasBinaryContent(content);
    assertThat(part).doesNotExist();
    assertThat(tag).doesNotExist();
  }

  @Test
  void package_whole_isFetched() {
    assertWhole(fetch());
    assertThat(ranges).containsExactly("null");
  }

  @Test
  void package_brokenTwice_isResumedWhereItBroke() {
    breaks.set(2);

    assertWhole(fetch());

    assertThat(ranges.get(0)).isEqualTo("null");
    assertThat(ranges.subList(1, ranges.size()))
        .hasSize(2)
        .allMatch(range -> range.startsWith("bytes=") && !range.equals("bytes=0-"));
  }

  @Test
  void package_partOfAnEarlierRun_isResumed() throws Exception {
    Files.write(part, Arrays.copyOf(content, 300_001));
    Files.writeString(tag, entityTag);

    assertWhole(fetch());

    assertThat(ranges).containsExactly("bytes=300001-");
  }

  @Test
  void package_changedSinceTheEarlierRun_isFetchedAfresh() throws Exception {
    Files.write(part, new byte[300_001]);
    Files.writeString(tag, "\"older\"");

    assertWhole(fetch());
  }

  @Test
  void package_partLongerThanTheWhole_isFetchedAfresh() throws Exception {
    Files.write(part, new byte[content.length + 1]);
    Files.writeString(tag, entityTag);

    assertWhole(fetch());
  }

  @Test
  void package_partOfUnknownOrigin_isFetchedAfresh() throws Exception {
    Files.write(part, new byte[300_001]);

    assertWhole(fetch());
    assertThat(ranges).containsExactly("null");
  }

  @Test
  void package_weakEntityTag_isNeverResumed() {
    entityTag = "W/\"one\"";
    breaks.set(1);

    assertWhole(fetch());
    assertThat(ranges).containsExactly("null", "null");
  }

  @Test
  void output_thereAlready_isKept() throws Exception {
    Files.writeString(out, "precious");

    CommandRun run = fetch();

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("output-exists: ");
    assertThat(out).hasContent("precious");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void package_ofAnotherAgency_isNotFound() {
    server.onProblem(
        "/api/v1/dispatches/01890a5d-ac96-774b-bcce-b302099a8058/package",
        404,
        "{\"code\":\"dispatch-not-found\",\"title\":\"Dispatch not found\",\"traceId\":\"00\"}");

    CommandRun run =
        CommandRun.of(
            "fetch", "01890a5d-ac96-774b-bcce-b302099a8058", "--out", out, "--session", session);

    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).startsWith("dispatch-not-found: GET ");
    assertThat(out).doesNotExist();
  }

  @Test
  void receipt_asSigned_isKeptByteForByte() throws Exception {
    byte[] receipt = {0x30, 0x03, 0x02, 0x01, (byte) 0xff};
    server.on(
        PATH + "/receipt",
        exchange -> {
          exchange.sendResponseHeaders(200, receipt.length);
          exchange.getResponseBody().write(receipt);
        });

    CommandRun run = CommandRun.of("receipt", ID, "--out", out, "--session", session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(out).hasBinaryContent(receipt);
  }

  @Test
  void dispatch_waitedForInVain_isConflict() {
    server.onJson(PATH, 200, "{\"state\":\"SUSPENDED\",\"suspension\":\"endpoint-not-usable\"}");

    CommandRun run =
        CommandRun.of("dispatch", "show", ID, "--wait", "DELIVERED", "--session", session);

    assertThat(run.exit()).isEqualTo(7);
    assertThat(run.err()).startsWith("wait-other-state: ").contains("SUSPENDED");
  }

  @Test
  void dispatch_waitedForTooLong_isPartial() {
    server.onJson(PATH, 200, "{\"state\":\"SENDING\"}");

    CommandRun run =
        CommandRun.of(
            "dispatch", "show", ID, "--wait", "DELIVERED", "--timeout", 0, "--session", session);

    assertThat(run.exit()).isEqualTo(10);
    assertThat(run.err()).startsWith("wait-timeout: ").contains("SENDING");
  }
}
