package org.safehand.launcher.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The kinds of keys that are certified. */
enum KeyKind {
  P256,
  P384,
  RSA3072;

  KeyPair generate(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(this == RSA3072 ? "RSA" : "EC");
    generator.initialize(parameters(), random);
    return generator.generateKeyPair();
  }

  private AlgorithmParameterSpec parameters() {
    return switch (this) {
      case P256 -> new ECGenParameterSpec("secp256r1");
      case P384 -> new ECGenParameterSpec("secp384r1");
      case RSA3072 -> new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4);
    };
  }
}
