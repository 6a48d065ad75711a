package org.safehand.launcher.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private final Path temporary;

  SecretsTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void password_askedAgain_isTheSameAlsoForALaterStart() throws IOException {
    String first = secrets().password("database");
    assertThat(first).matches("[a-zA-Z0-9]{24}");
    assertThat(secrets().password("database")).isEqualTo(first);
    assertThat(secrets().password("other")).isNotEqualTo(first);
  }

  @Test
  void password_onDisk_isReadableByItsOwnerAlone() throws IOException {
    Path file = secrets().passwordFile("database");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Path folder = temporary.resolve("secrets");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  private Secrets secrets() {
    return new Secrets(temporary.resolve("secrets"), new SecureRandom());
  }
}
