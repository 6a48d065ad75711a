package org.safehand.packaging.vectors.envelope;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.vectors.der.Tlv;

/** Recipients of each kind: other padding, derivation, wrap and names. */
final class KeyForgeries {
  private static final int[] RECIPIENT = {1, 0, 1, 0};
  private static final Tlv OTHER_NAME =
      Tlv.of(
          0x30,
          Tlv.of(0x30, Tlv.of(0x31, Tlv.of(0x30, Tlv.oid("550403"), Tlv.of(0x0c, (byte) 'x')))),
          Tlv.of(2, (byte) 1));

  private final Enveloped good;

  KeyForgeries(Enveloped good) {
    this.good = good;
  }

  private void malformed(String name, Consumer<Tlv> change, String shows) {
    good.malformed(name, der -> change.accept(der.at(RECIPIENT)), shows);
  }

  private void undecryptable(String name, Consumer<Tlv> change, String shows) {
    good.undecryptable(name, der -> change.accept(der.at(RECIPIENT)), shows);
  }

  private void otherRecipient(Consumer<Tlv> change) {
    good.refuse(
        "other-identifier",
        PackageFault.ENVELOPE_OTHER_RECIPIENT,
        der -> change.accept(der.at(RECIPIENT)),
        "the subject key identifier of somebody else");
  }

  /** KeyTransRecipientInfo: version, identifier, algorithm, wrapped key. */
  void makeTransported() throws GeneralSecurityException {
    otherRecipient(recipient -> recipient.at(1).flip());
    malformed("version", recipient -> recipient.at(0).content((byte) 0), "version 0");
    malformed(
        "by-name", recipient -> recipient.replace(1, OTHER_NAME), "named by issuer and serial");
    Cipher pkcs1 = Cipher.getInstance("RSA/ECB/PKCS1Padding", TestAuthority.BC);
    pkcs1.init(
        Cipher.ENCRYPT_MODE,
        good.certificate().certificate().getPublicKey(),
        new FixedRandom("pkcs1"));
    byte[] wrapped = pkcs1.doFinal(good.key().bytes());
    malformed(
        "pkcs1",
        recipient -> {
          recipient.replace(2, Tlv.of(0x30, Tlv.oid("2a864886f70d010101"), Tlv.of(5, new byte[0])));
          recipient.at(3).content(wrapped);
        },
        "the right key, wrapped with PKCS #1 v1.5");
    malformed(
        "oaep-sha1",
        recipient -> recipient.at(2).replace(1, Tlv.of(0x30, new Tlv[0])),
        "OAEP with its defaults, which are SHA-1");
    malformed(
        "oaep-label",
        recipient ->
            recipient
                .at(2, 1)
                .children()
                .add(
                    Tlv.of(0xa2, Tlv.of(0x30, Tlv.oid("2a864886f70d010109"), Tlv.of(4, (byte) 1)))),
        "OAEP with a label");
    undecryptable("wrapped", recipient -> recipient.at(3).flip(), "a bit of the wrapped key");
    undecryptable(
        "wrapped-cut",
        recipient -> recipient.at(3).content(Arrays.copyOf(recipient.at(3).content(), 383)),
        "a byte of the wrapped key is missing");
    undecryptable(
        "wrapped-empty", recipient -> recipient.at(3).content(new byte[0]), "no wrapped key");
    undecryptable(
        "wrapped-zero",
        recipient -> recipient.at(3).content(new byte[384]),
        "zeros in the place of the wrapped key");
  }

  /** KeyAgreeRecipientInfo: version, originator, algorithm, keys. */
  void makeAgreed() {
    otherRecipient(recipient -> recipient.at(3, 0, 0, 0).flip());
    malformed("recipient-version", recipient -> recipient.at(0).content((byte) 2), "version 2");
    malformed(
        "by-name",
        recipient -> recipient.at(3, 0).replace(0, OTHER_NAME),
        "named by issuer and serial");
    malformed(
        "two-keys",
        recipient -> recipient.at(3).children().add(recipient.at(3, 0)),
        "two wrapped keys");
    malformed("no-keys", recipient -> recipient.at(3).children().clear(), "no wrapped key");
    malformed(
        "keying-material",
        recipient -> recipient.children().add(2, Tlv.of(0xa1, Tlv.of(4, new byte[8]))),
        "user keying material");
    String[][] derivations = {
      {"kdf-sha1", "2b8105108648003f0002", "derivation with SHA-1"},
      {"kdf-sha384", "2b81040b02", "derivation with SHA-384"},
      {"cofactor", "2b81040e01", "cofactor Diffie-Hellman"}
    };
    for (String[] derivation : derivations) {
      malformed(
          derivation[0],
          recipient -> recipient.at(2).replace(0, Tlv.oid(derivation[1])),
          derivation[2]);
    }
    malformed(
        "wrap-128",
        recipient -> recipient.at(2, 1).replace(0, Tlv.oid("608648016503040105")),
        "wrapped with AES-128");
    malformed(
        "wrap-null",
        recipient -> recipient.at(2, 1).children().add(Tlv.of(5, new byte[0])),
        "parameters of the wrap");
    makePoints();
    undecryptable("wrapped", recipient -> recipient.at(3, 0, 1).flip(), "a bit of the wrapped key");
    undecryptable(
        "wrapped-empty",
        recipient -> recipient.at(3, 0, 1).content(new byte[0]),
        "an empty wrapped key");
  }

