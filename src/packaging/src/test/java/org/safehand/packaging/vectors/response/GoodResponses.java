package org.safehand.packaging.vectors.response;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.fixed.FixedResponder;

/** Everything that a good response may be. */
public final class GoodResponses {
  private static final TestAuthority RESPONDER =
      FixedResponder.of("Vector Responder").by(FixedPki.SEAL_CA);

  /** How far the clocks of issuer and time-stamping authority may differ. */
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final ResponseSeals seals;

  public GoodResponses(ResponseSeals seals) {
    this.seals = seals;
  }

  public void make() {
    makeSigners();
    makeAlgorithms();
    makeContents();
    makeTimes();
  }

  private void accept(String name, FixedResponse response, String shows) {
    seals.accept(name, response, shows);
  }

  private static FixedResponse good() {
    return ResponseSeals.aboutSealer();
  }

  private void makeSigners() {
    accept("by-the-issuer", good(), "signed by the issuer, without its certificate");
    accept(
        "by-the-issuer-with-its-certificate",
        good().enclosing(FixedPki.SEAL_CA),
        "signed by the issuer, whose certificate is inside");
    accept("by-a-responder", good().by(RESPONDER), "signed by a responder of the issuer");
    accept(
        "by-a-responder-without-key-usage",
        good().by(FixedResponder.of("Vector Responder 2").usage(0).by(FixedPki.SEAL_CA)),
        "signed by a responder whose certificate says nothing of key usage");
    accept(
        "by-a-key",
        good().by(RESPONDER).signed(data -> data.replace(0, ResponderForgeries.key(RESPONDER))),
        "signed by a responder that is named by its key");
    seals.accept(
        "for-all",
        List.of(),
        List.of(
            good(),
            FixedResponse.about(FixedPki.SEAL_CA, FixedPki.ROOT),
            FixedResponse.about(FixedPki.TSA, FixedPki.TSA_CA),
            FixedResponse.about(FixedPki.TSA_CA, FixedPki.ROOT)),
        "a response about each certificate, and no list");
  }

  private void makeAlgorithms() {
    accept(
        "ecdsa-sha512",
        good()
            .with(
                "SHA512withECDDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512)),
        "signed with ECDSA and SHA-512");
    accept(
        "rsa-sha256",
        good()
            .by(FixedResponder.rsa("Vector RSA Responder").by(FixedPki.SEAL_CA))
            .with(
                "SHA256withRSA",
                new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)),
        "signed with RSA and SHA-256");
  }

  private void makeContents() {
    accept(
        "named-with-sha256",
        good().signed(data -> data.at(FixedResponse.SINGLE).replace(0, ids())),
        "the certificate is named by SHA-256");
    accept(
        "with-a-nonce",
        good().signed(data -> data.children().add(ResponseFormForgeries.extension(false))),
        "with a nonce, of which nobody remembers the request");
    accept(
        "revoked-later",
        good().revoked(FixedHotline.STAMPED.plusSeconds(1)),
        "revoked a second after the time of the stamp");
  }

  /** The sealer as SHA-256 names it. */
  private static Tlv ids() {
    return ResponseForgeries.certId("SHA-256", Tlv.oid("608648016503040201"));
  }

  private void makeTimes() {
    accept(
        "ended-within-tolerance",
        good().from(FixedResponse.FROM, FixedHotline.STAMPED.minus(SKEW)),
        "ended a quarter of an hour before the time of the stamp");
    accept(
        "begins-within-tolerance",
        good().from(FixedHotline.STAMPED.plus(SKEW), FixedResponse.UNTIL),
        "begins a quarter of an hour after the time of the stamp");
  }
}
