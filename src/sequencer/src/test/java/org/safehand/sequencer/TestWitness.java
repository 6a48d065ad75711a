package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.witness.Cosignatures;
import org.safehand.custody.witness.InMemoryWitnessState;
import org.safehand.custody.witness.Witness;
import org.safehand.custody.witness.WitnessAnswer;
import org.safehand.custody.witness.WitnessState;
import org.safehand.custody.witness.WitnessedLog;

/** A witness with the real rules, over HTTP, that can be away, mute or slow. */
final class TestWitness implements AutoCloseable {
  private final CosignerKey key;
  private final WitnessState state = new InMemoryWitnessState();
  private final List<VerifierKey> logKeys;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile int fixedStatus;

  /** Begins to listen on a free port. */
  TestWitness(String name, List<VerifierKey> logKeys) throws IOException {
    this.key = CosignerKey.generateMlDsa44(name, new SecureRandom());
    this.logKeys = List.copyOf(logKeys);
    this.server = listen(0);
  }

  private HttpServer listen(int port) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    http.setExecutor(threads);
    http.createContext("/w", this::handle);
    http.start();
    return http;
  }

  VerifierKey key() {
    return key.verifierKey();
  }

  /** The line of the sequencer's settings. */
  String line() {
    return key.verifierKey() + " http://localhost:" + server.getAddress().getPort() + "/w\n";
  }

  /** How often it was asked to cosign. */
  int requests() {
    return requests.get();
  }

  /** From now on nobody listens. */
  void leave() {
    server.stop(0);
  }

  /** Listens again, where it did. */
  void comeBack() throws IOException {
    server = listen(server.getAddress().getPort());
  }

  /** From now on answers wait for {@code opened}. */
  void waitFor(CountDownLatch opened) {
    gate = opened;
  }

  /** From now on answers every request with {@code status}; 0 for the rules again. */
  void answerAlways(int status) {
    fixedStatus = status;
  }

  Optional<SignedNote> last(String origin) throws IOException {
    return state.last(origin);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Witness witness =
          new Witness(key, List.of(new WitnessedLog(logKeys.get(0).name(), logKeys)), state);
      byte[] body = exchange.getRequestBody().readAllBytes();
      gate.await();
      if (fixedStatus != 0) {
        answer(exchange, fixedStatus, "so it is\n".getBytes(UTF_8));
      } else if (exchange.getRequestMethod().equals("POST")) {
        requests.incrementAndGet();
        WitnessAnswer answer = witness.add(body, Instant.now());
        answer(exchange, answer.status(), body(answer));
      } else {
        String hash = exchange.getRequestURI().getPath().split("/", -1)[2];
        Optional<SignedNote> last = witness.last(Digest.ofHex(hash));
        answer(
            exchange,
            last.isPresent() ? 200 : 404,
            last.map(SignedNote::bytes).orElse(new byte[0]));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] body(WitnessAnswer answer) {
    if (answer instanceof WitnessAnswer.Cosigned cosigned) {
      return Cosignatures.write(cosigned.lines());
    }
    return answer instanceof WitnessAnswer.OtherSize other
        ? Cosignatures.writeSize(other.size())
        : answer.reason().getBytes(UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
