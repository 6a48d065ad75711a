package org.safehand.agency.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.safehand.agency.receipt.ReceiptSigner;
import org.safehand.soap.security.MessageIdentity;

/**
 * The agency's keys, each for one purpose, as they lie in its folder: {@code tls.p12}, {@code
 * sign.p12} (alias {@code agency}; messages and receipts) and {@code trust-gateway.p12}
 * (authorities of the gateway's TLS and message certificates).
 */
public final class AgencyKeys {
  private static final String SIGN_ALIAS = "agency";

  private final KeyStore tls;
  private final KeyStore sign;
  private final KeyStore gateway;
  private final char[] password;

  /** All three stores open with {@code password}. */
  public AgencyKeys(KeyStore tls, KeyStore sign, KeyStore gateway, char[] password) {
    this.tls = requireNonNull(tls, "tls is null");
    this.sign = requireNonNull(sign, "sign is null");
    this.gateway = requireNonNull(gateway, "gateway is null");
    this.password = password.clone();
  }

  /** Reads the three PKCS#12 files in {@code folder}. */
  public static AgencyKeys read(Path folder, char[] password)
      throws IOException, GeneralSecurityException {
    return new AgencyKeys(
        load(folder.resolve("tls.p12"), password),
        load(folder.resolve("sign.p12"), password),
        load(folder.resolve("trust-gateway.p12"), password),
        password);
  }

  /** What signs receipts for the agency known as {@code id}. */
  public ReceiptSigner receiptSigner(String id) throws GeneralSecurityException {
    if (!(sign.getKey(SIGN_ALIAS, password) instanceof PrivateKey key)
        || !(sign.getCertificate(SIGN_ALIAS) instanceof X509Certificate certificate)) {
      throw new GeneralSecurityException("sign.p12 has no key " + SIGN_ALIAS);
    }
    return new ReceiptSigner(id, key, certificate);
  }

  MessageIdentity messageIdentity() throws GeneralSecurityException, IOException {
    return MessageIdentity.of(sign, SIGN_ALIAS, password, gatewayAuthorities());
  }

  KeyStore tls() {
    return tls;
  }

  KeyStore gateway() {
    return gateway;
  }

  char[] password() {
    return password.clone();
  }

  private List<X509Certificate> gatewayAuthorities() throws GeneralSecurityException {
    List<X509Certificate> authorities = new ArrayList<>();
    for (String alias : Collections.list(gateway.aliases())) {
      if (gateway.getCertificate(alias) instanceof X509Certificate certificate) {
        authorities.add(certificate);
      }
    }
    return authorities;
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
