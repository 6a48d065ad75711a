package org.safehand.web.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key by which the gateway is known to the identity provider as the client {@value #CLIENT}:
 * private_key_jwt with ES256 (OpenID Connect Core 1.0, section 9). No secret is shared.
 */
public final class ClientKey {
  /** The client that asks for a second factor in a browser. */
  public static final String CLIENT = "safehand-step-up";

  private static final String KEY_ID = "step-up-1";
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

  private final PrivateKey key;

  private ClientKey(PrivateKey key) {
    this.key = requireNonNull(key, "key is null");
  }

  /**
   * The key in {@code file}: EC P-256, unencrypted PKCS #8 in PEM.
   *
   * @throws IllegalArgumentException if it is anything else or cannot be read
   */
  public static ClientKey read(Path file) {
    try {
      Matcher pem = PEM.matcher(Files.readString(file, US_ASCII));
      if (!pem.matches()) {
        throw new IllegalArgumentException(file + " is not one private key in PEM");
      }
      byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
      PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
      ClientKey read = new ClientKey(key);
      read.signs(URI.create("https://example.org"));
      return read;
    } catch (IOException | GeneralSecurityException | JOSEException e) {
      throw new IllegalArgumentException(file + " is no EC P-256 key that can be used", e);
    }
  }

  /** Proves to {@code issuer}, once and for a minute, that the gateway asks. */
  ClientAuthentication proof(URI issuer) {
    try {
      return signs(issuer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the step-up key signed before", e);
    }
  }

  private PrivateKeyJWT signs(URI issuer) throws JOSEException {
    return new PrivateKeyJWT(new ClientID(CLIENT), issuer, JWSAlgorithm.ES256, key, KEY_ID, null);
  }
}
