package org.safehand.exchange.revocation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.validity.TestRevocation;

/** What the authorities of tests say about revocation, over HTTP on the loopback interface. */
final class RevocationServer {
  private final HttpServer server;
  private final Map<String, byte[]> lists = new ConcurrentHashMap<>();
  private final Map<X509Certificate, CertificateStatus> statuses = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile TestRevocation responder = TestRevocation.of(TestPki.AGENCY_CA);
  private volatile boolean silent;

  RevocationServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  void stop() {
    server.stop(0);
  }

  URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /** At {@code path} is {@code list} from now on. */
  void publish(String path, X509CRL list) {
    try {
      publish(path, list.getEncoded());
    } catch (CRLException e) {
      throw new IllegalStateException(e);
    }
  }

  void publish(String path, byte[] list) {
    lists.put(path, list);
  }

  void revoke(TestAuthority certificate) {
    statuses.put(certificate.certificate(), TestRevocation.revoked(Instant.now().minusSeconds(60)));
  }

  void answerBy(TestRevocation other) {
    responder = other;
  }

  void silence(boolean now) {
    silent = now;
  }

  int requests() {
    return requests.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      byte[] request = exchange.getRequestBody().readAllBytes();
      byte[] list = lists.get(exchange.getRequestURI().getPath());
      if (silent || (list == null && request.length == 0)) {
        exchange.sendResponseHeaders(silent ? 503 : 404, -1);
        return;
      }
      byte[] body = list == null ? answer(request) : list;
      exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private byte[] answer(byte[] request) {
    X509Certificate subject = subject(request);
    return responder.answer(
        request, subject, statuses.getOrDefault(subject, CertificateStatus.GOOD));
  }

  private static X509Certificate subject(byte[] request) {
    try {
      var serial = new OCSPReq(request).getRequestList()[0].getCertID().getSerialNumber();
      for (TestAuthority known :
          new TestAuthority[] {
            TestPki.AGENCY_P256, TestPki.AGENCY_P384, TestPki.AGENCY_RSA, TestPki.AGENCY_ML_KEM_768
          }) {
        if (known.certificate().getSerialNumber().equals(serial)) {
          return known.certificate();
        }
      }
      throw new IllegalStateException("asked about a stranger");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
