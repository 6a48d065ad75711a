package org.safehand.packaging.vectors.response;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.function.Consumer;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.fixed.FixedResponder;
import org.safehand.packaging.vectors.seal.SealEdits;

/** A response that is good but for its form, which is refused before anybody asks what it says. */
public final class ResponseFormForgeries {
  private static final PackageFault MALFORMED = PackageFault.SEAL_MALFORMED;

  /** In OCSPResponse: type and content of its one kind. */
  private static final int[] BYTES = {1, 0};

  private final ResponseSeals seals;

  public ResponseFormForgeries(ResponseSeals seals) {
    this.seals = seals;
  }

  public void make() {
    makeOuter();
    makeBasic();
    makeData();
    makeCertificates();
  }

  private void refuse(String name, FixedResponse response, String shows) {
    seals.refuse(name, MALFORMED, response, shows);
  }

  private void outer(String name, Consumer<Tlv> change, String shows) {
    refuse(name, good().outer(change), shows);
  }

  private static FixedResponse good() {
    return ResponseSeals.aboutSealer();
  }

  /** ResponseExtensions with a nonce (RFC 9654), which must be understood or not. */
  static Tlv extension(boolean critical) {
    Tlv extension = Tlv.of(0x30, Tlv.oid("2b0601050507300102"));
    if (critical) {
      extension.children().add(Tlv.of(1, (byte) 0xff));
    }
    extension.children().add(Tlv.of(4, Tlv.of(4, new byte[32]).encoded()));
    return Tlv.of(0xa1, Tlv.of(0x30, extension));
  }

  private void makeOuter() {
    outer("try-later", response -> response.at(0).content((byte) 3), "a status that is no answer");
    outer(
        "try-later-and-nothing",
        response -> {
          response.at(0).content((byte) 3);
          response.children().remove(1);
        },
        "a status that is no answer, and no answer");
    outer("nothing", response -> response.children().remove(1), "success, and no answer");
    outer(
        "of-another-type",
        response -> response.at(BYTES).replace(0, Tlv.oid("2b0601050507300103")),
        "a response of another type than basic");
    outer(
        "byte-after",
        response -> {
          byte[] basic = response.at(BYTES).at(1).content();
          response.at(BYTES).at(1).content(Arrays.copyOf(basic, basic.length + 1));
        },
        "a byte behind the basic response");
    outer(
        "long-length",
        response -> {
          byte[] basic = response.at(BYTES).at(1).content();
          byte[] longer = new byte[basic.length + 1];
          longer[0] = basic[0];
          longer[1] = (byte) 0x83;
          System.arraycopy(basic, 2, longer, 3, basic.length - 2);
          response.at(BYTES).at(1).content(longer);
        },
        "a length of the basic response in a byte too many");
    seals.refuse(
        "of-another-format",
        MALFORMED,
        SealEdits.other("2b06010505071004", good().der()),
        "revocation information of another format than OCSP");
  }

  private void makeBasic() {
    refuse(
        "signature-spare-bits",
        good()
            .basic(
                whole -> {
                  byte[] signature = whole.at(2).content();
                  // one bit less, which the encoding has room for if it is 0
                  signature[0] = 1;
                  signature[signature.length - 1] &= (byte) 0xfe;
                  whole.at(2).content(signature);
                }),
        "a signature that ends within a byte");
  }

  private void makeData() {
    refuse(
        "without-an-end",
        good().signed(data -> data.at(FixedResponse.SINGLE).children().remove(3)),
        "it does not say until when it holds");
    refuse(
        "about-two",
        good().signed(data -> data.at(2).children().add(data.at(FixedResponse.SINGLE))),
        "two answers in one response");
    refuse("about-none", good().signed(data -> data.at(2).children().clear()), "no answer inside");
    refuse(
        "critical-extension",
        good().signed(data -> data.children().add(extension(true))),
        "an extension that must be understood");
    refuse(
        "critical-extension-of-the-answer",
        good().signed(data -> data.at(FixedResponse.SINGLE).children().add(extension(true))),
        "an extension of the one answer that must be understood");
    refuse(
        "month-13",
        good().signed(data -> data.replace(1, Tlv.of(0x18, "20261324080000Z".getBytes(US_ASCII)))),
        "made in a month that does not exist");
  }

  private void makeCertificates() {
    FixedResponse byResponder =
        good().by(FixedResponder.of("Vector Responder").by(FixedPki.SEAL_CA));
    refuse(
        "certificate-more",
        byResponder.basic(
            whole ->
                whole.at(3, 0).children().add(Tlv.parse(encoded(FixedPki.SEAL_CA.certificate())))),
        "with a certificate beside the responder's");
    refuse(
        "certificate-none",
        good().basic(whole -> whole.children().add(none())),
        "no certificate in the list of certificates");
    refuse(
        "certificate-spare-bits",
        byResponder.basic(
            whole -> {
              Tlv signature = whole.at(3, 0, 0, 2);
              byte[] bits = signature.content();
              bits[0] = 1;
              bits[bits.length - 1] &= (byte) 0xfe;
              signature.content(bits);
            }),
        "the responder's certificate has a signature that ends within a byte");
  }

  private static Tlv none() {
    return Tlv.of(0xa0, Tlv.of(0x30, new Tlv[0]));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
