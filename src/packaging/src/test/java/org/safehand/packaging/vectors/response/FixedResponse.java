package org.safehand.packaging.vectors.response;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.vectors.der.Tlv;

/**
 * An OCSP response to be given, as it must be but for what is changed: that {@code subject} is
 * good, for a day from the hour before the suite's seals. It is put together by hand, so that
 * nothing is beyond it.
 *
 * @param issuer who issued the certificate that it is about
 * @param subject the certificate that it is about
 * @param signer who signs
 * @param inside the certificates it encloses
 * @param engine how it is signed: the algorithm's name
 * @param algorithm how it says it was signed
 * @param signed changes ResponseData before that is signed
 * @param basic changes BasicOCSPResponse
 * @param outer changes OCSPResponse
 */
record FixedResponse(
    TestAuthority issuer,
    TestAuthority subject,
    TestAuthority signer,
    List<X509Certificate> inside,
    String engine,
    AlgorithmIdentifier algorithm,
    Consumer<Tlv> signed,
    Consumer<Tlv> basic,
    Consumer<Tlv> outer) {
  static final Instant FROM = Instant.parse("2026-11-24T08:00:00Z");
  static final Instant UNTIL = Instant.parse("2026-11-25T08:00:00Z");

  /** In ResponseData: the one SingleResponse, and in it what it says. */
  static final int[] SINGLE = {2, 0};

  static final int STATUS = 1;
  static final int NEXT_UPDATE = 3;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  FixedResponse {
    inside = List.copyOf(inside);
  }

  /** By the issuer itself. */
  static FixedResponse about(TestAuthority subject, TestAuthority issuer) {
    return new FixedResponse(
        issuer,
        subject,
        issuer,
        List.of(),
        "SHA384withECDDSA",
        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384),
        data -> {},
        whole -> {},
        response -> {});
  }

  /** By {@code responder}, whose certificate is inside. */
  FixedResponse by(TestAuthority responder) {
    return new FixedResponse(
        issuer,
        subject,
        responder,
        List.of(responder.certificate()),
        "SHA256withECDDSA",
        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
        signed,
        basic,
        outer);
  }

  /** Signed with {@code name}, called {@code identifier}. */
  FixedResponse with(String name, AlgorithmIdentifier identifier) {
    return new FixedResponse(
        issuer, subject, signer, inside, name, identifier, signed, basic, outer);
  }

  /** With these certificates inside, and no other. */
  FixedResponse enclosing(TestAuthority... others) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (TestAuthority other : others) {
      certificates.add(other.certificate());
    }
    return new FixedResponse(
        issuer, subject, signer, certificates, engine, algorithm, signed, basic, outer);
  }

  /** With {@code change} of ResponseData before it is signed. */
  FixedResponse signed(Consumer<Tlv> change) {
    return new FixedResponse(
        issuer, subject, signer, inside, engine, algorithm, signed.andThen(change), basic, outer);
  }

  /** With {@code change} of BasicOCSPResponse, which nothing signs. */
  FixedResponse basic(Consumer<Tlv> change) {
    return new FixedResponse(
        issuer, subject, signer, inside, engine, algorithm, signed, basic.andThen(change), outer);
  }

  /** With {@code change} of OCSPResponse. */
  FixedResponse outer(Consumer<Tlv> change) {
    return new FixedResponse(
        issuer, subject, signer, inside, engine, algorithm, signed, basic, outer.andThen(change));
  }

  /** Which holds from {@code first} to {@code last}. */
  FixedResponse from(Instant first, Instant last) {
    return signed(
        data -> {
          data.at(SINGLE).replace(2, time(first));
          data.at(SINGLE).replace(NEXT_UPDATE, Tlv.of(0xa0, time(last)));
        });
  }

  FixedResponse produced(Instant moment) {
    return signed(data -> data.replace(1, time(moment)));
  }

  FixedResponse revoked(Instant moment) {
    return status(Tlv.of(0xa1, time(moment)));
  }

  FixedResponse status(Tlv status) {
    return signed(data -> data.at(SINGLE).replace(STATUS, status));
  }

  /** A GeneralizedTime. */
  static Tlv time(Instant moment) {
    return Tlv.of(0x18, TIME.format(moment).getBytes(US_ASCII));
  }

  /** In DER, if no change made it something else. */
  byte[] der() {
    try {
      Tlv data = data();
      signed.accept(data);
      Tlv whole =
          Tlv.of(
              0x30,
              data,
              Tlv.parse(algorithm.getEncoded("DER")),
              Tlv.of(3, withoutSpareBits(signature(data.encoded()))));
      if (!inside.isEmpty()) {
        whole.children().add(Tlv.of(0xa0, certificates()));
      }
      basic.accept(whole);
      Tlv response =
          Tlv.of(
              0x30,
              Tlv.of(10, (byte) 0),
              Tlv.of(
                  0xa0, Tlv.of(0x30, Tlv.oid("2b0601050507300101"), Tlv.of(4, whole.encoded()))));
      outer.accept(response);
      return response.encoded();
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private Tlv data() {
    Tlv name = Tlv.parse(signer.certificate().getSubjectX500Principal().getEncoded());
    Tlv single =
        Tlv.of(
            0x30,
            Tlv.of(
                0x30,
                Tlv.of(0x30, Tlv.oid("2b0e03021a"), Tlv.of(5, new byte[0])),
                Tlv.of(4, sha1(issuer.certificate().getSubjectX500Principal().getEncoded())),
                Tlv.of(4, keyHash(issuer)),
                Tlv.of(2, subject.certificate().getSerialNumber().toByteArray())),
            Tlv.of(0x80, new byte[0]),
            time(FROM),
            Tlv.of(0xa0, time(UNTIL)));
    return Tlv.of(0x30, Tlv.of(0xa1, name), time(FROM), Tlv.of(0x30, single));
  }

  private Tlv certificates() throws CertificateEncodingException {
    Tlv all = Tlv.of(0x30, new Tlv[0]);
    for (X509Certificate certificate : inside) {
      all.children().add(Tlv.parse(certificate.getEncoded()));
    }
    return all;
  }

  private byte[] signature(byte[] message) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(engine, TestAuthority.BC);
    signature.initSign(signer.keys().getPrivate(), new FixedRandom("response"));
    signature.update(message);
    return signature.sign();
  }

  private static byte[] withoutSpareBits(byte[] bits) {
    byte[] content = new byte[bits.length + 1];
    System.arraycopy(bits, 0, content, 1, bits.length);
    return content;
  }

  /** SHA-1 of the key of {@code authority}, as RFC 6960 (4.1.1 and 4.2.1) has it. */
  static byte[] keyHash(TestAuthority authority) {
    return sha1(
        SubjectPublicKeyInfo.getInstance(authority.keys().getPublic().getEncoded())
            .getPublicKeyData()
            .getBytes());
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
