package org.safehand.packaging.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.recipient.RecipientKey;

/** Asserts that a package is refused for the right reason, and that nothing is left behind. */
final class Refusals {
  private final Path folder;
  private final Trust trust;

  Refusals(Path folder, Trust trust) {
    this.folder = folder;
    this.trust = trust;
  }

  /** Whoever has no key refuses {@code file}. */
  void verify(byte[] file, PackageFault fault) throws IOException {
    Path written = write(file);
    PackageException refusal =
        catchThrowableOfType(PackageException.class, () -> PackageVerifier.verify(written, trust));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
  }

  /** Whoever has no key finds nothing wrong with {@code file}, the owner of {@code key} does. */
  void open(byte[] file, RecipientKey key, PackageFault fault)
      throws IOException, PackageException {
    Path written = write(file);
    PackageVerifier.verify(written, trust);
    PackageException refusal =
        catchThrowableOfType(
            PackageException.class,
            () -> new PackageOpener(key, trust).open(written, folder.resolve("opened")));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(written);
    }
  }

  private Path write(byte[] file) throws IOException {
    return Files.write(folder.resolve("package.asice"), file);
  }
}
