package org.safehand.packaging.vectors.archive;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Target;

/** Records that are none, none of this profile, or good ones in another encoding. */
final class FormForgeries {
  private static final int ALGORITHMS = 1;
  private static final int CHAINS = 2;
  private static final int[] CHAIN = {CHAINS, 0};
  private static final int[] STAMP = {CHAINS, 0, 0};

  /** In an archive time-stamp. */
  private static final int ALGORITHM = 0;

  private static final int TREE = 1;
  private static final int TOKEN = 2;
  private static final int[] SIGNED_DATA = {CHAINS, 0, 0, TOKEN, 1, 0};

  /** In the signed data of a token. */
  private static final int CERTIFICATES = 3;

  private static final int LISTS = 4;
  private static final String SHA1 = "2b0e03021a";
  private static final String SHA256 = "608648016503040201";
  private static final String SHA512 = "608648016503040203";

  private final Records archived;
  private final Records rehashed;

  FormForgeries(Target archived, Target rehashed) {
    this.archived = new Records(archived);
    this.rehashed = new Records(rehashed);
  }

  void make() {
    makeLengths();
    makeVersions();
    makeHashes();
    makeBroken();
    makeAdditions();
    makeOrders();
    makeEncodings();
  }

  private void makeLengths() {
    byte[] good = archived.good().toBytes();
    PackageFault malformed = PackageFault.EVIDENCE_RECORD_MALFORMED;
    archived.refuse("record-empty", malformed, new byte[0], "a record of no bytes");
    archived.refuse("record-text", malformed, FixedPackages.text("no DER\n"), "text");
    archived.refuse("record-sequence", malformed, new byte[] {0x30, 0}, "DER of nothing");
    archived.refuse(
        "record-byte-after", malformed, Arrays.copyOf(good, good.length + 1), "a byte more");
    archived.refuse("record-cut", malformed, Arrays.copyOf(good, good.length - 1), "a byte less");
    byte[] twice = Arrays.copyOf(good, 2 * good.length);
    System.arraycopy(good, 0, twice, good.length, good.length);
    archived.refuse("record-after-record", malformed, twice, "the record twice in one entry");
  }

  private void makeVersions() {
    PackageFault malformed = PackageFault.EVIDENCE_RECORD_MALFORMED;
    archived.refuse(
        "version-2", malformed, der -> der.at(0).content((byte) 2), "a record of version 2");
    archived.refuse(
        "no-chain",
        malformed,
        der -> der.at(CHAINS).children().clear(),
        "a record without any archive time-stamp");
    archived.refuse(
        "empty-chain",
        malformed,
        der -> der.at(CHAIN).children().clear(),
        "a chain without an archive time-stamp");
    archived.refuse(
        "empty-chain-behind",
        malformed,
        der -> der.at(CHAINS).children().add(Tlv.of(0x30, new Tlv[0])),
        "a second chain without an archive time-stamp");
  }

  private void makeHashes() {
    PackageFault malformed = PackageFault.EVIDENCE_RECORD_MALFORMED;
    archived.refuse(
        "hash-sha1",
        malformed,
        der -> {
          der.at(ALGORITHMS).replace(0, Tlv.of(0x30, Tlv.oid(SHA1)));
          der.at(STAMP).at(ALGORITHM).replace(0, Tlv.oid(SHA1));
        },
        "a hash tree that says it is one of SHA-1");
    archived.refuse(
        "hash-of-other-length",
        malformed,
        der -> {
          der.at(ALGORITHMS).replace(0, Tlv.of(0x30, Tlv.oid(SHA512)));
          der.at(STAMP).at(ALGORITHM).replace(0, Tlv.oid(SHA512));
        },
        "values of SHA-256 in a hash tree that says it is one of SHA-512");
    rehashed.refuse(
        "hash-weaker",
        malformed,
        der -> Collections.reverse(der.at(CHAINS).children()),
        "a chain under SHA-256 after one under SHA-512");
    rehashed.refuse(
        "hash-no-stronger",
        malformed,
        der -> {
          List<Tlv> first = der.at(CHAIN).children();
          der.at(CHAINS).children().add(1, Tlv.of(0x30, first.remove(1)));
        },
        "a second chain under the hash algorithm of the first");
    rehashed.refuse(
        "hash-changes-in-a-chain",
        malformed,
        der -> der.at(CHAIN).children().add(der.at(CHAINS).children().remove(1).at(0)),
        "an archive time-stamp under SHA-512 in a chain under SHA-256");
    rehashed.refuse(
        "hash-of-one-renewal",
        malformed,
        der -> der.at(CHAIN).at(1).at(ALGORITHM).replace(0, Tlv.oid(SHA512)),
        "a renewal that says SHA-512 in a chain under SHA-256");
  }

