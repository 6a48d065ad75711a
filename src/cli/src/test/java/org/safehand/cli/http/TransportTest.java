package org.safehand.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safehand.cli.TestServer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;

class TransportTest {
  private static HttpRequest request(TestServer server, String path) {
    return HttpRequest.newBuilder(URI.create(server.origin() + path)).build();
  }

  @Test
  @Timeout(20)
  void body_thatStopsComing_isNetwork() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (TestServer server = new TestServer()) {
      server.on(
          "/stalls",
          exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
              ended.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      Transport transport =
          Transport.trusting(
              CertificateAuthorities.ofPem(server.pem(), "test"), Duration.ofMillis(200));

      assertThatThrownBy(() -> transport.send(request(server, "/stalls")))
          .isInstanceOfSatisfying(
              CliException.class,
              e -> {
                assertThat(e.code()).isEqualTo("server-unreachable");
                assertThat(e.exit()).isEqualTo(ExitCode.NETWORK);
                assertThat(e).hasMessageContaining("nothing came");
              });
      ended.countDown();
    }
  }

  @Test
  void redirect_given_isNotFollowed() throws Exception {
    try (TestServer server = new TestServer()) {
      server.on(
          "/moved",
          exchange -> {
            exchange.getResponseHeaders().set("Location", server.origin() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
          });
      Transport transport = Transport.trusting(CertificateAuthorities.ofPem(server.pem(), "test"));

      assertThat(transport.send(request(server, "/moved")).status()).isEqualTo(302);
      assertThat(server.requests()).containsExactly("GET /moved");
    }
  }
}
