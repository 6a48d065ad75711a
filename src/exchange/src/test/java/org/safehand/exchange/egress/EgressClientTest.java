package org.safehand.exchange.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EgressClientTest {
  private static final byte[] QUESTION = {1, 2, 3};

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    address = URI.create("http://localhost:" + server.getAddress().getPort() + "/tsa");
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void listedAddress_answering200_givesTheBody() throws Exception {
    answer(exchange -> reply(exchange, 200, "a/b", exchange.getRequestBody().readAllBytes()));

    assertThat(client().post(address, "x/y", QUESTION, "a/b")).isEqualTo(QUESTION);
  }

  @Test
  void unlistedAddress_isNeverContacted() {
    answer(exchange -> reply(exchange, 200, "a/b", QUESTION));

    assertRefused(address.resolve("/tsa?other"), EgressCode.EGRESS_NOT_ALLOWED);
    assertThat(requests).hasValue(0);
  }

  @Test
  void redirect_evenToAListedAddress_isNotFollowed() {
    answer(
        exchange -> {
          exchange.getResponseHeaders().add("Location", address.toString());
          reply(exchange, 307, "a/b", QUESTION);
        });

    assertRefused(address, EgressCode.EGRESS_UNEXPECTED_STATUS);
    assertThat(requests).hasValue(1);
  }

  @Test
  void answer_ofExactlyTheLimit_isTaken() throws Exception {
    byte[] most = new byte[EgressClient.MOST_BYTES];
    answer(exchange -> reply(exchange, 200, "a/b", most));

    assertThat(client().post(address, "x/y", QUESTION, "a/b")).isEqualTo(most);
  }

  @Test
  void answer_oneByteOverTheLimit_isBrokenOff() {
    answer(exchange -> reply(exchange, 200, "a/b", new byte[EgressClient.MOST_BYTES + 1]));

    assertRefused(address, EgressCode.EGRESS_ANSWER_TOO_LARGE);
  }

  @Test
  void answer_ofAnotherType_isRefused() {
    answer(exchange -> reply(exchange, 200, "text/html", QUESTION));

    assertRefused(address, EgressCode.EGRESS_UNEXPECTED_TYPE);
  }

  @Test
  void get_ofExactlyItsLimit_isTaken_whateverItsType() throws Exception {
    answer(exchange -> reply(exchange, 200, "text/html", QUESTION));

    assertThat(client().get(address, QUESTION.length)).isEqualTo(QUESTION);
  }

  @Test
  void get_overItsLimitOrElsewhere_isRefused() {
    answer(exchange -> reply(exchange, 200, "a/b", QUESTION));

    assertGetRefused(address, QUESTION.length - 1, EgressCode.EGRESS_ANSWER_TOO_LARGE);
    assertGetRefused(address.resolve("/other"), QUESTION.length, EgressCode.EGRESS_NOT_ALLOWED);
    assertThat(requests).hasValue(1);
  }

  @Test
  void get_redirected_isRefused() {
    answer(
        exchange -> {
          exchange.getResponseHeaders().add("Location", address.toString());
          reply(exchange, 302, "a/b", QUESTION);
        });

    assertGetRefused(address, QUESTION.length, EgressCode.EGRESS_UNEXPECTED_STATUS);
    assertThat(requests).hasValue(1);
  }

  @Test
  void answer_thatNeverEnds_timesOut() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    answer(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "a/b");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          await(over);
        });

    try {
      assertRefused(address, EgressCode.EGRESS_TIMED_OUT);
    } finally {
      over.countDown();
    }
  }

  @Test
  void nobodyListening_isUnreachable() {
    server.stop(0);

    assertRefused(address, EgressCode.EGRESS_UNREACHABLE);
  }

  @Test
  void proxySetForTheProcess_isRefusedBeforeConnecting() {
    answer(exchange -> reply(exchange, 200, "a/b", QUESTION));
    System.setProperty("https.proxyHost", "proxy.example.org");
    try {
      assertRefused(address, EgressCode.EGRESS_PROXY_SET);
    } finally {
      System.clearProperty("https.proxyHost");
    }
    assertThat(requests).hasValue(0);
  }

  private void assertRefused(URI to, EgressCode code) {
    assertThatThrownBy(() -> client().post(to, "x/y", QUESTION, "a/b"))
        .asInstanceOf(InstanceOfAssertFactories.type(EgressException.class))
        .extracting(EgressException::code)
        .isEqualTo(code);
  }

  private void assertGetRefused(URI from, int most, EgressCode code) {
    assertThatThrownBy(() -> client().get(from, most))
        .asInstanceOf(InstanceOfAssertFactories.type(EgressException.class))
        .extracting(EgressException::code)
        .isEqualTo(code);
  }

  private EgressClient client() {
    return new EgressClient(EgressRule.of(address), Duration.ofSeconds(2));
  }

  private void answer(HttpHandler handler) {
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          handler.handle(exchange);
        });
  }

  private static void reply(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
