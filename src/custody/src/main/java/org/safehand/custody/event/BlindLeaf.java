package org.safehand.custody.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.LeafShape;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;

/**
 * What stands in the log for one event: three commitments, a second and a tag.
 *
 * <p>Whoever has the leaf alone learns the second in which something happened and nothing about the
 * case. Whoever has a part and its salt can check that the leaf commits to it.
 */
public final class BlindLeaf {
  /** Length of every leaf in bytes. */
  public static final int LENGTH = LeafShape.LENGTH;

  private static final byte[] LINK_LABEL = "safehand.org/custody/link/v1\n".getBytes(US_ASCII);
  private static final byte[] HEADER_LABEL = "safehand.org/custody/header/v1\n".getBytes(US_ASCII);
  private static final byte[] DETAIL_LABEL = "safehand.org/custody/detail/v1\n".getBytes(US_ASCII);
  private static final byte[] RFC6962_LEAF = {0};

  private final byte[] bytes;

  private BlindLeaf(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The leaf that commits to the three parts under {@code salts}. */
  static BlindLeaf commit(EventLink link, CustodyEvent event, LeafSalts salts, Digest tag) {
    JsonObject json =
        JsonObject.builder()
            .put("d", detailCommitment(event.detail(), salts.detail()).base64())
            .put("h", headerCommitment(event.header(), salts.header()).base64())
            .put("l", linkCommitment(link, salts.link()).base64())
            .put("t", UtcText.seconds(event.header().time()))
            .put("tag", tag.base64())
            .put("v", 1)
            .build();
    return of(Jcs.write(json)).orElseThrow();
  }

  /** The leaf whose canonical bytes are exactly {@code bytes}, or empty. */
  public static Optional<BlindLeaf> of(byte[] bytes) {
    return isLeaf(bytes, 0, bytes.length)
        ? Optional.of(new BlindLeaf(bytes.clone()))
        : Optional.empty();
  }

  /** Whether {@code length} bytes of {@code bytes} from {@code offset} are a canonical leaf. */
  public static boolean isLeaf(byte[] bytes, int offset, int length) {
    return LeafShape.isLeaf(requireNonNull(bytes, "bytes is null"), offset, length);
  }

  /** The canonical bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** RFC 6962, section 2.1: SHA-256 of a zero byte and the leaf. */
  public Digest leafHash() {
    return Digest.of(RFC6962_LEAF, bytes);
  }

  /** The tag by which a holder of the tag key finds the leaf. */
  public Digest tag() {
    return digestAt(LeafShape.TAG);
  }

  /** The second in which the event happened. */
  public Instant second() {
    return UtcText.parseSeconds(text(LeafShape.TIME, LeafShape.TIME_CHARS)).orElseThrow();
  }

  /** Whether this leaf commits to {@code link} under {@code salt}. */
  public boolean opensTo(EventLink link, Digest salt) {
    return linkCommitment(link, salt).equals(digestAt(LeafShape.LINK));
  }

  /** Whether this leaf commits to {@code header} under {@code salt} and shows its second. */
  public boolean opensTo(EventHeader header, Digest salt) {
    return headerCommitment(header, salt).equals(digestAt(LeafShape.HEADER))
        && UtcText.seconds(header.time()).equals(text(LeafShape.TIME, LeafShape.TIME_CHARS));
  }

  /** Whether this leaf commits to {@code detail} under {@code salt}. */
  public boolean opensTo(EventDetail detail, Digest salt) {
    return detailCommitment(detail, salt).equals(digestAt(LeafShape.DETAIL));
  }

  private static Digest linkCommitment(EventLink link, Digest salt) {
    return Digest.of(LINK_LABEL, salt.bytes(), Jcs.write(link.toJson()));
  }

  private static Digest headerCommitment(EventHeader header, Digest salt) {
    return Digest.of(HEADER_LABEL, salt.bytes(), Jcs.write(header.toJson()));
  }

  private static Digest detailCommitment(EventDetail detail, Digest salt) {
    return Digest.of(DETAIL_LABEL, salt.bytes(), Jcs.write(detail.toJson()));
  }

  private Digest digestAt(int offset) {
    return Digest.ofBase64(text(offset, LeafShape.DIGEST_CHARS)).orElseThrow();
  }

  private String text(int offset, int length) {
    return new String(bytes, offset, length, US_ASCII);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlindLeaf that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return new String(bytes, US_ASCII);
  }
}
