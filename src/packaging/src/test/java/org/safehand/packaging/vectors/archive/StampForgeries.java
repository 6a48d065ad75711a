package org.safehand.packaging.vectors.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.evidence.ArchiveToken;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.aged.HandmadeRecord;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.splice.Target;

/** The right hash tree with tokens of others, over other things, or in another form. */
final class StampForgeries {
  private static final int[] SIGNED_DATA = {2, 0, 0, 2, 1, 0};
  private static final int CERTIFICATES = 3;

  /** In the signed data. */
  private static final int[] SIGNER = {5, 0};

  private static final int SIGNATURE_ALGORITHM = 4;
  private static final int SIGNATURE = 5;

  /** From where the time begins, past tag and length, to the last byte of the serial number. */
  private static final int SERIAL = -3;

  private static final PackageFault REFUSED = PackageFault.ARCHIVE_TIME_STAMP_REFUSED;

  private final Records records;
  private final Imprint root;

  StampForgeries(Target target) {
    this.records = new Records(target);
    this.root = records.group().node();
  }

  void make() {
    makeAuthorities();
    makeSigned();
    makeUnsigned();
    makeCertificates();
  }

  private void refuse(String name, ArchiveToken token, String shows) {
    records.refuse("stamp-" + name, REFUSED, HandmadeRecord.over(records.group(), token), shows);
  }

  private void edit(String name, PackageFault fault, Consumer<Tlv> change, String shows) {
    records.refuse("stamp-" + name, fault, der -> change.accept(der.at(SIGNED_DATA)), shows);
  }

  private void makeAuthorities() {
    Instant moment = FixedArchivePki.ARCHIVED;
    refuse(
        "by-a-stranger",
        Records.token(FixedPki.OTHER_TSA, moment, root),
        "stamped by an authority of a trusted one's issuer, which is not trusted");
    refuse(
        "under-another-policy",
        HandmadeRecord.token(
            FixedHotline.GOOD
                .stamper(FixedArchivePki.FIRST)
                .policy("1.2.3.4")
                .stamped(moment)
                .stamp(root),
            FixedArchivePki.FIRST,
            FixedPki.trust(),
            FixedArchivePki.listsAt(moment)),
        "stamped under another policy");
    refuse(
        "after-its-certificate",
        Records.token(FixedArchivePki.FIRST, FixedArchivePki.FIRST_ENDS.plusSeconds(1), root),
        "stamped a second after the authority's certificate ended");
    refuse(
        "before-its-certificate",
        Records.token(FixedArchivePki.SECOND, moment, root),
        "stamped before the authority's certificate began");
    refuse(
        "over-another-package",
        Records.first(HandmadeRecord.group(FixedArchives.STAMPED_TOGETHER.get(1).bytes()).node()),
        "a time-stamp over another package");
    refuse(
        "under-another-hash",
        Records.first(
            Imprint.of(HashAlgorithm.SHA_512, HashAlgorithm.SHA_512.engine().digest(root.value()))),
        "a time-stamp over a value of SHA-512 above a hash tree of SHA-256");
  }

  private void makeSigned() {
    edit(
        "signature",
        REFUSED,
        data -> data.at(SIGNER).at(SIGNATURE).flip(),
        "a bit of the token's signature");
    edit(
        "time",
        PackageFault.EVIDENCE_RECORD_MALFORMED,
        data -> change(data, 3),
        "another time in the token than in its signed attributes");
    edit("serial", REFUSED, data -> change(data, SERIAL), "another serial number in the token");
    edit(
        "signed-attribute",
        REFUSED,
        data -> data.at(SIGNER).at(3).children().remove(0),
        "a signed attribute less in the token");
  }

  /** Flips a bit of what the token says, {@code away} bytes from where its time begins. */
  private static void change(Tlv data, int away) {
    Tlv info = data.at(2, 1, 0);
    byte[] changed = info.content();
    changed[new String(changed, ISO_8859_1).indexOf("20270601") + away] ^= 1;
    info.content(changed);
  }

  private void makeUnsigned() {
    Tlv attribute =
        Tlv.of(0x30, Tlv.oid("2a864886f70d010914"), Tlv.of(0x31, Tlv.of(12, (byte) 'x')));
    edit(
        "version",
        PackageFault.EVIDENCE_RECORD_NOT_CANONICAL,
        data -> data.at(0).content((byte) 1),
        "another version in the token");
    edit(
        "signer-version",
        REFUSED,
        data -> data.at(SIGNER).at(0).content((byte) 3),
        "another version of the token's signer");
    edit(
        "unsigned-attribute",
        REFUSED,
        data -> data.at(SIGNER).children().add(Tlv.of(0xa1, attribute)),
        "an unsigned attribute in the token");
    edit(
        "digest-algorithms",
        REFUSED,
        data -> data.at(1).children().add(0, Tlv.of(0x30, Tlv.oid("608648016503040201"))),
        "a digest algorithm more in the token");
    edit(
        "algorithm-null",
        PackageFault.ARCHIVE_TIME_STAMP_NOT_CANONICAL,
        data -> data.at(SIGNER).at(SIGNATURE_ALGORITHM).children().add(Tlv.of(5, new byte[0])),
        "a signature algorithm with NULL for its parameters, where none belong");
    edit(
        "signer-twice",
        PackageFault.EVIDENCE_RECORD_MALFORMED,
        data -> twice(data.at(5)),
        "the token's signer twice");
  }

  private static void twice(Tlv set) {
    set.children().add(set.at(0));
  }

  private void makeCertificates() {
    TestAuthority first = FixedArchivePki.FIRST;
    PackageFault form = PackageFault.ARCHIVE_TIME_STAMP_NOT_CANONICAL;
    certificates("bare", form, List.of(first), "the authority's certificate without its path");
    certificates(
        "without-root", form, List.of(first, FixedPki.TSA_CA), "the path without its root");
    certificates(
        "without-issuer", form, List.of(first, FixedPki.ROOT), "the path without the issuer");
    certificates(
        "beside-the-path",
        form,
        List.of(first, FixedPki.TSA_CA, FixedPki.ROOT, FixedArchivePki.LATER_TSA_CA),
        "the certificate of another issuer of time-stamps beside the path");
    certificates(
        "with-another-for-the-root",
        form,
        List.of(first, FixedPki.TSA_CA, FixedArchivePki.LATER_TSA_CA),
        "the certificate of another issuer of time-stamps in the place of the root's");
    certificates(
        "with-a-foreign-certificate",
        REFUSED,
        List.of(first, FixedPki.TSA_CA, FixedPki.ROOT, FixedPki.AGENCY_CA),
        "the certificate of an issuer of other things beside the path");
    certificates(
        "without-its-signer",
        REFUSED,
        List.of(FixedPki.TSA_CA, FixedPki.ROOT),
        "the path without the authority's certificate");
  }

  private void certificates(
      String name, PackageFault fault, List<TestAuthority> others, String shows) {
    edit(
        "certificates-" + name,
        fault,
        data -> {
          List<Tlv> set = data.at(CERTIFICATES).children();
          set.clear();
          set.addAll(inOrder(others));
        },
        shows);
  }

  /** As DER has the elements of a set. */
  private static List<Tlv> inOrder(List<TestAuthority> authorities) {
    List<byte[]> encoded = new ArrayList<>();
    try {
      for (TestAuthority authority : authorities) {
        encoded.add(authority.certificate().getEncoded());
      }
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
    encoded.sort(Arrays::compareUnsigned);
    return encoded.stream().map(Tlv::parse).toList();
  }
}
