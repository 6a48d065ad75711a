package org.safehand.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.cli.CommandRun;
import org.safehand.cli.Main;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.witness.Cosignatures;

/** The commands as an outside body runs them; {@code serve} as a process of its own. */
@Timeout(60)
class WitnessCommandsTest {
  private static final TestHistory TRUE = new TestHistory("true");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path temp;
  private final Path key;

  WitnessCommandsTest(@TempDir Path temp) {
    this.temp = temp;
    this.key = temp.resolve("witness.key");
  }

  private VerifierKey makeKey() {
    CommandRun run = CommandRun.of("witness", "key", "--name", "w.example", "--out", key);
    assertThat(run.exit()).as(run.toString()).isZero();
    return VerifierKey.parse(run.out().strip()).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void key_made_isPrivateAndItsVerifierKeyIsPrinted(boolean postQuantum) throws Exception {
    CommandRun run =
        postQuantum
            ? CommandRun.of("witness", "key", "--name", "w.example", "--out", key, "--post-quantum")
            : CommandRun.of("witness", "key", "--name", "w.example", "--out", key);
    assertThat(run.exit()).as(run.toString()).isZero();
    CosignerKey read = CosignerKey.parse(Files.readString(key, UTF_8));
    assertThat(run.out()).isEqualTo(read.verifierKey() + "\n");
    assertThat(read.verifierKey().isPostQuantum()).isEqualTo(postQuantum);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");

    CommandRun again = CommandRun.of("witness", "key", "--name", "w.example", "--out", key);
    assertThat(again.exit()).isEqualTo(9);
    assertThat(again.err()).startsWith("output-exists: ");
    assertThat(CosignerKey.parse(Files.readString(key, UTF_8)).verifierKey())
        .isEqualTo(read.verifierKey());
  }

  @Test
  void serve_withoutWhatItNeeds_saysSoInOneLine() throws Exception {
    makeKey();
    String log = TestHistory.KEY.verifierKey().toString();
    assertThat(CommandRun.of("witness", "key", "--name", "a b", "--out", temp.resolve("k")).err())
        .startsWith("usage: --name: ");
    assertThat(serve(key, "127.0.0.1:0", "x").err()).startsWith("usage: --log: ");
    assertThat(serve(key, "nowhere", log).err()).startsWith("usage: --listen: ");
    assertThat(serve(key, "127.0.0.1:70000", log).err()).startsWith("usage: --listen: ");
    assertThat(serve(temp.resolve("absent"), "127.0.0.1:0", log).err())
        .startsWith("file-unreadable: ");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run = serve(key, "127.0.0.1:" + taken.getLocalPort(), log);
      assertThat(run.err()).startsWith("address-unusable: 127.0.0.1:").hasLineCount(1);
      assertThat(run.exit()).isEqualTo(9);
    }
    try (FileWitnessState held = FileWitnessState.open(temp.resolve("state"))) {
      assertThat(held.last(TestHistory.ORIGIN)).isEmpty();
      CommandRun run = serve(key, "127.0.0.1:0", log);
      assertThat(run.err()).startsWith("state-in-use: ");
      assertThat(run.exit()).isEqualTo(7);
    }
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    CommandRun exposed = serve(key, "127.0.0.1:0", log);
    assertThat(exposed.err()).startsWith("witness-key-unusable: ");
    assertThat(exposed.exit()).isEqualTo(2);
  }

  private CommandRun serve(Path keyFile, String listen, String log) {
    return CommandRun.of(
        "witness",
        "serve",
        "--key",
        keyFile,
        "--state",
        temp.resolve("state"),
        "--listen",
        listen,
        "--log",
        log);
  }

  @Test
  void help_saysWhatIsNotEncryptedAndWhatMustNotBeRestored() {
    assertThat(CommandRun.of("witness", "serve", "--help").out().replaceAll("\\s+", " "))
        .contains("plain HTTP")
        .contains("never restore it from a backup");
  }

  @Test
  void process_killedAndStartedAgain_knowsWhatItCosigned() throws Exception {
    VerifierKey witness = makeKey();
    Process first = start();
    try (BufferedReader out = first.inputReader(UTF_8)) {
      URI uri = ready(out);
      HttpResponse<byte[]> answer = add(uri, TRUE.request(0, 5));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Cosignatures.read(answer.body(), TRUE.note(5), witness).name())
          .isEqualTo("w.example");
      assertThat(first.toHandle().destroyForcibly()).isTrue();
      assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      first.destroyForcibly();
    }
    Process second = start();
    try (BufferedReader out = second.inputReader(UTF_8)) {
      URI uri = ready(out);
      assertThat(add(uri, TRUE.request(0, 9)).statusCode()).isEqualTo(409);
      assertThat(add(uri, new TestHistory("fork").request(5, 9)).statusCode()).isEqualTo(422);
      assertThat(add(uri, TRUE.request(5, 9)).statusCode()).isEqualTo(200);
      assertThat(second.toHandle().destroy()).isTrue();
      assertThat(out.readLine()).isEqualTo("witness stopped");
      assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      second.destroyForcibly();
    }
    assertThat(Files.readString(temp.resolve("err"), UTF_8))
        .startsWith("ALARM not cosigned, the log may have forked: ");
  }

  private Process start() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "witness",
            "serve",
            "--key",
            key.toString(),
            "--state",
            temp.resolve("state").toString(),
            "--listen",
            "127.0.0.1:0",
            "--log",
            TestHistory.KEY.verifierKey().toString())
        .redirectError(ProcessBuilder.Redirect.appendTo(temp.resolve("err").toFile()))
        .start();
  }

  private static URI ready(BufferedReader out) throws Exception {
    String line = out.readLine();
    assertThat(line).matches("witness ready: w.example at http://127.0.0.1:\\d+ for 1 log");
    return URI.create(line.replaceAll(".* at (http:\\S+) .*", "$1/add-checkpoint"));
  }

  private HttpResponse<byte[]> add(URI uri, byte[] body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }
}
