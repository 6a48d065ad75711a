package org.safehand.cli.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.encoding.PemText;

/**
 * One private key in PEM: PKCS#8, or PKCS#8 under a password by PBES2 with PBKDF2 (RFC 8018), as
 * openssl writes and reads it.
 */
public final class PrivateKeyFile {
  static final String PLAIN = "PRIVATE KEY";
  static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

  /** What OWASP asks of PBKDF2 with HMAC-SHA-256; about half a second here. */
  private static final int ITERATIONS = 600_000;

  /** Above it a file keeps whoever opens it busy for a long time. */
  private static final int MAX_ITERATIONS = 10_000_000;

  private static final AlgorithmIdentifier HMAC =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

  private final Path file;

  /** The key file {@code file}, whether or not it is there yet. */
  public PrivateKeyFile(Path file) {
    this.file = requireNonNull(file, "file is null");
  }

  /** What the file has for {@code key}: under {@code password}, where one is given. */
  static String encode(PrivateKeyInfo key, Optional<char[]> password, SecureRandom random) {
    try {
      return password.isPresent()
          ? PemText.encode(ENCRYPTED, encrypted(key, password.get(), random).getEncoded())
          : PemText.encode(PLAIN, key.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException("a key in memory has an encoding", e);
    }
  }

  private static PKCS8EncryptedPrivateKeyInfo encrypted(
      PrivateKeyInfo key, char[] password, SecureRandom random) {
    try {
      return new PKCS8EncryptedPrivateKeyInfoBuilder(key)
          .build(
              new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                  .setProvider(new BouncyCastleProvider())
                  .setPRF(HMAC)
                  .setIterationCount(ITERATIONS)
                  .setRandom(random)
                  .build(password));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("AES and HMAC are always there", e);
    }
  }

  /** The file's key in PEM without a password; whatever is no encrypted key is given as it is. */
  public String plainPem(KeyPassword password) throws CliException {
    String text = text();
    return text.contains("BEGIN " + ENCRYPTED)
        ? PemText.encode(PLAIN, bytes(decrypt(text, password)))
        : text;
  }

  private PrivateKeyInfo decrypt(String text, KeyPassword password) throws CliException {
    List<byte[]> blocks =
        PemText.decodeAll(ENCRYPTED, text)
            .filter(found -> found.size() == 1)
            .orElseThrow(() -> malformed("not one key in PEM"));
    PKCS8EncryptedPrivateKeyInfo sealed;
    try {
      sealed = new PKCS8EncryptedPrivateKeyInfo(blocks.get(0));
      requireBounded(sealed.toASN1Structure().getEncryptionAlgorithm());
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      throw malformed("not PBES2 with PBKDF2, or more than " + MAX_ITERATIONS + " iterations");
    }
    try {
      return sealed.decryptPrivateKeyInfo(
          new JcePKCSPBEInputDecryptorProviderBuilder()
              .setProvider(new BouncyCastleProvider())
              .build(password.known()));
    } catch (PKCSException | IllegalArgumentException e) {
      throw new CliException(
          CliCode.KEY_PASSWORD, file.toString(), "the password does not open the key");
    }
  }

  private static void requireBounded(AlgorithmIdentifier algorithm) {
    PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
    PBKDF2Params derivation =
        PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
        || !parameters.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
        || derivation.getIterationCount().bitLength() > Integer.SIZE - 1
        || derivation.getIterationCount().intValueExact() > MAX_ITERATIONS) {
      throw new IllegalArgumentException("not of this profile");
    }
  }

  private String text() throws CliException {
    try {
      return Files.readString(file, US_ASCII);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }

  private static byte[] bytes(PrivateKeyInfo key) {
    try {
      return key.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException("a key in memory has an encoding", e);
    }
  }

  private CliException malformed(String reason) {
    return new CliException(CliCode.KEY_MALFORMED, file.toString(), reason);
  }
}
