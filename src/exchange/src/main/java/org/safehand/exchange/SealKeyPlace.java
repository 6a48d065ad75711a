package org.safehand.exchange;

import static java.util.Objects.requireNonNull;
import static org.safehand.exchange.ExchangeConfiguration.required;
import static org.safehand.exchange.ExchangeConfiguration.value;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealSigner;
import org.safehand.packaging.sealkey.Pkcs11SealSigner;
import org.safehand.packaging.sealkey.Pkcs12SealSigner;
import org.safehand.packaging.sealkey.SealToken;

/** Where the seal key is kept: in a file or in a token, never in doubt which. */
sealed interface SealKeyPlace {
  /** A PKCS#12 file, which holds it under {@code seal}. */
  String KEY_FILE = "SAFEHAND_SEAL_KEY";

  /** The PKCS#11 library of a token. */
  String TOKEN = "SAFEHAND_SEAL_TOKEN";

  /** The number of the token's slot. */
  String TOKEN_SLOT = "SAFEHAND_SEAL_TOKEN_SLOT";

  /** The label of the key in the token. */
  String TOKEN_LABEL = "SAFEHAND_SEAL_TOKEN_LABEL";

  /** The file with the token's PIN. */
  String TOKEN_PIN = "SAFEHAND_SEAL_TOKEN_PIN";

  /**
   * Opens it.
   *
   * @param password of key files
   * @throws SealException if it cannot seal
   */
  SealSigner open(String password) throws SealException;

  /** The one of both that {@code environment} names. */
  static SealKeyPlace of(Map<String, String> environment) {
    boolean token =
        Stream.of(TOKEN, TOKEN_SLOT, TOKEN_LABEL, TOKEN_PIN)
            .anyMatch(name -> value(environment, name).isPresent());
    Optional<String> file = value(environment, KEY_FILE);
    if (token && file.isPresent()) {
      throw new IllegalArgumentException(
          KEY_FILE + " and " + TOKEN + " are both set: the seal key is in one place");
    }
    if (token) {
      return new InToken(
          new SealToken(
              Path.of(required(environment, TOKEN)),
              slot(required(environment, TOKEN_SLOT)),
              required(environment, TOKEN_LABEL),
              Path.of(required(environment, TOKEN_PIN))));
    }
    return file.map(path -> new InFile(Path.of(path)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "neither " + KEY_FILE + " nor " + TOKEN + " is set: there is no seal key"));
  }

  /** In the PKCS#12 file {@code file}. */
  record InFile(Path file) implements SealKeyPlace {
    public InFile {
      requireNonNull(file, "file is null");
    }

    @Override
    public SealSigner open(String password) throws SealException {
      return Pkcs12SealSigner.open(file, "seal", password.toCharArray());
    }
  }

  /** In {@code token}, whose PIN is in a file of its own. */
  record InToken(SealToken token) implements SealKeyPlace {
    public InToken {
      requireNonNull(token, "token is null");
    }

    @Override
    public SealSigner open(String password) throws SealException {
      return Pkcs11SealSigner.open(token);
    }
  }

  private static int slot(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(TOKEN_SLOT + " is not a number", e);
    }
  }
}
