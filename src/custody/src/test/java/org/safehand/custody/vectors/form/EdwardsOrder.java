package org.safehand.custody.vectors.form;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 signatures as no signer of this house makes them. */
public final class EdwardsOrder {
  public static final String SHOWS =
      "S raised by the order of the group, which RFC 8032, section 5.1.7, refuses";

  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private EdwardsOrder() {}

  /** The 64 bytes of {@code signature} with the order of the group added to S. */
  public static byte[] added(byte[] signature) {
    byte[] raised = signature.clone();
    byte[] s = reversed(Arrays.copyOfRange(signature, 32, 64));
    byte[] sum = new BigInteger(1, s).add(ORDER).toByteArray();
    for (int i = 0; i < 32; i++) {
      raised[32 + i] = i < sum.length ? sum[sum.length - 1 - i] : 0;
    }
    return raised;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  /** A signature over any {@code message} at all. */
  public static byte[] sign(byte[] seed, byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    new Ed25519PrivateKeyParameters(seed)
        .sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return signature;
  }
}
