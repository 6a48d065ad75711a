package org.safehand.packaging.recipient;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** Which named curve a key lies on; only P-256 and P-384 pass. */
final class EcCurves {
  private EcCurves() {}

  static RecipientAlgorithm algorithm(ECPublicKey key) throws RecipientException {
    if (isOn(key, "secp256r1")) {
      return RecipientAlgorithm.ECDH_P256;
    }
    if (isOn(key, "secp384r1")) {
      return RecipientAlgorithm.ECDH_P384;
    }
    throw new RecipientException(
        RecipientFault.RECIPIENT_ALGORITHM_UNSUPPORTED, "a curve other than P-256 and P-384");
  }

  private static boolean isOn(ECPublicKey key, String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
      ECParameterSpec own = key.getParams();
      return own.getCurve().equals(curve.getCurve())
          && own.getGenerator().equals(curve.getGenerator())
          && own.getOrder().equals(curve.getOrder())
          && own.getCofactor() == curve.getCofactor();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + name, e);
    }
  }
}
