package org.safehand.packaging.vectors.seal;

import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.fixed.FixedResponder;
import org.safehand.packaging.vectors.splice.Target;

/** The good seal with a part taken out, put in or put in the place of another. */
public final class SealForgeries {
  private static final List<X509Certificate> CERTIFICATES =
      List.of(
          FixedPki.SEAL.certificate(),
          FixedPki.SEAL_CA.certificate(),
          FixedPki.TSA.certificate(),
          FixedPki.TSA_CA.certificate(),
          FixedPki.ROOT.certificate());
  private static final List<X509CRL> LISTS =
      List.of(
          FixedHotline.list(FixedPki.ROOT),
          FixedHotline.list(FixedPki.SEAL_CA),
          FixedHotline.list(FixedPki.TSA_CA));

  /** In a token: the signed data's only signer. */
  private static final int[] TOKEN_SIGNATURE_ALGORITHM = {1, 0, 4, 0, 4};

  private static final int[] TOKEN_CERTIFICATES = {1, 0, 3};

  private final Target target;
  private final byte[] good;
  private final byte[] other;

  public SealForgeries(Target target) {
    this.target = target;
    this.good = Forgery.of(target.good()).content(AsicNames.SEAL);
    this.other = Forgery.of(FixedPackages.OTHER.bytes()).content(AsicNames.SEAL);
  }

  public void make() {
    if (!Arrays.equals(SealEdits.withMaterial(good, CERTIFICATES, LISTS), good)
        || !Arrays.equals(SealEdits.withTokens(good, SealEdits.token(good)), good)) {
      throw new AssertionError("taken apart and put together, the seal is another");
    }
    makeOthers();
    makeTimeStamps();
    makeStampForms();
    makeMaterial();
    makeLists();
    makeEncodings();
  }

  private void refuse(String name, PackageFault fault, byte[] seal, String shows) {
    target.refuse(
        "seal-" + name, fault, Forgery.of(target.good()).set(AsicNames.SEAL, seal).bytes(), shows);
  }

  private void makeOthers() {
    refuse(
        "of-another-package",
        PackageFault.SEAL_OVER_OTHER_CONTENT,
        other,
        "the seal of another package of the same hotline");
    byte[] manifest = Forgery.of(target.good()).content(AsicNames.MANIFEST);
    refuse(
        "by-p256",
        PackageFault.SEAL_MALFORMED,
        new LibrarySeal(FixedPki.P256).over(manifest),
        "by a trusted key on a curve that does not seal");
    refuse(
        "with-sha512",
        PackageFault.SEAL_MALFORMED,
        new LibrarySeal(FixedPki.SEAL).withSha512().over(manifest),
        "with another hash than the key calls for");
    byte[] flipped = good.clone();
    int at = place(good, SealEdits.signature(good));
    flipped[at + SealEdits.signature(good).length - 1] ^= 1;
    refuse("signature", PackageFault.SEAL_SIGNATURE_WRONG, flipped, "a bit of the signature");
    byte[] time = good.clone();
    time[place(good, FixedPackages.text("261124080448Z")) + 11] ^= 1;
    refuse("signing-time", PackageFault.SEAL_SIGNATURE_WRONG, time, "another time of signing");
    byte[] digest = good.clone();
    digest[place(good, LibrarySeal.sha384(manifest))] ^= 1;
    refuse("digest", PackageFault.SEAL_OVER_OTHER_CONTENT, digest, "a bit of the digest");
  }

  private void makeTimeStamps() {
    PackageFault refused = PackageFault.SEAL_TIME_STAMP_REFUSED;
    refuse(
        "stamp-stripped",
        PackageFault.SEAL_MALFORMED,
        SealEdits.withoutToken(good),
        "without its time-stamp");
    refuse(
        "stamp-of-another-seal",
        refused,
        SealEdits.withTokens(good, SealEdits.token(other)),
        "with the time-stamp of another seal");
    byte[] manifest = Forgery.of(target.good()).content(AsicNames.MANIFEST);
    refuse(
        "stamp-over-the-manifest",
        refused,
        SealEdits.withTokens(good, FixedHotline.GOOD.stamp(Digest.of(manifest)).bytes()),
        "a time-stamp over what is sealed, and not over the signature");
    byte[] token = SealEdits.token(good);
    byte[] flipped = token.clone();
    flipped[token.length - 1] ^= 1;
    refuse(
        "stamp-flipped",
        refused,
        SealEdits.withTokens(good, flipped),
        "a bit of the time-stamp's signature");
    refuse(
        "stamp-twice",
        PackageFault.SEAL_NOT_CANONICAL,
        SealEdits.withTokens(good, token, token),
        "the time-stamp twice in its attribute");
    Tlv changed = Tlv.parse(token);
    changed.at(TOKEN_SIGNATURE_ALGORITHM).children().add(Tlv.of(5, new byte[0]));
    refuse(
        "stamp-algorithm-null",
        PackageFault.SEAL_TIME_STAMP_NOT_CANONICAL,
        SealEdits.withTokens(good, changed.encoded()),
        "a signature algorithm with NULL for its parameters in the time-stamp");
    refuse(
        "attribute",
        PackageFault.SEAL_NOT_CANONICAL,
        SealEdits.withAttribute(
            good,
            new Attribute(
                PKCSObjectIdentifiers.pkcs_9_at_friendlyName,
                new DERSet(new DERUTF8String("extra")))),
        "an attribute beside the time-stamp");
  }

