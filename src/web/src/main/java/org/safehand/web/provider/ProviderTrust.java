package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Which servers are taken for the identity provider: those of our own TLS authority alone. */
public final class ProviderTrust {
  private final SSLSocketFactory sockets;

  private ProviderTrust(SSLSocketFactory sockets) {
    this.sockets = requireNonNull(sockets, "sockets is null");
  }

  /**
   * The trust store {@code trust-tls.p12} in the folder SAFEHAND_PKI, opened by
   * SAFEHAND_PKI_PASSWORD; the same that the container's client reads.
   *
   * @throws IllegalArgumentException if it is not there or cannot be opened
   */
  public static ProviderTrust of(Map<String, String> environment) {
    String folder = environment.get("SAFEHAND_PKI");
    String password = environment.get("SAFEHAND_PKI_PASSWORD");
    if (folder == null || password == null) {
      throw new IllegalArgumentException("SAFEHAND_PKI or SAFEHAND_PKI_PASSWORD is not set");
    }
    return new ProviderTrust(sockets(Path.of(folder, "trust-tls.p12"), password.toCharArray()));
  }

  SSLSocketFactory sockets() {
    return sockets;
  }

  private static SSLSocketFactory sockets(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException e) {
      throw new UncheckedIOException("trust-tls.p12 cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("trust-tls.p12: " + e.getMessage(), e);
    }
  }
}
