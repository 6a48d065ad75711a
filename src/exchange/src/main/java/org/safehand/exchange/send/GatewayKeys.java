package org.safehand.exchange.send;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.safehand.soap.security.MessageIdentity;

/** The gateway's key for connections to agencies and its key for messages to them. */
public final class GatewayKeys {
  private static final String MESSAGE_ALIAS = "gateway";

  private final KeyStore client;
  private final KeyStore messages;
  private final char[] password;

  /**
   * @param client the one key for TLS
   * @param messages alias {@code gateway}: signs SOAP
   */
  public GatewayKeys(KeyStore client, KeyStore messages, char[] password) {
    this.client = requireNonNull(client, "client is null");
    this.messages = requireNonNull(messages, "messages is null");
    this.password = password.clone();
  }

  /** Reads {@code gateway-client.p12} and {@code gateway-wss.p12} in {@code folder}. */
  public static GatewayKeys read(Path folder, char[] password)
      throws IOException, GeneralSecurityException {
    return new GatewayKeys(
        load(folder.resolve("gateway-client.p12"), password),
        load(folder.resolve("gateway-wss.p12"), password),
        password);
  }

  KeyManager[] connection() throws GeneralSecurityException {
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(client, password);
    return factory.getKeyManagers();
  }

  MessageIdentity messages(X509Certificate agencyAuthority)
      throws GeneralSecurityException, IOException {
    return MessageIdentity.of(messages, MESSAGE_ALIAS, password, List.of(agencyAuthority));
  }

  private static KeyStore load(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }
}
