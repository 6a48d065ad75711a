package org.safehand.exchange.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.function.UnaryOperator;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.exchange.egress.EgressClient;
import org.safehand.exchange.egress.EgressRule;
import org.safehand.referral.fault.TimeStampUnavailableException;

final class HttpTimeStampAuthorityTest {
  private static final TestTsa TSA = new TestTsa();
  private static final Digest DIGEST = Digest.of(new byte[] {7});

  private HttpServer server;
  private volatile UnaryOperator<byte[]> answer = TSA::answer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/tsa",
        exchange -> {
          byte[] body = answer.apply(exchange.getRequestBody().readAllBytes());
          exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
          exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void digest_stamped_givesATokenThatVerifiesOffline() throws Exception {
    TimeStampToken token = authority().stamp(DIGEST);

    assertThat(TimeStampToken.parse(token.bytes()).verify(DIGEST, TSA.trust()).time()).isNotNull();
  }

  @Test
  void requests_neverHaveTheSameNonce() throws Exception {
    var nonces = new HashSet<BigInteger>();
    answer =
        request -> {
          nonces.add(parsed(request).getNonce());
          return TSA.answer(request);
        };
    authority().stamp(DIGEST);
    authority().stamp(DIGEST);

    assertThat(nonces).hasSize(2);
  }

  @Test
  void answerToAnEarlierRequest_isRefused() throws Exception {
    byte[][] first = new byte[1][];
    answer =
        request -> {
          if (first[0] == null) {
            first[0] = TSA.answer(request);
          }
          return first[0];
        };
    authority().stamp(DIGEST);

    assertUnavailable();
  }

  @Test
  void authorityThatTrustDoesNotPin_isRefused() {
    TestTsa other = new TestTsa();
    answer = other::answer;

    assertUnavailable();
  }

  @Test
  void tokenChangedByOneBit_isRefused() {
    answer =
        request -> {
          byte[] changed = TSA.answer(request);
          changed[changed.length - 1] ^= 1;
          return changed;
        };

    assertUnavailable();
  }

  @Test
  void refusalOrOutage_isUnavailable() {
    answer = request -> TSA.refusal();
    assertUnavailable();

    answer = request -> new byte[0];
    assertUnavailable();
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> authority().stamp(DIGEST))
        .isInstanceOf(TimeStampUnavailableException.class);
  }

  private HttpTimeStampAuthority authority() throws Exception {
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/tsa");
    return new HttpTimeStampAuthority(
        new EgressClient(EgressRule.of(address), Duration.ofSeconds(5)),
        address,
        TSA.trust(),
        new SecureRandom());
  }

  private static TimeStampRequest parsed(byte[] request) {
    try {
      return new TimeStampRequest(request);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