  /** What neither the token's signature nor its pinned certificate covers. */
  private void makeStampForms() {
    byte[] token = SealEdits.token(good);
    Tlv beside = Tlv.parse(token);
    List<Tlv> certificates = beside.at(TOKEN_CERTIFICATES).children();
    certificates.add(Tlv.parse(encoded(FixedArchivePki.LATER_TSA_CA.certificate())));
    certificates.sort((one, other) -> Arrays.compareUnsigned(one.encoded(), other.encoded()));
    refuse(
        "stamp-certificate-beside-the-path",
        PackageFault.SEAL_TIME_STAMP_NOT_CANONICAL,
        SealEdits.withTokens(good, beside.encoded()),
        "the certificate of another issuer of time-stamps in the time-stamp");
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private void makeMaterial() {
    PackageFault unknown = PackageFault.REVOCATION_UNKNOWN;
    refuse(
        "lists-stripped",
        unknown,
        SealEdits.withMaterial(good, CERTIFICATES, List.of()),
        "without revocation lists");
    for (int i = 0; i < LISTS.size(); i++) {
      List<X509CRL> fewer = new ArrayList<>(LISTS);
      fewer.remove(i);
      refuse(
          "list-missing-" + (i + 1),
          unknown,
          SealEdits.withMaterial(good, CERTIFICATES, fewer),
          "without one of the revocation lists");
    }
    List<X509CRL> more = new ArrayList<>(LISTS);
    more.add(FixedHotline.list(FixedPki.AGENCY_CA));
    refuse(
        "list-more",
        unknown,
        SealEdits.withMaterial(good, CERTIFICATES, more),
        "with the list of an issuer on neither path");
    List<X509CRL> twice = new ArrayList<>(LISTS);
    twice.add(FixedHotline.list(FixedPki.SEAL_CA, FixedHotline.SIGNED, FixedHotline.NEXT));
    refuse(
        "list-twice",
        unknown,
        SealEdits.withMaterial(good, CERTIFICATES, twice),
        "with two lists of one issuer");
    for (int i = 1; i < CERTIFICATES.size(); i++) {
      List<X509Certificate> fewer = new ArrayList<>(CERTIFICATES);
      fewer.remove(i);
      refuse(
          "certificate-missing-" + (i + 1),
          PackageFault.SEAL_NOT_CANONICAL,
          SealEdits.withMaterial(good, fewer, LISTS),
          "without a certificate of its paths");
    }
    refuse(
        "signer-missing",
        PackageFault.SEAL_MALFORMED,
        SealEdits.withMaterial(good, CERTIFICATES.subList(1, CERTIFICATES.size()), LISTS),
        "without the signer's certificate");
    List<X509Certificate> beside = new ArrayList<>(CERTIFICATES);
    beside.add(FixedPki.AGENCY_CA.certificate());
    refuse(
        "certificate-more",
        PackageFault.SEAL_NOT_CANONICAL,
        SealEdits.withMaterial(good, beside, LISTS),
        "with a certificate on neither path");
  }

  private void makeLists() {
    listing(
        "list-of-another-of-the-name",
        FixedHotline.list(FixedResponder.twin(FixedPki.SEAL_CA)),
        "with the list of an authority that is called like the issuer");
    listing(
        "list-of-changes",
        FixedHotline.partial(FixedPki.SEAL_CA),
        "with a list of the issuer that says it holds only what changed");
    listing(
        "list-without-an-end",
        FixedHotline.endless(FixedPki.SEAL_CA),
        "with a list that does not say until when it holds");
  }

  /** With {@code list} in the place of that of the sealer's issuer. */
  private void listing(String name, X509CRL list, String shows) {
    refuse(
        name,
        PackageFault.REVOCATION_UNKNOWN,
        SealEdits.withMaterial(good, CERTIFICATES, List.of(LISTS.get(0), list, LISTS.get(2))),
        shows);
  }

  private void makeEncodings() {
    PackageFault malformed = PackageFault.SEAL_MALFORMED;
    refuse("empty", malformed, new byte[0], "no bytes");
    refuse("sequence", malformed, new byte[] {0x30, 0}, "DER of something else");
    refuse("byte-after", malformed, Arrays.copyOf(good, good.length + 1), "a byte more");
    refuse("cut", malformed, Arrays.copyOf(good, good.length - 1), "a byte less");
    byte[] longer =
        ByteBuffer.allocate(good.length + 1)
            .put(good[0])
            .put((byte) 0x83)
            .put((byte) 0)
            .put(good, 2, good.length - 2)
            .array();
    refuse("long-length", PackageFault.SEAL_NOT_CANONICAL, longer, "a length in a byte too many");
  }

  private static int place(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
