package org.safehand.packaging.vectors.envelope;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.vectors.der.Tlv;

/** What stands around the recipient: other kinds of message, ciphers, tags and attributes. */
final class FrameForgeries {
  private static final int[] DATA = {1, 0};
  private static final int[] RECIPIENTS = {1, 0, 1};
  private static final int[] CONTENT = {1, 0, 2};
  private static final int[] CIPHER = {1, 0, 2, 1};
  private static final int[] NONCE = {1, 0, 2, 1, 1, 0};
  private static final int[] TAG_LENGTH = {1, 0, 2, 1, 1, 1};
  private static final int[] TAG = {1, 0, 3};

  private final Enveloped good;

  FrameForgeries(Enveloped good) {
    this.good = good;
  }

  void make() {
    makeDowngrades();
    makeTags();
    makeAdditions();
    makeRecipients();
    makeEncodings();
  }

  private void makeDowngrades() {
    good.malformed(
        "enveloped-data",
        der -> der.replace(0, Tlv.oid("2a864886f70d010703")),
        "EnvelopedData with GCM, which checks no tag");
    good.malformed(
        "cbc",
        der -> {
          der.at(CIPHER).replace(0, Tlv.oid("60864801650304012a"));
          der.at(CIPHER).replace(1, Tlv.of(4, new byte[16]));
        },
        "AES-256-CBC");
    good.malformed(
        "enveloped-data-cbc",
        der -> {
          der.replace(0, Tlv.oid("2a864886f70d010703"));
          der.at(CIPHER).replace(0, Tlv.oid("60864801650304012a"));
          der.at(CIPHER).replace(1, Tlv.of(4, new byte[16]));
          der.at(DATA).children().remove(3);
        },
        "EnvelopedData with AES-256-CBC");
    good.malformed(
        "aes-128", der -> der.at(CIPHER).replace(0, Tlv.oid("608648016503040106")), "AES-128-GCM");
    good.malformed(
        "aes-192", der -> der.at(CIPHER).replace(0, Tlv.oid("60864801650304011a")), "AES-192-GCM");
    good.malformed(
        "ccm", der -> der.at(CIPHER).replace(0, Tlv.oid("60864801650304012f")), "AES-256-CCM");
    good.malformed(
        "content-type",
        der -> der.at(CONTENT).replace(0, Tlv.oid("2a864886f70d010702")),
        "content of another type");
    good.malformed("version", der -> der.at(DATA).at(0).content((byte) 1), "another version");
  }

  private void makeTags() {
    byte[] tag = Tlv.parse(good.envelope()).at(TAG).content();
    good.malformed(
        "tag-12",
        der -> {
          der.at(TAG_LENGTH).content((byte) 12);
          der.at(TAG).content(Arrays.copyOf(tag, 12));
        },
        "a tag of 12 bytes");
    good.malformed(
        "tag-4",
        der -> {
          der.at(TAG_LENGTH).content((byte) 4);
          der.at(TAG).content(Arrays.copyOf(tag, 4));
        },
        "a tag of 4 bytes");
    good.malformed(
        "tag-shorter", der -> der.at(TAG).content(Arrays.copyOf(tag, 15)), "15 bytes of 16");
    good.malformed(
        "tag-default",
        der -> der.at(CIPHER).at(1).children().remove(1),
        "the length of the tag left out, which makes it 12");
    good.malformed(
        "tag-length", der -> der.at(TAG_LENGTH).content((byte) 15), "another length of the tag");
    good.undecryptable("tag", der -> der.at(TAG).flip(), "a bit of the tag");
    good.undecryptable("nonce", der -> der.at(NONCE).flip(), "a bit of the nonce");
    good.malformed("nonce-16", der -> der.at(NONCE).content(new byte[16]), "a nonce of 16 bytes");
    good.malformed("nonce-empty", der -> der.at(NONCE).content(new byte[0]), "an empty nonce");
    good.refuse(
        "ciphertext",
        PackageFault.ENVELOPE_UNDECRYPTABLE,
        good.envelope(),
        new byte[] {1, 2, 3},
        "other ciphertext beside");
    good.refuse(
        "ciphertext-empty",
        PackageFault.ENVELOPE_UNDECRYPTABLE,
        good.envelope(),
        new byte[0],
        "no ciphertext beside");
    good.malformed(
        "content-inside",
        der -> der.at(CONTENT).children().add(Tlv.of(0x80, (byte) 1)),
        "ciphertext inside and beside");
  }

