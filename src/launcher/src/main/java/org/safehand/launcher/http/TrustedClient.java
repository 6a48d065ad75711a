package org.safehand.launcher.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes clients for the servers of one platform. */
public final class TrustedClient {
  private TrustedClient() {}

  /** A client that trusts the certificates of a PEM file and speaks HTTP/1.1. */
  public static HttpClient of(Path pem) throws IOException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(5))
        .sslContext(context(pem))
        .build();
  }

  /** The TLS context that trusts the certificates of a PEM file. */
  public static SSLContext context(Path pem) throws IOException {
    return context(pem, new KeyManager[0]);
  }

  /** The TLS context that trusts the certificates of a PEM file and can show one itself. */
  public static SSLContext context(Path pem, KeyManager[] own) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("trusted-" + number++, certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(own, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(pem + " cannot be trusted", e);
    }
  }
}
