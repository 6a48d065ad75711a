package org.safehand.packaging.vectors.response;

import java.time.Instant;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.fixed.FixedResponder;

/** A response that says what it should, of somebody who may not say it, or not in this way. */
public final class ResponderForgeries {
  private static final PackageFault UNKNOWN = PackageFault.REVOCATION_UNKNOWN;
  private static final FixedResponder RESPONDER = FixedResponder.of("Vector Responder");

  private final ResponseSeals seals;

  public ResponderForgeries(ResponseSeals seals) {
    this.seals = seals;
  }

  /** A ResponderID by the key of {@code responder}. */
  static Tlv key(TestAuthority responder) {
    return Tlv.of(0xa2, Tlv.of(4, FixedResponse.keyHash(responder)));
  }

  public void make() {
    makeStrangers();
    makeAppointments();
    makeNames();
    makeSignatures();
  }

  private void by(String name, TestAuthority responder, String shows) {
    refuse("by-" + name, good().by(responder), shows);
  }

  private void refuse(String name, FixedResponse response, String shows) {
    seals.refuse(name, UNKNOWN, response, shows);
  }

  private static FixedResponse good() {
    return ResponseSeals.aboutSealer();
  }

  private static TestAuthority appointed(FixedResponder responder) {
    return responder.by(FixedPki.SEAL_CA);
  }

  private void makeStrangers() {
    TestAuthority twin = FixedResponder.twin(FixedPki.SEAL_CA);
    by("another-of-the-name", twin, "signed by an authority that is called like the issuer");
    refuse(
        "by-another-key-of-the-name",
        good().by(twin).enclosing(),
        "signed by an authority that is called like the issuer, without its certificate");
    by(
        "a-responder-of-another-of-the-name",
        RESPONDER.by(twin),
        "signed by a responder of an authority that is called like the issuer");
    by(
        "a-responder-of-another",
        RESPONDER.by(FixedPki.TSA_CA),
        "signed by a responder of another issuer");
    by("the-root", FixedPki.ROOT, "signed by the issuer of the issuer");
    by("the-subject", FixedPki.SEAL, "signed by the certificate that it is about");
  }

  private void makeAppointments() {
    by(
        "a-responder-for-nothing",
        appointed(RESPONDER.purpose(null)),
        "the responder's certificate is for no purpose");
    by(
        "a-responder-for-something-else",
        appointed(RESPONDER.purpose(KeyPurposeId.id_kp_clientAuth)),
        "the responder's certificate is for something else");
    by(
        "a-responder-not-exempted",
        appointed(RESPONDER.notExempted()),
        "the responder's certificate may be revoked itself");
    by(
        "a-responder-that-signs-nothing",
        appointed(RESPONDER.usage(KeyUsage.keyAgreement)),
        "the responder's certificate is not for signatures");
    by(
        "a-responder-that-issues",
        appointed(RESPONDER.anAuthority()),
        "the responder may issue certificates itself");
    by(
        "a-responder-that-had-ended",
        appointed(RESPONDER.valid(FixedPki.START, FixedResponse.FROM.minusSeconds(1))),
        "the responder's certificate had ended when the response was made");
    refuse(
        "made-before-its-responder",
        good()
            .by(appointed(RESPONDER.valid(Instant.parse("2026-11-24T07:00:00Z"), FixedPki.END)))
            .produced(Instant.parse("2026-11-24T06:59:59Z")),
        "the responder's certificate had not begun when the response was made");
  }

  private void makeNames() {
    TestAuthority responder = appointed(RESPONDER);
    refuse(
        "by-a-responder-that-is-not-inside",
        good().by(responder).enclosing(),
        "signed by a responder, without its certificate");
    refuse(
        "in-the-name-of-the-issuer",
        good()
            .by(responder)
            .signed(
                data ->
                    data.replace(
                        0,
                        Tlv.of(
                            0xa1,
                            Tlv.parse(
                                FixedPki.SEAL_CA
                                    .certificate()
                                    .getSubjectX500Principal()
                                    .getEncoded())))),
        "signed by a responder in the name of the issuer");
    refuse(
        "in-the-name-of-another-key",
        good().by(responder).signed(data -> data.replace(0, key(FixedPki.SEAL_CA))),
        "signed by a responder that is named by the key of the issuer");
  }

  private void makeSignatures() {
    refuse("signature", good().basic(whole -> whole.at(2).flip()), "a bit of the signature");
    refuse(
        "signed-before-it-was-changed",
        good()
            .basic(
                whole ->
                    whole.at(0).replace(1, FixedResponse.time(FixedResponse.FROM.plusSeconds(1)))),
        "another time than was signed");
    refuse(
        "ecdsa-sha1",
        good().with("SHA1withECDDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA1)),
        "signed with SHA-1");
    refuse(
        "ecdsa-null",
        good()
            .with(
                "SHA384withECDDSA",
                new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384, DERNull.INSTANCE)),
        "the signature algorithm with NULL for its parameters");
    refuse(
        "ecdsa-sha3",
        good()
            .with(
                "SHA3-384withECDDSA",
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_ecdsa_with_sha3_384)),
        "signed with SHA3-384");
    refuse(
        "called-sha256",
        good()
            .with(
                "SHA384withECDDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256)),
        "signed with another hash than it says");
  }
}
