package org.safehand.launcher.demo;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** The commands by which anyone repeats the proofs without Safehand. */
public final class RepeatIt {
  private final Path folder;

  /**
   * @param folder what the demonstration has left behind
   */
  public RepeatIt(Path folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /** Commands of a shell, to be pasted. */
  public String text() {
    return """

        Everything held. It lies in %1$s.
        Without Safehand, with unzip, openssl and sha256sum:

          cd '%1$s'
          unzip -q -o package.asice -d unpacked
          # the hotline's seal over the list of everything in the package
          openssl cms -verify -binary -inform DER -in unpacked/META-INF/signature001.p7s \\
            -content unpacked/META-INF/ASiCManifest001.xml -CAfile trust/seal-ca.pem \\
            -purpose any -out /dev/null
          # every segment, with the agency's key, put together again
          for exhibit in unpacked/exhibits/*; do
            for segment in "$exhibit"/*.cms; do
              openssl cms -decrypt -binary -inform DER -in "$segment" \\
                -content "${segment%%.cms}.bin" -inkey agency/key.pem -recip agency/cert.pem
            done > "unpacked/${exhibit##*/}.opened"
          done
          sha256sum exhibits/* opened/*.bin unpacked/*.opened
          # the agency's signature over its receipt
          openssl cms -verify -binary -inform DER -in receipt.p7m -CAfile '%2$s' -purpose any

        The servers still run: ./safehand up shows the addresses, ./safehand down stops them.
        """
        .formatted(folder, folder.resolveSibling("pki").resolve("agency-ca.pem"));
  }
}
