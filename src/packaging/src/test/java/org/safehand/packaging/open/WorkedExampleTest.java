package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.zip.ContainerBytes;
import org.safehand.packaging.zip.StoredEntry;
import org.safehand.packaging.zip.StoredZipReader;

/** The package of SPEC.md, made once and kept: what is accepted today is accepted for ever. */
class WorkedExampleTest {
  private static final Path VECTOR = Path.of("src/test/resources/org/safehand/packaging/vector");
  private static final Path FILE = VECTOR.resolve("package.asice");

  @Test
  void verify_keptPackage_isAccepted() throws Exception {
    VerifiedPackage verified = PackageVerifier.verify(FILE, trust());

    assertThat(verified.seal().organisation()).isEqualTo("hotline.example");
    assertThat(spec()).contains("\n" + verified.packageDigest().hex() + "\n");
    assertThat(spec()).contains("The file has " + verified.length() + " bytes");
  }

  @Test
  void verify_keptPackageAgainstAnotherHotlinesTrust_isRefused() {
    Trust other = new SampleHotline().trust();

    assertThatThrownBy(() -> PackageVerifier.verify(FILE, other))
        .isInstanceOf(PackageException.class);
  }

  @Test
  void specification_listsTheEntriesAsTheyAre() throws Exception {
    StringBuilder listing = new StringBuilder();
    try (ContainerBytes bytes = ContainerBytes.ofFile(FILE)) {
      for (StoredEntry entry : StoredZipReader.read(bytes).entries()) {
        listing.append("%5d  %s\n".formatted(entry.size(), entry.name()));
      }
    }
    assertThat(spec()).contains("```\n" + listing + "```");
  }

  @Test
  void specification_showsHeaderAndManifestLineAsTheyAre() throws Exception {
    Forgery kept = Forgery.of(Files.readAllBytes(FILE));
    String joined = spec().replaceAll("\n +", "");
    String manifest = new String(kept.content(AsicNames.MANIFEST), UTF_8);

    assertThat(joined).contains("\n" + new String(kept.content(PackageNames.HEADER), UTF_8) + "\n");
    assertThat(joined).contains("\n" + manifest.lines().toList().get(3) + "\n");
  }

  private static Trust trust() throws Exception {
    return TrustFolder.read(VECTOR.resolve("trust"));
  }

  private static String spec() throws IOException {
    return Files.readString(Path.of("SPEC.md"));
  }
}
