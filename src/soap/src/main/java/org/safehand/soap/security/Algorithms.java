package org.safehand.soap.security;

import java.security.interfaces.ECPublicKey;
import org.apache.wss4j.common.crypto.AlgorithmSuite;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;

/**
 * The XML signature algorithms the channel allows: SHA-256 with ECDSA or RSA, exclusive
 * canonicalisation, no more.
 */
final class Algorithms {
  static final String DIGEST = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String CANONICAL = "http://www.w3.org/2001/10/xml-exc-c14n#";

  private Algorithms() {}

  static AlgorithmSuite allowed() {
    AlgorithmSuite suite = new AlgorithmSuite();
    suite.addSignatureMethod(ECDSA);
    suite.addSignatureMethod(RSA);
    suite.addDigestAlgorithm(DIGEST);
    suite.addC14nAlgorithm(CANONICAL);
    suite.addTransformAlgorithm(CANONICAL);
    suite.setMinimumAsymmetricKeyLength(3072);
    suite.setMinimumEllipticCurveKeyLength(256);
    return suite;
  }

  /** The method that goes with the default key of {@code crypto}. */
  static String signatureOf(Crypto crypto) {
    try {
      CryptoType own = new CryptoType(CryptoType.TYPE.ALIAS);
      own.setAlias(crypto.getDefaultX509Identifier());
      return crypto.getX509Certificates(own)[0].getPublicKey() instanceof ECPublicKey ? ECDSA : RSA;
    } catch (WSSecurityException e) {
      throw new IllegalStateException("the signing certificate cannot be read", e);
    }
  }
}