  private void makeBroken() {
    PackageFault malformed = PackageFault.EVIDENCE_RECORD_MALFORMED;
    archived.refuse(
        "value-short",
        malformed,
        der -> der.at(STAMP).at(TREE, 0, 0).content(new byte[31]),
        "a value of 31 bytes in the hash tree");
    archived.refuse(
        "token-no-signature",
        PackageFault.EVIDENCE_RECORD_NOT_CANONICAL,
        der -> der.at(STAMP).at(TOKEN).replace(0, Tlv.oid("2a864886f70d010701")),
        "a time-stamp that says it is no CMS signature");
    archived.refuse(
        "token-missing",
        malformed,
        der -> der.at(STAMP).children().remove(TOKEN),
        "an archive time-stamp without a time-stamp");
    archived.refuse(
        "certificates-missing",
        PackageFault.ARCHIVE_TIME_STAMP_REFUSED,
        der -> der.at(SIGNED_DATA).children().remove(CERTIFICATES),
        "a time-stamp without any certificate");
    archived.refuse(
        "list-broken",
        malformed,
        der -> der.at(SIGNED_DATA).at(LISTS).replace(0, Tlv.of(0x30, Tlv.of(2, (byte) 1))),
        "something else in the place of a revocation list");
    archived.refuse(
        "list-flipped",
        PackageFault.REVOCATION_UNKNOWN,
        der -> der.at(SIGNED_DATA).at(LISTS, 0, 2).flip(),
        "a bit of the signature of a revocation list");
  }

  private void makeAdditions() {
    PackageFault other = PackageFault.EVIDENCE_RECORD_NOT_CANONICAL;
    Tlv attribute =
        Tlv.of(0x30, Tlv.oid("2a864886f70d010914"), Tlv.of(0x31, Tlv.of(12, (byte) 'x')));
    archived.refuse(
        "crypto-infos",
        other,
        der -> der.children().add(CHAINS, Tlv.of(0xa0, attribute)),
        "a record with cryptoInfos");
    archived.refuse(
        "encryption-info",
        other,
        der ->
            der.children()
                .add(CHAINS, Tlv.of(0xa1, Tlv.oid("2a864886f70d010914"), Tlv.of(12, (byte) 'x'))),
        "a record with encryptionInfo");
    archived.refuse(
        "stamp-attributes",
        other,
        der -> der.at(STAMP).children().add(TREE, Tlv.of(0xa1, attribute)),
        "an archive time-stamp with attributes");
    archived.refuse(
        "stamp-without-algorithm",
        other,
        der -> der.at(STAMP).children().remove(ALGORITHM),
        "an archive time-stamp that leaves its hash algorithm to the token");
    archived.refuse(
        "algorithm-null",
        other,
        der -> der.at(STAMP).at(ALGORITHM).children().add(Tlv.of(5, new byte[0])),
        "a hash algorithm with NULL for its parameters");
    archived.refuse(
        "algorithms-twice",
        other,
        der -> der.at(ALGORITHMS).children().add(Tlv.of(0x30, Tlv.oid(SHA256))),
        "the one hash algorithm listed twice");
    archived.refuse(
        "algorithms-more",
        other,
        der -> der.at(ALGORITHMS).children().add(Tlv.of(0x30, Tlv.oid(SHA512))),
        "a hash algorithm listed that no chain has");
    archived.refuse(
        "algorithms-none",
        other,
        der -> der.at(ALGORITHMS).children().clear(),
        "no hash algorithm listed");
    archived.refuse(
        "tree-empty",
        other,
        der -> der.at(STAMP).at(TREE).children().clear(),
        "a hash tree without a list");
  }

  private void makeOrders() {
    PackageFault other = PackageFault.EVIDENCE_RECORD_NOT_CANONICAL;
    rehashed.refuse(
        "algorithms-swapped",
        other,
        der -> Collections.reverse(der.at(ALGORITHMS).children()),
        "the hash algorithms in another order than the chains");
    archived.refuse(
        "certificates-swapped",
        other,
        der -> Collections.reverse(der.at(SIGNED_DATA).at(CERTIFICATES).children()),
        "the certificates of a token in another order than DER has for a set");
    archived.refuse(
        "lists-swapped",
        other,
        der -> Collections.reverse(der.at(SIGNED_DATA).at(LISTS).children()),
        "the revocation lists of a token in another order than DER has for a set");
  }

  private void makeEncodings() {
    PackageFault other = PackageFault.EVIDENCE_RECORD_NOT_CANONICAL;
    byte[] good = archived.good().toBytes();
    byte[] longer = new byte[good.length + 1];
    longer[0] = good[0];
    longer[1] = (byte) 0x83;
    System.arraycopy(good, 2, longer, 3, good.length - 2);
    archived.refuse("long-length", other, longer, "a length in a byte too many");
    byte[] indefinite = new byte[good.length];
    indefinite[0] = good[0];
    indefinite[1] = (byte) 0x80;
    System.arraycopy(good, 4, indefinite, 2, good.length - 4);
    archived.refuse("indefinite-length", other, indefinite, "BER: a length left open");
    archived.refuse(
        "version-long",
        PackageFault.EVIDENCE_RECORD_MALFORMED,
        der -> der.at(0).content((byte) 0, (byte) 1),
        "a version with a byte too many");
  }
}
