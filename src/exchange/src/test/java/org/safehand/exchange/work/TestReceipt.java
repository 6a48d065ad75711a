package org.safehand.exchange.work;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.safehand.agency.receipt.ReceiptSigner;
import org.safehand.agency.receipt.ReceiptStatement;
import org.safehand.agency.server.TestAgency;
import org.safehand.agency.server.TestAuthority;
import org.safehand.custody.digest.Digest;
import org.safehand.exchange.send.Answer;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.sample.Samples;

/** What the agency of the tests signs. */
final class TestReceipt {
  private TestReceipt() {}

  /** That {@code dispatch} arrived as a package with {@code packageDigest}. */
  static Answer of(ReadyDispatch dispatch, Digest packageDigest) {
    try {
      ReceiptSigner signer =
          new ReceiptSigner(
              TestAgency.ID,
              (PrivateKey) TestAgency.SIGN.getKey("agency", TestAuthority.PASSWORD),
              (X509Certificate) TestAgency.SIGN.getCertificate("agency"));
      ReceiptStatement statement =
          new ReceiptStatement(
              TestAgency.ID,
              "checkpoint",
              dispatch.order().id().toString(),
              packageDigest,
              Samples.MORNING,
              dispatch.order().sealDigest());
      return new Answer.Receipted(SealedBytes.of(signer.sign(statement).bytes()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
