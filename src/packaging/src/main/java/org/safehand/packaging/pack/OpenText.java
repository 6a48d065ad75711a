package org.safehand.packaging.pack;

import org.safehand.packaging.header.PackageHeader;

/**
 * {@code OPEN.txt}: the steps by which anyone opens and checks a package with unzip, openssl and
 * sha256sum; where an older openssl cannot decrypt, with {@code safehand open} among them. Lines
 * that start with four spaces are commands; a test runs them as they stand.
 */
final class OpenText {
  private static final String HEAD =
      """
      Package %s, sent by %s
      Seal digest of the case file: %s

      """;

  private static final String FOR_OPENSSL =
      """
      How to check and open it with unzip, openssl (3.0 or later) and sha256sum.
      `safehand open` does all of this at once, checks more, and refuses by itself.

      You need: ROOT.pem, the root certificate of the sender, from the sender's own hand;
      KEY.pem and CERT.pem, your agency's private key and certificate.
      """;

  /** openssl 3.6 is the first that knows a KEMRecipientInfo: tried with 3.0.19 and 3.6.5. */
  private static final String FOR_SAFEHAND =
      """
      How to check it with unzip, openssl (3.0 or later) and sha256sum, and to open it with
      `safehand open`. It is encrypted with ML-KEM, against a future quantum computer: a
      KEMRecipientInfo (RFC 9629, RFC 9936), which openssl before 3.6 cannot decrypt. With 3.6 or
      later, use the commands behind a bar (|) in place of those above them.

      You need: ROOT.pem, the root certificate of the sender, and TRUST, the sender's trust
      folder, both from the sender's own hand; KEY.pem and CERT.pem, your agency's private key
      and certificate.
      """;

  private static final String CHECKS =
      """
      Stop at the first command that fails. Do not use what a failed command left behind.

      1. Unpack, next to those files.

          unzip -q package.asice -d package

      2. The seal is good and stands over the list of entries.

          openssl cms -verify -binary -inform DER -in package/META-INF/signature001.p7s \
      -content package/META-INF/ASiCManifest001.xml -CAfile ROOT.pem -purpose any \
      -signer signer.pem -out /dev/null

         openssl accepts any signer under that root. Compare the next digest with the one that
         the sender gave you (spkiSha256 in trust.json).

          openssl x509 -in signer.pem -pubkey -noout | openssl pkey -pubin -outform DER | sha256sum

      3. Every entry is what was sealed. This must print nothing.

          (cd package && sed -n 's|.* URI="\\([^"]*\\)"><ds:DigestMethod.*<ds:DigestValue>\\(.*\\)\
      </ds:DigestValue>.*|\\1 \\2|p' META-INF/ASiCManifest001.xml | while read f d; do \
      test "$(openssl dgst -sha256 -binary "$f" | openssl base64)" = "$d" || echo "CHANGED: $f"; done)

      """;

  private static final String DECRYPT_CASE =
      """
      4. Decrypt the case file, and check its own seal and seal digest in the same way.

          openssl cms -decrypt -binary -inform DER -in package/case/case.cms -inkey KEY.pem \
      -recip CERT.pem -out case.asice

      """;

  private static final String OPEN_ALL =
      """
      4. Open it, all of it or nothing, into the new folder `opened`; then check the case file's
         own seal and seal digest in the same way.

          safehand open package.asice --key KEY.pem --cert CERT.pem --trust TRUST --out opened

          cp opened/case.asice case.asice

         | openssl cms -decrypt -binary -inform DER -in package/case/case.cms -inkey KEY.pem \
      -recip CERT.pem -out case.asice

      """;

  private static final String CHECK_CASE =
      """
          unzip -q case.asice -d case

          openssl cms -verify -binary -inform DER -in case/META-INF/signature001.p7s \
      -content case/META-INF/ASiCManifest001.xml -CAfile ROOT.pem -purpose any -out /dev/null

          (cd case && sed -n 's|.* URI="\\([^"]*\\)"><ds:DigestMethod.*<ds:DigestValue>\\(.*\\)\
      </ds:DigestValue>.*|\\1 \\2|p' META-INF/ASiCManifest001.xml | while read f d; do \
      test "$(openssl dgst -sha256 -binary "$f" | openssl base64)" = "$d" || echo "CHANGED: $f"; done)

          echo "%s  case/manifest.json" | sha256sum -c

      """;

  private static final String DECRYPT_RELEASE =
      """
      5. Decrypt the release record: who released it, and to whom. It must name your certificate.

          openssl cms -decrypt -binary -inform DER -in package/case/release.cms -inkey KEY.pem \
      -recip CERT.pem -out release.p7m

          openssl cms -verify -binary -inform DER -in release.p7m -CAfile ROOT.pem -purpose any \
      -out release.json

      """;

  private static final String TAKE_RELEASE =
      """
      5. The release record, whose signature `safehand open` checked, must name your certificate.

          cp opened/release.json release.json

         | openssl cms -decrypt -binary -inform DER -in package/case/release.cms -inkey KEY.pem \
      -recip CERT.pem -out release.p7m

         | openssl cms -verify -binary -inform DER -in release.p7m -CAfile ROOT.pem -purpose any \
      -out release.json

      """;

  private static final String CHECK_RELEASE =
      """
          grep -q "\\"recipientCertificateSha256\\":\\"$(openssl x509 -in CERT.pem -outform DER | \
      sha256sum | cut -c1-64)\\"" release.json

      """;

  private static final String DECRYPT_EXHIBITS =
      """
      6. Decrypt the exhibits, segment by segment, and compare them with the sealed digests.

          (set -e; for d in package/exhibits/*/; do o="$(basename "$d").bin"; : > "$o"; \
      for e in "$d"*.cms; do openssl cms -decrypt -binary -inform DER -in "$e" \
      -content "${e%.cms}.bin" -inkey KEY.pem -recip CERT.pem -out segment.part; \
      cat segment.part >> "$o"; done; done; rm -f segment.part)

      """;

  private static final String TAKE_EXHIBITS =
      """
      6. Compare the exhibits with the sealed digests.

          cp opened/*.bin .

         | (set -e; for d in package/exhibits/*/; do o="$(basename "$d").bin"; : > "$o"; \
      for e in "$d"*.cms; do openssl cms -decrypt -binary -inform DER -in "$e" \
      -content "${e%.cms}.bin" -inkey KEY.pem -recip CERT.pem -out segment.part; \
      cat segment.part >> "$o"; done; done; rm -f segment.part)

      """;

  private static final String CHECK_EXHIBITS =
      """
          sha256sum -c case/exhibits.sha256

      The original names of the exhibits stand in case/manifest.json. They are claims of whoever
      handed the exhibits in: never use one as a path.
      """;

  private OpenText() {}

  static String of(PackageHeader header) {
    String digest = header.sealDigest().hex();
    String sender = header.routing().sender().replaceAll("[^ -~]", "?");
    boolean safehand = header.recipient().algorithm().quantumSafe();
    String text =
        HEAD.formatted(header.packageId(), sender, digest)
            + (safehand ? FOR_SAFEHAND : FOR_OPENSSL)
            + CHECKS
            + (safehand ? OPEN_ALL : DECRYPT_CASE)
            + CHECK_CASE.formatted(digest)
            + (safehand ? TAKE_RELEASE : DECRYPT_RELEASE)
            + CHECK_RELEASE;
    return header.exhibits().isEmpty()
        ? text
        : text + (safehand ? TAKE_EXHIBITS : DECRYPT_EXHIBITS) + CHECK_EXHIBITS;
  }
}
