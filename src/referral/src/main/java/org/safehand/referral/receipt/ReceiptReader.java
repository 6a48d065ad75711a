package org.safehand.referral.receipt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Reads a receipt: CMS SignedData (RFC 5652) with its content inside and exactly one signature.
 *
 * <p>Against whoever stands between: only a signature by the key of a pinned certificate counts.
 * What certificates the message brings along is of no account.
 */
final class ReceiptReader {
  /** The largest receipt that is looked at. */
  static final int MAX_BYTES = 256 * 1024;

  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  private ReceiptReader() {}

  static Outcome<ReceiptStatement> read(byte[] bytes, List<X509Certificate> pinned) {
    if (bytes.length > MAX_BYTES) {
      return malformed("is larger than 256 KiB");
    }
    try {
      CMSSignedData signed = parse(bytes);
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      if (signed.getSignedContent() == null || signers.size() != 1) {
        return malformed("is not one signature with its content");
      }
      SignerInformation signer = signers.iterator().next();
      if (pinned.stream().noneMatch(certificate -> isSignedBy(signer, certificate))) {
        return Outcome.refused(
            RefusalCode.RECEIPT_UNTRUSTED,
            "the receipt is not signed by a pinned key of the agency");
      }
      return Outcome.done(ReceiptStatement.parse((byte[]) signed.getSignedContent().getContent()));
    } catch (IOException | CMSException | JsonException | RuntimeException e) {
      // Bouncy Castle throws several unchecked exceptions at malformed structures
      return malformed("cannot be read");
    }
  }

  private static CMSSignedData parse(byte[] bytes) throws IOException, CMSException {
    try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(bytes))) {
      ASN1Primitive object = in.readObject();
      if (object == null || in.read() != -1) {
        throw new IOException("not exactly one object");
      }
      // one encoding: what was not DER comes back as other bytes
      if (!Arrays.equals(object.getEncoded("DER"), bytes)) {
        throw new IOException("not DER");
      }
      ContentInfo info = ContentInfo.getInstance(object);
      if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
        throw new IOException("not SignedData");
      }
      return new CMSSignedData(info);
    }
  }

  private static boolean isSignedBy(SignerInformation signer, X509Certificate pinned) {
    try {
      return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(pinned));
    } catch (CMSException | OperatorCreationException e) {
      return false;
    }
  }

  private static <T> Outcome<T> malformed(String how) {
    return Outcome.refused(RefusalCode.RECEIPT_MALFORMED, "the receipt " + how);
  }
}
