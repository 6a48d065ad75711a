package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.safehand.launcher.authenticator.KeptApp;

/**
 * The authenticator apps of people, for a browser's walk: a code that is worked out when it is
 * asked for is one that the provider still takes, however long the walk has to wait for others.
 */
final class Apps implements AutoCloseable {
  private final RunningGateway gateway;
  private final HttpServer server;

  private Apps(RunningGateway gateway, HttpServer server) {
    this.gateway = gateway;
    this.server = server;
  }

  /** Answers on loopback until it is closed. */
  static Apps of(RunningGateway gateway) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Apps apps = new Apps(gateway, server);
    server.createContext("/", apps::answer);
    server.start();
    return apps;
  }

  /** Where the next code of whoever is named after it is. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] code = code(exchange.getRequestURI().getPath().substring(1)).getBytes(UTF_8);
      exchange.sendResponseHeaders(200, code.length);
      exchange.getResponseBody().write(code);
    }
  }

  private String code(String username) throws IOException {
    try {
      return new KeptApp(gateway.platform().secrets(), gateway.named(username)).code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("while waiting for a code of " + username);
    }
  }
}
