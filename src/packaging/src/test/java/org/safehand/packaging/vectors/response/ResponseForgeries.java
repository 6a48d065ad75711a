package org.safehand.packaging.vectors.response;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPki;

/** A response of the right one that says something else, or too many or too few of them. */
public final class ResponseForgeries {
  private static final PackageFault UNKNOWN = PackageFault.REVOCATION_UNKNOWN;
  private static final PackageFault REVOKED = PackageFault.CERTIFICATE_REVOKED;

  /** In ResponseData: how the certificate is named, and of that its parts. */
  private static final int[] ID = {2, 0, 0};

  private static final int NAME = 1;
  private static final int KEY = 2;
  private static final int SERIAL = 3;

  private final ResponseSeals seals;

  public ResponseForgeries(ResponseSeals seals) {
    this.seals = seals;
  }

  public void make() {
    makeStates();
    makeTimes();
    makeSubjects();
    makeNumbers();
  }

  private void refuse(String name, PackageFault fault, FixedResponse response, String shows) {
    seals.refuse(name, fault, response, shows);
  }

  private static FixedResponse good() {
    return ResponseSeals.aboutSealer();
  }

  /** How the sealer is named with the digest {@code name}. */
  static Tlv certId(String name, Tlv oid) {
    try {
      MessageDigest digest = MessageDigest.getInstance(name);
      TestAuthority issuer = FixedPki.SEAL_CA;
      return Tlv.of(
          0x30,
          Tlv.of(0x30, oid),
          Tlv.of(4, digest.digest(issuer.certificate().getSubjectX500Principal().getEncoded())),
          Tlv.of(
              4,
              digest.digest(
                  SubjectPublicKeyInfo.getInstance(issuer.keys().getPublic().getEncoded())
                      .getPublicKeyData()
                      .getBytes())),
          Tlv.of(2, FixedPki.SEAL.certificate().getSerialNumber().toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void makeStates() {
    refuse("revoked", REVOKED, good().revoked(FixedResponse.FROM), "the certificate is revoked");
    refuse(
        "revoked-at-the-stamp",
        REVOKED,
        good().revoked(FixedHotline.STAMPED),
        "revoked in the second of the stamp");
    refuse("unknown", UNKNOWN, good().status(Tlv.of(0x82, new byte[0])), "nothing is known of it");
    seals.refuse(
        "issuer-revoked",
        REVOKED,
        ResponseSeals.lists(FixedPki.SEAL_CA, FixedPki.TSA_CA),
        List.of(
            FixedResponse.about(FixedPki.SEAL_CA, FixedPki.ROOT).revoked(FixedResponse.FROM),
            FixedResponse.about(FixedPki.TSA_CA, FixedPki.ROOT)),
        "the issuer's certificate is revoked");
    seals.refuse(
        "stamper-revoked",
        REVOKED,
        ResponseSeals.lists(FixedPki.ROOT, FixedPki.SEAL_CA),
        List.of(FixedResponse.about(FixedPki.TSA, FixedPki.TSA_CA).revoked(FixedResponse.FROM)),
        "the certificate of the time-stamping authority is revoked");
  }

  private void makeTimes() {
    Duration tooLong = Duration.ofMinutes(15).plusSeconds(1);
    refuse(
        "too-old",
        UNKNOWN,
        good().from(FixedResponse.FROM, FixedHotline.STAMPED.minus(tooLong)),
        "ended more than a quarter of an hour before the time of the stamp");
    refuse(
        "too-new",
        UNKNOWN,
        good().from(FixedHotline.STAMPED.plus(tooLong), FixedResponse.UNTIL),
        "begins more than a quarter of an hour after the time of the stamp");
  }

  private void makeSubjects() {
    refuse(
        "about-the-neighbour",
        UNKNOWN,
        FixedResponse.about(FixedPki.OTHER_SEAL, FixedPki.SEAL_CA),
        "about another certificate of the issuer");
    for (int part : new int[] {NAME, KEY, SERIAL}) {
      String what = List.of("name", "key", "serial").get(part - NAME);
      refuse(
          "about-another-" + what,
          UNKNOWN,
          good().signed(data -> data.at(ID).at(part).flip()),
          "about a certificate with another " + (part == SERIAL ? what : "issuer's " + what));
    }
    refuse(
        "about-another-hash",
        UNKNOWN,
        good().signed(data -> data.at(ID).at(0).replace(0, Tlv.oid("2a0304"))),
        "the certificate is named by a hash that nobody knows");
  }

  private void makeNumbers() {
    seals.refuse(
        "missing",
        UNKNOWN,
        ResponseSeals.otherLists(),
        List.of(FixedResponse.about(FixedPki.TSA, FixedPki.TSA_CA)),
        "about the time-stamping authority, whose list is there, and none about the sealer");
    seals.refuse(
        "beside-a-list",
        UNKNOWN,
        withSealCa(ResponseSeals.otherLists()),
        List.of(good()),
        "with a list of the same issuer beside it");
    seals.refuse(
        "beside-another",
        UNKNOWN,
        ResponseSeals.otherLists(),
        List.of(good(), good().produced(FixedResponse.FROM.plusSeconds(1))),
        "two responses about one certificate");
    seals.refuse(
        "beside-more",
        UNKNOWN,
        ResponseSeals.otherLists(),
        List.of(good(), FixedResponse.about(FixedPki.OTHER_SEAL, FixedPki.SEAL_CA)),
        "with a response about a certificate on neither path beside it");
    seals.refuse(
        "good-beside-revoked",
        UNKNOWN,
        ResponseSeals.otherLists(),
        List.of(good(), good().revoked(FixedResponse.FROM)),
        "one response that says good, and one that says revoked");
  }

  private static List<X509CRL> withSealCa(List<X509CRL> lists) {
    List<X509CRL> more = new ArrayList<>(lists);
    more.add(FixedHotline.list(FixedPki.SEAL_CA));
    return more;
  }
}
