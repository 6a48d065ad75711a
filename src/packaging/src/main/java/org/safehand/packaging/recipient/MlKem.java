package org.safehand.packaging.recipient;

import java.io.IOException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** ML-KEM keys (FIPS 203) as certificates and key files carry them (RFC 9935). */
public final class MlKem {
  private static final Map<ASN1ObjectIdentifier, RecipientAlgorithm> ALGORITHMS =
      Map.of(
          NISTObjectIdentifiers.id_alg_ml_kem_768, RecipientAlgorithm.ML_KEM_768,
          NISTObjectIdentifiers.id_alg_ml_kem_1024, RecipientAlgorithm.ML_KEM_1024);

  private MlKem() {}

  /** The algorithm that {@code identifier} names, of a key and of the KEM alike (RFC 9936). */
  public static Optional<RecipientAlgorithm> algorithm(ASN1ObjectIdentifier identifier) {
    return Optional.ofNullable(ALGORITHMS.get(identifier));
  }

  /**
   * By what {@code algorithm} is named.
   *
   * @throws IllegalArgumentException if it is not ML-KEM
   */
  public static ASN1ObjectIdentifier identifier(RecipientAlgorithm algorithm) {
    return ALGORITHMS.entrySet().stream()
        .filter(entry -> entry.getValue() == algorithm)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(algorithm.wireName() + " is no ML-KEM"));
  }

  /**
   * The algorithm of the key {@code info}; empty if it is no ML-KEM key, or of a parameter set that
   * this format does not encrypt to.
   *
   * @throws RecipientException if it calls itself one and is none: RFC 9935 section 3 forbids
   *     parameters, FIPS 203 section 7.2 asks for the length and that coefficients are reduced
   */
  static Optional<RecipientAlgorithm> algorithm(SubjectPublicKeyInfo info)
      throws RecipientException {
    Optional<RecipientAlgorithm> algorithm = algorithm(info.getAlgorithm().getAlgorithm());
    if (algorithm.isEmpty()) {
      return algorithm;
    }
    if (info.getAlgorithm().getParameters() != null) {
      throw new RecipientException(
          RecipientFault.RECIPIENT_CERTIFICATE_MALFORMED, "an ML-KEM key with parameters");
    }
    try {
      publicKey(info);
      return algorithm;
    } catch (IOException | RuntimeException e) {
      throw new RecipientException(
          RecipientFault.RECIPIENT_CERTIFICATE_MALFORMED, "not an ML-KEM key", e);
    }
  }

  /** Encapsulates to {@code recipient}, with bytes that prove nothing else, and decapsulates. */
  static boolean isPair(PrivateKey key, RecipientCertificate recipient) {
    try {
      AsymmetricKeyParameter own = PrivateKeyFactory.createKey(key.getEncoded());
      SecretWithEncapsulation sent =
          MLKEMGenerator.internalGenerateEncapsulated(
              publicKey(recipient.publicKey()), recipient.sha256().bytes());
      return own instanceof MLKEMPrivateKeyParameters decapsulation
          && Arrays.equals(
              new MLKEMExtractor(decapsulation).extractSecret(sent.getEncapsulation()),
              sent.getSecret());
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static MLKEMPublicKeyParameters publicKey(SubjectPublicKeyInfo info) throws IOException {
    return (MLKEMPublicKeyParameters) PublicKeyFactory.createKey(info);
  }
}
