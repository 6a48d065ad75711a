package org.safehand.agency.receipt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.safehand.custody.json.JsonException;

/** A receipt as this agency signed it: the exact bytes that every later answer repeats. */
public final class SignedReceipt {
  private final byte[] bytes;
  private final ReceiptStatement statement;

  private SignedReceipt(byte[] bytes, ReceiptStatement statement) {
    this.bytes = bytes;
    this.statement = statement;
  }

  /**
   * Reads a receipt of this agency's own folder. Whoever can write there could deliver anyway, so
   * the signature is left to those who receive it.
   *
   * @throws IOException if {@code bytes} is no receipt
   */
  public static SignedReceipt ofBytes(byte[] bytes) throws IOException {
    requireNonNull(bytes, "bytes is null");
    try {
      CMSSignedData signed = new CMSSignedData(bytes);
      if (signed.getSignedContent() == null
          || !(signed.getSignedContent().getContent() instanceof byte[] json)) {
        throw new IOException("the receipt has no content");
      }
      return new SignedReceipt(bytes.clone(), ReceiptStatement.fromJson(json));
    } catch (CMSException | JsonException e) {
      throw new IOException("the receipt cannot be read", e);
    }
  }

  /** CMS SignedData in DER, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public ReceiptStatement statement() {
    return statement;
  }
}