  private void makeAdditions() {
    Tlv attribute =
        Tlv.of(0x30, Tlv.oid("2a864886f70d010903"), Tlv.of(0x31, Tlv.oid("2a864886f70d010701")));
    good.malformed(
        "authenticated-attributes",
        der -> der.at(DATA).children().add(3, Tlv.of(0xa1, attribute)),
        "authenticated attributes");
    good.malformed(
        "other-attributes",
        der -> der.at(DATA).children().add(Tlv.of(0xa2, attribute)),
        "unauthenticated attributes");
    good.malformed(
        "originator",
        der -> der.at(DATA).children().add(1, Tlv.of(0xa0, new Tlv[0])),
        "originator information");
    good.malformed(
        "field-behind",
        der -> der.at(DATA).children().add(Tlv.of(2, (byte) 0)),
        "a field that the format does not know");
  }

  private void makeRecipients() {
    good.malformed(
        "twice",
        der -> der.at(RECIPIENTS).children().add(der.at(RECIPIENTS).at(0)),
        "its recipient twice");
    good.malformed("nobody", der -> der.at(RECIPIENTS).children().clear(), "no recipient");
    good.malformed(
        "also-password",
        der -> der.at(RECIPIENTS).children().add(password()),
        "a password beside the recipient");
    good.malformed(
        "password",
        der -> der.at(RECIPIENTS).replace(0, password()),
        "a password, with 2147483647 rounds, instead of the recipient");
    Tlv keyId = Tlv.of(0x30, Tlv.of(4, (byte) 1));
    Tlv wrap = Tlv.of(0x30, Tlv.oid("60864801650304012d"));
    good.malformed(
        "shared-key",
        der ->
            der.at(RECIPIENTS)
                .replace(
                    0, Tlv.of(0xa2, Tlv.of(2, (byte) 4), keyId, wrap, Tlv.of(4, new byte[40]))),
        "a shared key instead of the recipient");
  }

  /** RFC 5652, 6.2.4: PBKDF2 with as many rounds as fit. */
  private static Tlv password() {
    Tlv pbkdf2 =
        Tlv.of(
            0xa0,
            Tlv.oid("2a864886f70d01050c"),
            Tlv.of(
                0x30,
                Tlv.of(4, new byte[8]),
                Tlv.of(2, (byte) 0x7f, (byte) -1, (byte) -1, (byte) -1)));
    Tlv wrap =
        Tlv.of(
            0x30,
            Tlv.oid("2a864886f70d0109100309"),
            Tlv.of(0x30, Tlv.oid("60864801650304012a"), Tlv.of(4, new byte[16])));
    return Tlv.of(0xa3, Tlv.of(2, (byte) 0), pbkdf2, wrap, Tlv.of(4, new byte[48]));
  }

  private void makeEncodings() {
    PackageFault malformed = PackageFault.ENVELOPE_MALFORMED;
    byte[] der = good.envelope();
    good.refuse("empty", malformed, new byte[0], "no bytes");
    good.refuse("sequence", malformed, new byte[] {0x30, 0}, "DER of something else");
    good.refuse("cut", malformed, Arrays.copyOf(der, der.length - 1), "a byte less");
    good.refuse("byte-after", malformed, Arrays.copyOf(der, der.length + 1), "a byte more");
    good.refuse(
        "long-length",
        malformed,
        ByteBuffer.allocate(der.length + 1)
            .put(der[0])
            .put((byte) 0x83)
            .put((byte) 0)
            .put(der, 2, der.length - 2)
            .array(),
        "a length in a byte too many");
    good.refuse(
        "indefinite",
        malformed,
        ByteBuffer.allocate(der.length)
            .put(der[0])
            .put((byte) 0x80)
            .put(der, 4, der.length - 4)
            .put(new byte[2])
            .array(),
        "a length that is indefinite");
  }
}
