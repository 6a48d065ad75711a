package org.safehand.web.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS under the authorities of one PKCS #12 file, and no others. */
public final class ProviderTls {
  private ProviderTls() {}

  /**
   * Trusts what stands in {@code file}.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public static SSLSocketFactory trusting(Path file, String password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore authorities = KeyStore.getInstance("PKCS12");
      authorities.load(in, password.toCharArray());
      TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
      managers.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    }
  }
}
