package org.safehand.systemtests.tamper.scene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.witness.Cosignatures;
import org.safehand.custody.witness.Witness;
import org.safehand.custody.witness.WitnessAnswer;
import org.safehand.custody.witness.WitnessState;

/** A witness with the product's rules behind HTTP, on a port of its own, that remembers. */
public final class LocalWitness implements AutoCloseable {
  private final LogSecrets secrets;
  private final Memory memory;
  private final Witness witness;
  private final HttpServer server;

  private LocalWitness(LogSecrets secrets, Optional<SignedNote> last) throws IOException {
    this.secrets = requireNonNull(secrets, "secrets is null");
    this.memory = new Memory(last);
    this.witness = new Witness(secrets.witness(), List.of(secrets.witnessed()), memory);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/", this::handle);
  }

  /** A witness that has cosigned {@code last} before. */
  public static LocalWitness start(LogSecrets secrets, Optional<SignedNote> last)
      throws IOException {
    LocalWitness witness = new LocalWitness(secrets, last);
    witness.server.start();
    return witness;
  }

  /** Where it answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The line of the sequencer's settings. */
  String line() {
    return secrets.witness().verifierKey() + " " + address() + "\n";
  }

  /** What it cosigned last. */
  Optional<SignedNote> last() {
    return memory.last(secrets.log().name());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("POST")) {
        WitnessAnswer answer = witness.add(body, Instant.now());
        answer(exchange, answer.status(), body(answer));
      } else {
        String origin = exchange.getRequestURI().getPath().split("/", -1)[1];
        Optional<SignedNote> last = witness.last(Digest.ofHex(origin));
        byte[] note = last.map(SignedNote::bytes).orElse(new byte[0]);
        answer(exchange, last.isPresent() ? 200 : 404, note);
      }
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
    server.stop(0);
  }

  /** The one checkpoint of the one log. */
  private static final class Memory implements WitnessState {
    private Optional<SignedNote> last;

    Memory(Optional<SignedNote> last) {
      this.last = last;
    }

    @Override
    public synchronized Optional<SignedNote> last(String origin) {
      return last;
    }

    @Override
    public synchronized boolean replace(
        String origin, Optional<SignedNote> expected, SignedNote next) {
      boolean same = last.equals(expected);
      if (same) {
        last = Optional.of(next);
      }
      return same;
    }
  }
}
