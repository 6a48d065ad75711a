package org.safehand.packaging.pack;

import org.safehand.packaging.header.PackageHeader;

/**
 * {@code OPEN.txt}: the steps by which anyone opens and checks a package with unzip, openssl and
 * sha256sum. Lines that start with four spaces are commands; a test runs them as they stand.
 */
final class OpenText {
  private static final String TEXT =
      """
      Package %s, sent by %s
      Seal digest of the case file: %s

      How to check and open it with unzip, openssl (3.0 or later) and sha256sum.
      `safehand open` does all of this at once, checks more, and refuses by itself.

      You need: ROOT.pem, the root certificate of the sender, from the sender's own hand;
      KEY.pem and CERT.pem, your agency's private key and certificate.
      Stop at the first command that fails. Do not use what a failed command left behind.

      1. Unpack, next to those three files.

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

      4. Decrypt the case file, and check its own seal and seal digest in the same way.

          openssl cms -decrypt -binary -inform DER -in package/case/case.cms -inkey KEY.pem \
      -recip CERT.pem -out case.asice

          unzip -q case.asice -d case

          openssl cms -verify -binary -inform DER -in case/META-INF/signature001.p7s \
      -content case/META-INF/ASiCManifest001.xml -CAfile ROOT.pem -purpose any -out /dev/null

          (cd case && sed -n 's|.* URI="\\([^"]*\\)"><ds:DigestMethod.*<ds:DigestValue>\\(.*\\)\
      </ds:DigestValue>.*|\\1 \\2|p' META-INF/ASiCManifest001.xml | while read f d; do \
      test "$(openssl dgst -sha256 -binary "$f" | openssl base64)" = "$d" || echo "CHANGED: $f"; done)

          echo "%s  case/manifest.json" | sha256sum -c

      5. Decrypt the release record: who released it, and to whom. It must name your certificate.

          openssl cms -decrypt -binary -inform DER -in package/case/release.cms -inkey KEY.pem \
      -recip CERT.pem -out release.p7m

          openssl cms -verify -binary -inform DER -in release.p7m -CAfile ROOT.pem -purpose any \
      -out release.json

          grep -q "\\"recipientCertificateSha256\\":\\"$(openssl x509 -in CERT.pem -outform DER | \
      sha256sum | cut -c1-64)\\"" release.json

      6. Decrypt the exhibits, segment by segment, and compare them with the sealed digests.

          (set -e; for d in package/exhibits/*/; do o="$(basename "$d").bin"; : > "$o"; \
      for e in "$d"*.cms; do openssl cms -decrypt -binary -inform DER -in "$e" \
      -content "${e%%.cms}.bin" -inkey KEY.pem -recip CERT.pem -out segment.part; \
      cat segment.part >> "$o"; done; done; rm -f segment.part)

          sha256sum -c case/exhibits.sha256

      The original names of the exhibits stand in case/manifest.json. They are claims of whoever
      handed the exhibits in: never use one as a path.
      """;

  /** Where the step starts that a package without exhibits has no need of. */
  private static final String EXHIBITS = "6. Decrypt the exhibits";

  private OpenText() {}

  static String of(PackageHeader header) {
    String digest = header.sealDigest().hex();
    String sender = header.routing().sender().replaceAll("[^ -~]", "?");
    String text = TEXT.formatted(header.packageId(), sender, digest, digest);
    return header.exhibits().isEmpty() ? text.substring(0, text.indexOf(EXHIBITS)) : text;
  }
}
