package org.safehand.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.witness.AddCheckpoint;
import org.safehand.custody.witness.Cosignatures;
import org.safehand.custody.witness.Witness;
import org.safehand.custody.witness.WitnessedLog;

class WitnessServerTest {
  private static final TestHistory TRUE = new TestHistory("true");
  private static final TestHistory FORK = new TestHistory("fork");

  private final CosignerKey key =
      CosignerKey.generateEd25519("witness.example/w1", new SecureRandom());
  private final List<String> alarms = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final FileWitnessState state;
  private final WitnessServer server;

  WitnessServerTest(@TempDir Path temp) throws Exception {
    folder = temp.resolve("state");
    state = FileWitnessState.open(folder);
    WitnessedLog log = new WitnessedLog(TestHistory.ORIGIN, List.of(TestHistory.KEY.verifierKey()));
    server =
        new WitnessServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new Witness(key, List.of(log), state),
            Clock.systemUTC(),
            alarms::add);
    server.start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    state.close();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.address().getPort() + path);
  }

  private static HttpRequest.Builder post(URI uri, byte[] body) {
    return HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<byte[]> add(byte[] body) throws Exception {
    return http.send(
        post(uri("/add-checkpoint"), body).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String path() {
    return "/" + Witness.originHash(TestHistory.ORIGIN).hex() + "/checkpoint";
  }

  @Test
  void growth_cosignedAndServed() throws Exception {
    assertThat(get(path()).statusCode()).isEqualTo(404);
    assertThat(add(TRUE.request(0, 5)).statusCode()).isEqualTo(200);
    HttpResponse<byte[]> answer = add(TRUE.request(5, 300));
    assertThat(answer.statusCode()).isEqualTo(200);
    NoteSignature line = Cosignatures.read(answer.body(), TRUE.note(300), key.verifierKey());
    HttpResponse<byte[]> last = get(path());
    assertThat(last.statusCode()).isEqualTo(200);
    assertThat(SignedNote.parse(last.body())).isEqualTo(TRUE.note(300).with(List.of(line)));
    assertThat(alarms).isEmpty();
  }

  @Test
  void otherSize_answersItInItsMediaType() throws Exception {
    add(TRUE.request(0, 5));
    HttpResponse<byte[]> answer = add(TRUE.request(4, 300));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("5\n");
  }

  @Test
  void fork_refusedShownAndNeverCosigned() throws Exception {
    add(TRUE.request(0, 5));
    for (byte[] body : List.of(FORK.request(5, 5), FORK.request(5, 9), FORK.request(5, 300))) {
      HttpResponse<byte[]> answer = add(body);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(new String(answer.body(), UTF_8)).doesNotContain("\u2014 ");
    }
    assertThat(add(FORK.request(0, 9)).statusCode()).isEqualTo(409);
    assertThat(alarms.get(0)).startsWith("ALARM not cosigned, the log may have forked: ");
    assertThat(alarms).contains("submitted: " + TestHistory.ORIGIN, "submitted: 300");
    assertThat(Checkpoint.of(SignedNote.parse(get(path()).body())))
        .isEqualTo(Checkpoint.of(TRUE.note(5)));
  }

  @Test
  void request_ofOtherLogKeyMethodPathOrSize_refused() throws Exception {
    SignedNote stranger =
        LogKey.generate(TestHistory.ORIGIN, new SecureRandom()).sign(Checkpoint.of(TRUE.note(5)));
    assertThat(add(new AddCheckpoint(0, List.of(), stranger).bytes()).statusCode()).isEqualTo(403);
    String other =
        new String(TRUE.request(0, 5), UTF_8).replace(TestHistory.ORIGIN, "example.org/other");
    assertThat(add(other.getBytes(UTF_8)).statusCode()).isEqualTo(404);
    assertThat(add(new byte[0]).statusCode()).isEqualTo(400);
    assertThat(add(new byte[AddCheckpoint.MAX_LENGTH]).statusCode()).isEqualTo(400);
    assertThat(add(new byte[AddCheckpoint.MAX_LENGTH + 1]).statusCode()).isEqualTo(413);
    HttpResponse<byte[]> method = get("/add-checkpoint");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow")).contains("POST");
    assertThat(
            http.send(
                    post(uri(path()), new byte[1]).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(405);
    for (String path : List.of("/", "/add-checkpoint/", "/x" + path(), path() + "x", "/lock")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(get("/" + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(404);
  }

  @Test
  void twoHistoriesAtOnce_exactlyOneCosigned() throws Exception {
    for (int round = 0; round < 25; round++) {
      int old = round;
      List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        // from 0 each is a history of its own; later, four different sizes of the one that won
        byte[] body =
            round == 0 ? new TestHistory("h" + i).request(0, 1) : TRUE.request(old, old + 1 + i);
        answers.add(
            http.sendAsync(
                post(uri("/add-checkpoint"), body).build(),
                HttpResponse.BodyHandlers.ofByteArray()));
      }
      List<Integer> statuses = new ArrayList<>();
      for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
        statuses.add(answer.get().statusCode());
      }
      assertThat(statuses).containsOnlyOnce(200);
      assertThat(statuses).filteredOn(status -> status != 200).containsOnly(409);
      Files.delete(stateFile());
      add(TRUE.request(0, round + 1));
    }
  }

  private Path stateFile() {
    return folder.resolve(Witness.originHash(TestHistory.ORIGIN).hex() + ".checkpoint");
  }

  @Test
  void stateThatCannotBeUsed_nothingCosigned() throws Exception {
    add(TRUE.request(0, 5));
    Files.writeString(stateFile(), "damaged");
    assertThat(add(TRUE.request(5, 9)).statusCode()).isEqualTo(500);
    assertThat(alarms.get(0)).startsWith("ALARM the state cannot be used");
  }
}
