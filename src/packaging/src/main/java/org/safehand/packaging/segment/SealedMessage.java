package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

/** A short content that was encrypted whole, to stand inside its envelope. */
public final class SealedMessage {
  private final ContentKey key;
  private final Nonce nonce;
  private final Tag tag;
  private final byte[] ciphertext;

  /** Takes over {@code ciphertext} without a copy: only the cipher makes these. */
  SealedMessage(ContentKey key, Nonce nonce, Tag tag, byte[] ciphertext) {
    this.key = requireNonNull(key, "key is null");
    this.nonce = requireNonNull(nonce, "nonce is null");
    this.tag = requireNonNull(tag, "tag is null");
    this.ciphertext = requireNonNull(ciphertext, "ciphertext is null");
  }

  /** The key; fresh for this message. */
  public ContentKey key() {
    return key;
  }

  /** The nonce. */
  public Nonce nonce() {
    return nonce;
  }

  /** The authentication tag. */
  public Tag tag() {
    return tag;
  }

  /** The ciphertext without tag, a copy. */
  public byte[] ciphertext() {
    return ciphertext.clone();
  }
}
