package org.safehand.packaging.vectors.fixed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.jcajce.spec.MLKEMParameterSpec;
import org.bouncycastle.math.ec.ECPoint;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.packaging.sample.TestAuthority;

/**
 * Key pairs that are the same in every run. They are made out of their names, except RSA keys,
 * which no rule makes: these are kept in the suite.
 */
final class FixedKeys {
  private FixedKeys() {}

  /** The key on {@code curve} whose secret is the bytes under {@code name}, modulo the order. */
  static KeyPair ec(String name, String curve) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
      byte[] bytes = new byte[(spec.getOrder().bitLength() + 7) / 8];
      new FixedRandom(name).nextBytes(bytes);
      BigInteger secret = new BigInteger(1, bytes).mod(spec.getOrder());
      ECPoint point = CustomNamedCurves.getByName(curve).getG().multiply(secret).normalize();
      KeyFactory keys = KeyFactory.getInstance("EC");
      return new KeyPair(
          keys.generatePublic(
              new ECPublicKeySpec(
                  new java.security.spec.ECPoint(
                      point.getAffineXCoord().toBigInteger(),
                      point.getAffineYCoord().toBigInteger()),
                  spec)),
          keys.generatePrivate(new ECPrivateKeySpec(secret, spec)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The key whose seed (FIPS 203, d and z) is the bytes under {@code name}. */
  static KeyPair mlKem(String name, MLKEMParameterSpec parameters) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("ML-KEM", TestAuthority.BC);
      pairs.initialize(parameters, new FixedRandom(name));
      return pairs.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The key that is kept in {@code keys/name.pem}. */
  static KeyPair rsa(String name) {
    try {
      String pem = Files.readString(Suite.FOLDER.resolve("keys/" + name + ".pem"));
      KeyFactory keys = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey)
              keys.generatePrivate(
                  new PKCS8EncodedKeySpec(
                      PemText.decodeAll("PRIVATE KEY", pem).orElseThrow().get(0)));
      return new KeyPair(
          keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())),
          key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
