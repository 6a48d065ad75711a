package org.safehand.bench.opening;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.safehand.bench.exhibit.IntakeVault;
import org.safehand.bench.exhibit.SyntheticFile;
import org.safehand.bench.packing.CasePacker;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.SealException;
import org.safehand.referral.exhibit.Exhibit;

/**
 * A package of one exhibit at its receiver's, with what the receiver has: {@code package.asice},
 * {@code key.pem}, {@code cert.pem}, {@code trust/}; and the exhibit itself, to compare.
 *
 * @param folder where all of this lies
 * @param exhibit the original
 */
record DeliveredPackage(Path folder, SyntheticFile exhibit) {
  private static final TestAuthority AGENCY = TestPki.AGENCY_P384;

  /** A package of {@code bytes} bytes, made in {@code folder} by intake and packing. */
  static DeliveredPackage make(Path folder, long bytes) throws IOException, SealException {
    Files.createDirectories(folder);
    SyntheticFile exhibit = SyntheticFile.write(folder.resolve("exhibit"), bytes, bytes);
    IntakeVault vault = new IntakeVault(folder.resolve("vault"), Runnable::run);
    List<Exhibit> taken = List.of(vault.take(exhibit, 1));
    CasePacker packer = new CasePacker(vault);
    PackageRecipe recipe = packer.pack(taken, List.of(AGENCY)).get(0);
    try (OutputStream out = Files.newOutputStream(folder.resolve("package.asice"))) {
      recipe.writeTo(out, vault.source());
    }
    ServerFolder.delete(folder.resolve("vault"));
    write(folder.resolve("key.pem"), "PRIVATE KEY", AGENCY.keys().getPrivate().getEncoded());
    try {
      write(folder.resolve("cert.pem"), "CERTIFICATE", AGENCY.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    }
    new TrustFolderWriter(folder.resolve("trust")).write(packer.hotline().trust());
    return new DeliveredPackage(folder, exhibit);
  }

  private static void write(Path file, String label, byte[] der) throws IOException {
    Files.writeString(file, PemText.encode(label, der), US_ASCII);
  }
}