  private void makePoints() {
    malformed(
        "ephemeral-named",
        recipient -> recipient.at(1).replace(0, OTHER_NAME),
        "a static key in the place of the ephemeral one");
    malformed(
        "curve-null",
        recipient -> recipient.at(1, 0, 0).replace(1, Tlv.of(5, new byte[0])),
        "the curve of the ephemeral key left open");
    malformed(
        "curve-p521",
        recipient -> recipient.at(1, 0, 0).replace(1, Tlv.oid("2b81040023")),
        "the ephemeral key is said to be on P-521");
    good.refuse(
        "curve-p384",
        PackageFault.ENVELOPE_OTHER_RECIPIENT,
        der -> der.at(RECIPIENT).at(1, 0, 0).replace(1, Tlv.oid("2b81040022")),
        "the ephemeral key is said to be on another curve than the recipient's");
    undecryptable(
        "off-the-curve",
        recipient -> recipient.at(1, 0, 1).flip(),
        "an ephemeral point that is not on the curve");
    byte[] infinity = {0, 0};
    malformed(
        "infinity",
        recipient -> recipient.at(1, 0, 1).content(infinity),
        "the point at infinity as ephemeral key");
    byte[] point = Tlv.parse(good.envelope()).at(RECIPIENT).at(1, 0, 1).content();
    byte odd = (byte) (point[point.length - 1] & 1);
    byte[] hybrid = point.clone();
    hybrid[1] = (byte) (6 | odd);
    malformed(
        "hybrid", recipient -> recipient.at(1, 0, 1).content(hybrid), "the same point, hybrid");
    byte[] compressed = Arrays.copyOf(point, 34);
    compressed[1] = (byte) (2 | odd);
    malformed(
        "compressed",
        recipient -> recipient.at(1, 0, 1).content(compressed),
        "the same point, compressed");
    byte[] generator = CustomNamedCurves.getByName("secp256r1").getG().getEncoded(false);
    byte[] bits = new byte[generator.length + 1];
    System.arraycopy(generator, 0, bits, 1, generator.length);
    undecryptable(
        "other-point",
        recipient -> recipient.at(1, 0, 1).content(bits),
        "another point of the curve as ephemeral key");
  }

  /** OtherRecipientInfo: type and KEMRecipientInfo (version to wrapped key, RFC 9629). */
  void makeEncapsulated() {
    otherRecipient(recipient -> recipient.at(1, 1).flip());
    malformed("type", recipient -> recipient.at(0).flip(), "another type of recipient");
    malformed("recipient-version", recipient -> recipient.at(1, 0).content((byte) 1), "version 1");
    malformed(
        "by-name",
        recipient -> recipient.at(1).replace(1, OTHER_NAME),
        "named by issuer and serial");
    malformed(
        "ml-kem-512",
        recipient -> recipient.at(1, 2).replace(0, Tlv.oid("608648016503040401")),
        "ML-KEM-512");
    malformed(
        "kem-null",
        recipient -> recipient.at(1, 2).children().add(Tlv.of(5, new byte[0])),
        "parameters of the KEM");
    malformed(
        "encapsulation-cut",
        recipient -> recipient.at(1, 3).content(new byte[1087]),
        "an encapsulation that is too short");
    undecryptable(
        "encapsulation", recipient -> recipient.at(1, 3).flip(), "a bit of the encapsulation");
    malformed(
        "kdf-sha384",
        recipient -> recipient.at(1, 4).replace(0, Tlv.oid("2a864886f70d010910031d")),
        "HKDF with SHA-384");
    malformed(
        "kek-16", recipient -> recipient.at(1, 5).content((byte) 16), "a wrapping key of 16 bytes");
    malformed(
        "keying-material",
        recipient -> recipient.at(1).children().add(6, Tlv.of(0xa0, Tlv.of(4, new byte[8]))),
        "user keying material");
    malformed(
        "wrap-128",
        recipient -> recipient.at(1, 6).replace(0, Tlv.oid("608648016503040105")),
        "wrapped with AES-128");
    undecryptable("wrapped", recipient -> recipient.at(1, 7).flip(), "a bit of the wrapped key");
    malformed(
        "wrapped-cut",
        recipient -> recipient.at(1, 7).content(new byte[32]),
        "a wrapped key that is too short");
  }
}
