package org.safehand.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.witness.WitnessState;
import org.safehand.custody.witness.WitnessStateContract;

class FileWitnessStateTest implements WitnessStateContract {
  private final Path folder;
  private FileWitnessState state;

  FileWitnessStateTest(@TempDir Path temp) throws CliException {
    folder = temp.resolve("state");
    state = FileWitnessState.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    state.close();
  }

  @Override
  public WitnessState state() {
    return state;
  }

  @Test
  void openedAgain_holdsTheLast() throws Exception {
    assertThat(state.replace(ORIGIN, Optional.empty(), WitnessStateContract.note(5))).isTrue();
    state.close();
    state = FileWitnessState.open(folder);
    assertThat(state.last(ORIGIN)).contains(WitnessStateContract.note(5));
  }

  @Test
  void folder_ofTheOwnerAloneAndOfOneProcess() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThatThrownBy(() -> FileWitnessState.open(folder))
        .isInstanceOfSatisfying(
            CliException.class, e -> assertThat(e.code()).isEqualTo(CliCode.STATE_IN_USE.wire()));
  }

  @Test
  void crashWhileWriting_leavesTheOldOne() throws Exception {
    assertThat(state.replace(ORIGIN, Optional.empty(), WitnessStateContract.note(5))).isTrue();
    Path file = file();
    Files.writeString(folder.resolve(file.getFileName() + ".next"), "half a no");
    assertThat(state.last(ORIGIN)).contains(WitnessStateContract.note(5));
    SignedNote next = WitnessStateContract.note(6);
    assertThat(state.replace(ORIGIN, Optional.of(WitnessStateContract.note(5)), next)).isTrue();
    assertThat(Files.readString(file, UTF_8)).isEqualTo(next.toString());
  }

  @Test
  void fileDamagedOrOfAnotherLog_faultAndNothingReplaced() throws Exception {
    assertThat(state.replace(ORIGIN, Optional.empty(), WitnessStateContract.note(5))).isTrue();
    Path file = file();
    String text = Files.readString(file, UTF_8);
    for (String damaged : new String[] {"", text.substring(1), text.replace(ORIGIN, OTHER)}) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> state.last(ORIGIN)).isInstanceOf(IOException.class);
      assertThatThrownBy(
              () -> state.replace(ORIGIN, Optional.empty(), WitnessStateContract.note(6)))
          .isInstanceOf(IOException.class);
      assertThat(Files.readString(file, UTF_8)).isEqualTo(damaged);
    }
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".checkpoint"))
          .findFirst()
          .orElseThrow();
    }
  }
}
