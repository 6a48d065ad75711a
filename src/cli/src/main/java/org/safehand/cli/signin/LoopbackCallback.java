package org.safehand.cli.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;

/** Waits on 127.0.0.1 for the one redirect that ends a sign-in (RFC 8252, section 7.3). */
final class LoopbackCallback implements AutoCloseable {
  private static final String PATH = "/callback";
  private static final byte[] PAGE =
      ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Safehand</title>"
              + "<p>The command line has the answer. This page can be closed.</p></html>\n")
          .getBytes(UTF_8);

  private final HttpServer server;
  private final BlockingQueue<String> queries = new ArrayBlockingQueue<>(1);

  private LoopbackCallback(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port. */
  static LoopbackCallback open() throws CliException {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      LoopbackCallback callback = new LoopbackCallback(server);
      server.createContext("/", callback::handle);
      server.start();
      return callback;
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, "127.0.0.1", e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  private void handle(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    boolean ours =
        exchange.getRequestMethod().equals("GET")
            && PATH.equals(asked.getRawPath())
            && asked.getRawQuery() != null;
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(ours ? 200 : 404, ours ? PAGE.length : -1);
      if (ours) {
        exchange.getResponseBody().write(PAGE);
      }
    } finally {
      if (ours) {
        queries.offer(asked.getRawQuery());
      }
    }
  }

  /** The first answer, or a refusal after {@code patience}. */
  AuthorizationAnswer await(Duration patience) throws CliException {
    try {
      String query = queries.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (query == null) {
        throw new CliException(
            CliCode.SIGN_IN_TIMEOUT,
            address().toString(),
            "nobody signed in within " + patience.toSeconds() + " s");
      }
      return AuthorizationAnswer.parse(query);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(CliCode.INTERRUPTED, address().toString(), "before anyone signed in");
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
