package org.safehand.packaging.vectors.fixed;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.packaging.sample.TestAuthority;

/**
 * Signatures with SHA-384 that are the same in every run: ECDSA with the secret number of RFC 6979,
 * RSASSA-PSS with a fixed salt.
 */
public final class FixedSigner implements ContentSigner {
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1);

  private final PrivateKey key;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  /** Signs with the ECDSA key of {@code signer}. */
  public FixedSigner(TestAuthority signer) {
    this(signer.keys().getPrivate());
  }

  FixedSigner(PrivateKey key) {
    this.key = key;
  }

  /** The signature of {@code key} over {@code message}. */
  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature;
      if (key instanceof RSAPrivateKey) {
        signature = Signature.getInstance("SHA384withRSAandMGF1", TestAuthority.BC);
        signature.setParameter(PSS);
      } else {
        signature = Signature.getInstance("SHA384withECDDSA", TestAuthority.BC);
      }
      signature.initSign(key, new FixedRandom("salt"));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
  }

  @Override
  public OutputStream getOutputStream() {
    return message;
  }

  @Override
  public byte[] getSignature() {
    return sign(key, message.toByteArray());
  }
}
