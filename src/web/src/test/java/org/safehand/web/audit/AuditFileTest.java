package org.safehand.web.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.anchor.FileMark;

class AuditFileTest {
  private final Path folder;
  private AuditFile file;

  AuditFileTest(@TempDir Path temp) {
    this.folder = temp.resolve("audit");
    this.file = open();
  }

  private AuditFile open() {
    return new AuditFile(folder, "node-1", 20);
  }

  @Test
  void lines_areAddedAndTheOwnersAlone() throws IOException {
    append("one\n", "two\n");
    assertThat(folder.resolve("audit-node-1.jsonl")).hasContent("one\ntwo\n");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("audit-node-1.jsonl"))))
        .isEqualTo("rw-------");
  }

  @Test
  void file_full_isFollowedByTheNextAndKeepsItsName() throws IOException {
    append("123456789\n", "123456789\n", "next\n");
    assertThat(folder.resolve("audit-node-1.jsonl")).hasContent("123456789\n123456789\n");
    assertThat(folder.resolve("audit-node-1+2.jsonl")).hasContent("next\n");
    append("123456789\n", "123456789\n");
    assertThat(folder.resolve("audit-node-1+3.jsonl")).hasContent("123456789\n");
  }

  @Test
  void process_startedAgain_goesOnWhereItWas() throws IOException {
    append("123456789\n", "123456789\n", "next\n");
    file.close();
    file = open();
    append("more\n");
    assertThat(folder.resolve("audit-node-1+2.jsonl")).hasContent("next\nmore\n");
    assertThat(file.grown())
        .containsExactly(
            mark("audit-node-1.jsonl", "123456789\n123456789\n"),
            mark("audit-node-1+2.jsonl", "next\nmore\n"));
  }

  @Test
  void line_cutOffByACrash_isEndedBeforeTheNext() throws IOException {
    append("one\n");
    file.close();
    Files.writeString(folder.resolve("audit-node-1.jsonl"), "one\ntw");
    file = open();
    append("three\n");
    assertThat(folder.resolve("audit-node-1.jsonl")).hasContent("one\ntw\nthree\n");
    assertThat(file.grown()).containsExactly(mark("audit-node-1.jsonl", "one\ntw\nthree\n"));
  }

  @Test
  void growth_isMarkedOncePerFile_alsoOfAFileThatIsFull() throws IOException {
    assertThat(file.grown()).isEmpty();
    append("one\n");
    List<FileMark> first = file.grown();
    assertThat(first).containsExactly(mark("audit-node-1.jsonl", "one\n"));
    first.forEach(file::anchored);
    assertThat(file.grown()).isEmpty();

    append("123456789\n", "123456789\n");
    List<FileMark> second = file.grown();
    assertThat(second)
        .containsExactly(
            mark("audit-node-1.jsonl", "one\n123456789\n"),
            mark("audit-node-1+2.jsonl", "123456789\n"));
    second.forEach(file::anchored);
    assertThat(file.grown()).isEmpty();
  }

  @Test
  void mark_isOfWhatWasWritten_notOfWhatSomebodyMadeOfIt() throws IOException {
    append("one\n");
    Files.writeString(folder.resolve("audit-node-1.jsonl"), "two\n");
    assertThat(file.grown()).containsExactly(mark("audit-node-1.jsonl", "one\n"));
  }

  @Test
  void link_inPlaceOfTheFile_isRefused() throws IOException {
    Files.createDirectories(folder);
    Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("audit-node-1.jsonl"), elsewhere);
    assertThatThrownBy(() -> append("one\n")).isInstanceOf(IOException.class);
    assertThat(elsewhere).isEmptyFile();
  }

  private void append(String... lines) throws IOException {
    for (String line : lines) {
      file.append(line.getBytes(US_ASCII));
    }
  }

  private static FileMark mark(String name, String content) {
    return new FileMark(name, content.length(), Digest.of(content.getBytes(US_ASCII)));
  }
}
