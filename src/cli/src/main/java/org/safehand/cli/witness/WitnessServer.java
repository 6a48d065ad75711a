package org.safehand.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.witness.AddCheckpoint;
import org.safehand.custody.witness.Cosignatures;
import org.safehand.custody.witness.Witness;
import org.safehand.custody.witness.WitnessAnswer;

/**
 * A witness over HTTP (C2SP tlog-witness): {@code POST /add-checkpoint} and {@code GET
 * /HASH/checkpoint}, nothing else. Requests are bounded in size, time and number; who asks does not
 * matter, as what is cosigned must be signed by the log.
 */
final class WitnessServer implements AutoCloseable {
  private static final Pattern LAST = Pattern.compile("/([0-9a-f]{64})/checkpoint");
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int THREADS = 8;
  private static final int BACKLOG = 64;
  private static final long STOP_SECONDS = 5;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Witness witness;
  private final Clock clock;
  private final Consumer<String> alarms;

  /**
   * Bound, but not answering yet.
   *
   * @param alarms is given the lines that a person should see
   */
  WitnessServer(InetSocketAddress address, Witness witness, Clock clock, Consumer<String> alarms)
      throws IOException {
    this.witness = requireNonNull(witness, "witness is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.alarms = requireNonNull(alarms, "alarms is null");
    limit("sun.net.httpserver.maxReqTime", "10");
    limit("sun.net.httpserver.maxRspTime", "10");
    limit("jdk.httpserver.maxConnections", "256");
    this.server = HttpServer.create(address, BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /** Limits of the JDK's server, seconds and a number, unless the operator has set others. */
  private static void limit(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  void start() {
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      Matcher last = LAST.matcher(path);
      if (path.equals("/add-checkpoint")) {
        if (isMethod(exchange, "POST")) {
          add(exchange);
        }
      } else if (last.matches()) {
        if (isMethod(exchange, "GET")) {
          last(exchange, Digest.ofHex(last.group(1)));
        }
      } else {
        answer(exchange, 404, TEXT, "nothing is here\n".getBytes(UTF_8));
      }
    } catch (IOException e) {
      alarms.accept("ALARM a request was not answered: " + e.getMessage());
      throw e;
    }
  }

  private static boolean isMethod(HttpExchange exchange, String method) throws IOException {
    if (exchange.getRequestMethod().equals(method)) {
      return true;
    }
    exchange.getResponseHeaders().set("Allow", method);
    answer(exchange, 405, TEXT, ("only " + method + "\n").getBytes(UTF_8));
    return false;
  }

  private void add(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_LENGTH + 1);
    if (body.length > AddCheckpoint.MAX_LENGTH) {
      String reason = "longer than " + AddCheckpoint.MAX_LENGTH + " bytes\n";
      answer(exchange, 413, TEXT, reason.getBytes(UTF_8));
      return;
    }
    WitnessAnswer answer;
    try {
      answer = witness.add(body, clock.instant());
    } catch (IOException e) {
      alarms.accept("ALARM the state cannot be used, nothing was cosigned: " + e.getMessage());
      answer(exchange, 500, TEXT, "the witness's state cannot be used\n".getBytes(UTF_8));
      return;
    }
    if (answer instanceof WitnessAnswer.Cosigned cosigned) {
      answer(exchange, answer.status(), TEXT, Cosignatures.write(cosigned.lines()));
    } else if (answer instanceof WitnessAnswer.OtherSize other) {
      byte[] size = Cosignatures.writeSize(other.size());
      answer(exchange, answer.status(), Cosignatures.SIZE_TYPE, size);
    } else {
      if (answer instanceof WitnessAnswer.Inconsistent) {
        showFork(body, answer.reason());
      }
      answer(exchange, answer.status(), TEXT, (answer.reason() + "\n").getBytes(UTF_8));
    }
  }

  /** The log has signed it: together with what was cosigned before, that is proof against it. */
  private void showFork(byte[] body, String reason) {
    alarms.accept("ALARM not cosigned, the log may have forked: " + reason);
    try {
      SignedNote note = AddCheckpoint.parse(body).note();
      note.toString().lines().forEach(line -> alarms.accept("submitted: " + line));
    } catch (NoteException e) {
      throw new IllegalStateException("it was parsed before", e);
    }
  }

  private void last(HttpExchange exchange, Digest origin) throws IOException {
    Optional<SignedNote> last = witness.last(origin);
    if (last.isPresent()) {
      answer(exchange, 200, TEXT, last.get().bytes());
    } else {
      answer(exchange, 404, TEXT, "nothing was cosigned\n".getBytes(UTF_8));
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** Answers what is being answered, and nothing more. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        alarms.accept("a request was cut off");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
  }
}
