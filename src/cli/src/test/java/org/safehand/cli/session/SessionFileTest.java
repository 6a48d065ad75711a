package org.safehand.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;

class SessionFileTest {
  private static final URI SOMEWHERE = URI.create("https://gateway.example.org");
  private static final Session SESSION =
      new Session(
          SOMEWHERE,
          SOMEWHERE.resolve("/realm"),
          "pem",
          SOMEWHERE.resolve("/token"),
          SOMEWHERE.resolve("/revoke"),
          new Tokens("a", Instant.parse("2026-11-24T03:51:59.123Z"), "r"));

  private final Path folder;
  private final SessionFile file;

  SessionFileTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = new SessionFile(folder.resolve("new/session.json"));
  }

  @Test
  void session_written_isReadBackAndItsOwnersAlone() throws Exception {
    file.write(SESSION);

    assertThat(file.read()).isEqualTo(SESSION);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
        .isEqualTo("rwx------");
  }

  @Test
  void session_writtenAgain_replacesAndLeavesNothingElse() throws Exception {
    file.write(SESSION);
    file.write(SESSION.with(new Tokens("b", Instant.EPOCH, "s")));

    assertThat(file.read().tokens().access()).isEqualTo("b");
    assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void session_readableToOthers_isRefused() throws Exception {
    file.write(SESSION);
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(file::read)
        .isInstanceOf(CliException.class)
        .hasMessageStartingWith("session-unusable: ");
  }

  @Test
  void session_absent_isAuthentication() {
    assertThatThrownBy(file::read)
        .isInstanceOfSatisfying(
            CliException.class,
            e -> {
              assertThat(e.code()).isEqualTo("session-missing");
              assertThat(e.exit()).isEqualTo(ExitCode.AUTHENTICATION);
              assertThat(e)
                  .as("what to do about it")
                  .hasMessageEndingWith(
                      "sign in with: safehand sign-in --ca PEM --session " + file.path());
            });
  }

  @Test
  void session_damaged_isRefused() throws Exception {
    file.write(SESSION);
    Files.writeString(file.path(), "{\"version\":2}");

    assertThatThrownBy(file::read).hasMessageStartingWith("session-unusable: ");
  }

  @Test
  void tokens_printed_areNotShown() {
    assertThat(SESSION.toString()).doesNotContain("access=").doesNotContain("refresh=");
  }
}
