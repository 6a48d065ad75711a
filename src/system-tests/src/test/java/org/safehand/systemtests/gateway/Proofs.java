package org.safehand.systemtests.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Puts the step-ups there that a browser's walk asks for, so that it does not wait for a code for
 * each: what comes after a second factor is walked, not how one is shown. It is told what the
 * browser would have told the gateway.
 */
final class Proofs implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Grants grants;
  private final String person;
  private final HttpServer server;

  private Proofs(Grants grants, String person, HttpServer server) {
    this.grants = grants;
    this.person = person;
    this.server = server;
  }

  /** Of {@code person}, on loopback until it is closed. */
  static Proofs of(RunningGateway gateway, String person) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Proofs proofs = new Proofs(new Grants(gateway), person, server);
    server.createContext("/", proofs::answer);
    server.start();
    return proofs;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode order = JSON.readTree(exchange.getRequestBody());
      exchange.sendResponseHeaders(kept(order) ? 204 : 500, -1);
    }
  }

  private boolean kept(JsonNode order) {
    try {
      grants.keep(
          person,
          new StepUp(
              order.path("operation").asText(),
              order.path("object").asText(),
              order.path("etag").asText(),
              order.path("digest").asText()));
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
