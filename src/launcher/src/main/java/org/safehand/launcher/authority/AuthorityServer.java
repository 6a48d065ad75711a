package org.safehand.launcher.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * {@code POST /tsa}, {@code POST /ocsp/<name>} and {@code GET /crl/<name>.crl}; everything else is
 * refused.
 */
public final class AuthorityServer {
  private static final Pattern LIST = Pattern.compile("/crl/([a-z]{1,16}\\.crl)");
  private static final int LONGEST_REQUEST = 4096;

  private final HttpServer server;
  private final TimeStamps timeStamps;
  private final Map<String, OcspResponder> responders;
  private final Path crls;

  /**
   * @param responders by the name of their authority
   */
  public AuthorityServer(
      int port, TimeStamps timeStamps, Map<String, OcspResponder> responders, Path crls)
      throws IOException {
    this.responders = Map.copyOf(responders);
    this.timeStamps = requireNonNull(timeStamps, "timeStamps is null");
    this.crls = requireNonNull(crls, "crls is null");
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::handle);
  }

  /** Starts to answer. */
  public void start() {
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops at once. */
  public void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String request = exchange.getRequestMethod() + " " + path;
      OcspResponder responder = responders.get(path.replaceFirst("^/ocsp/", ""));
      if (request.equals("POST /tsa")) {
        stamp(exchange);
      } else if (request.startsWith("POST /ocsp/") && responder != null) {
        status(exchange, responder);
      } else if (exchange.getRequestMethod().equals("GET") && LIST.matcher(path).matches()) {
        list(exchange, crls.resolve(path.substring("/crl/".length())));
      } else {
        answer(exchange, 404, "text/plain", "nothing here\n".getBytes(UTF_8));
      }
    }
  }

  private void stamp(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (request.length > LONGEST_REQUEST || !"application/timestamp-query".equals(type)) {
      answer(exchange, 400, "text/plain", "not a time-stamp query\n".getBytes(UTF_8));
      return;
    }
    try {
      byte[] reply = timeStamps.answer(request);
      answer(exchange, 200, "application/timestamp-reply", reply);
    } catch (IOException | IllegalArgumentException e) {
      answer(exchange, 400, "text/plain", "malformed time-stamp query\n".getBytes(UTF_8));
    }
  }

  private static void status(HttpExchange exchange, OcspResponder responder) throws IOException {
    byte[] request = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (request.length > LONGEST_REQUEST || !"application/ocsp-request".equals(type)) {
      answer(exchange, 400, "text/plain", "not an OCSP request\n".getBytes(UTF_8));
      return;
    }
    try {
      answer(exchange, 200, "application/ocsp-response", responder.answer(request));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      answer(exchange, 400, "text/plain", "malformed OCSP request\n".getBytes(UTF_8));
    }
  }

  private static void list(HttpExchange exchange, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      answer(exchange, 200, "application/pkix-crl", Files.readAllBytes(file));
    } else {
      answer(exchange, 404, "text/plain", "no such list\n".getBytes(UTF_8));
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
