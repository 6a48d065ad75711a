package org.safehand.cli.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** What kinds of key pairs packages can be encrypted to. */
enum KeyKind {
  RSA_3072("rsa-3072", "SHA256withRSA"),
  ECDH_P256("ecdh-p256", "SHA256withECDSA"),
  ECDH_P384("ecdh-p384", "SHA384withECDSA"),
  ML_KEM_768("ml-kem-768", ""),
  ML_KEM_1024("ml-kem-1024", "");

  private static final int RSA_BITS = 3072;

  private final String option;
  private final String signature;

  KeyKind(String option, String signature) {
    this.option = option;
    this.signature = signature;
  }

  /** The kind of that name on the command line. */
  static Optional<KeyKind> find(String option) {
    return Arrays.stream(values()).filter(kind -> kind.option.equals(option)).findFirst();
  }

  /** Every name, for people. */
  static String names() {
    return Arrays.stream(values()).map(kind -> kind.option).collect(Collectors.joining(", "));
  }

  /** Whether a key of this kind can sign, and so prove in a request that its owner has it. */
  boolean signs() {
    return !signature.isEmpty();
  }

  /** By which signature algorithm it does. */
  String signature() {
    return signature;
  }

  /** A new pair. ML-KEM keys are kept as their seed of 64 bytes (RFC 9935, section 6). */
  NewKey generate(SecureRandom random) {
    try {
      return switch (this) {
        case RSA_3072 ->
            classical(
                "RSA", new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4), random);
        case ECDH_P256 -> classical("EC", new ECGenParameterSpec("secp256r1"), random);
        case ECDH_P384 -> classical("EC", new ECGenParameterSpec("secp384r1"), random);
        case ML_KEM_768 -> kem(MLKEMParameters.ml_kem_768, random);
        case ML_KEM_1024 -> kem(MLKEMParameters.ml_kem_1024, random);
      };
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java platform makes no key for " + option, e);
    }
  }

  private static NewKey classical(
      String algorithm, AlgorithmParameterSpec parameters, SecureRandom random)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(parameters, random);
    KeyPair pair = generator.generateKeyPair();
    return new NewKey(
        PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()),
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
        Optional.of(pair.getPrivate()));
  }

  private static NewKey kem(MLKEMParameters parameters, SecureRandom random) throws IOException {
    MLKEMKeyPairGenerator generator = new MLKEMKeyPairGenerator();
    generator.init(new MLKEMKeyGenerationParameters(random, parameters));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    MLKEMPrivateKeyParameters seed =
        ((MLKEMPrivateKeyParameters) pair.getPrivate())
            .withPreferredFormat(MLKEMPrivateKeyParameters.SEED_ONLY);
    return new NewKey(
        PrivateKeyInfoFactory.createPrivateKeyInfo(seed),
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()),
        Optional.empty());
  }
}
