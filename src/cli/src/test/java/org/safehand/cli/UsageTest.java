package org.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "verify",
        "verify log",
        "verify package x",
        "open x --key k --cert c --trust t",
        "hash",
        "--output xml hash x",
        "referral",
        "referral show",
        "referral show not-an-id",
        "referral submit 01890a5d-ac96-774b-bcce-b302099a8057 extra",
        "referral add-exhibit 01890a5d-ac96-774b-bcce-b302099a8057 x",
        "referral release 01890a5d-ac96-774b-bcce-b302099a8057 --seal-digest 00 --to AG-N-001",
        "referral assign 01890a5d-ac96-774b-bcce-b302099a8057",
        "exhibit download 01890a5d-ac96-774b-bcce-b302099a8057 1 --out x",
        "exhibit download 01890a5d-ac96-774b-bcce-b302099a8057 one --purpose p --out x",
        "dispatch list",
        "dispatch reissue 01890a5d-ac96-774b-bcce-b302099a8057 --certificate 00 --reason x",
        "dispatch reissue 01890a5d-ac96-774b-bcce-b302099a8057 --reason x",
        "fetch 01890a5d-ac96-774b-bcce-b302099a8057",
        "receipt --out x",
        "extract 01890a5d-ac96-774b-bcce-b302099a8057 --purpose p --out x",
        "extract 01890a5d-ac96-774b-bcce-b302099a8057 --level all --purpose p --out x",
        "settings",
        "settings propose",
        "settings propose glassMinutes",
        "settings propose glassMinutes=many",
        "settings propose glassMinutes=5 --file x",
        "duty add s1 --from 2026-11-24T07:00:00Z",
        "duty add s1 --from today --until tomorrow",
        "person",
        "person propose",
        "person propose s1 --new --deactivate",
        "person propose s1 --unit u --agency a",
        "proposal approve 01890a5d-ac96-774b-bcce-b302099a8057",
        "proposal reject 01890a5d-ac96-774b-bcce-b302099a8057 --digest 00 --reason x",
        "verify extract x",
        "report x --trust t",
        "log mirror --out x",
        "archive",
        "archive add x --tsa http://localhost:1 --trust t --crl c",
        "archive add --tsa http://localhost:1 --trust t --crl c --out o",
        "archive renew x --tsa http://localhost:1 --trust t --crl c --out o --hash md5",
        "witness",
        "witness key --name x",
        "witness serve --state x",
        "log",
        "log checkpoint",
        "log consistency --trust x",
        "log prove 5 --trust x",
        "sign-in",
        "key",
        "key generate --out x",
        "key generate --out x --request y --subject CN=x --password p",
        "key fingerprint"
      })
  void commandLine_malformed_isUsageInOneLine(String line) {
    CommandRun run =
        CommandRun.of((Object[]) (line.isEmpty() ? new String[0] : line.split(" ", -1)));

    assertThat(run.exit()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).startsWith("usage: safehand").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void server_withoutTls_isUsage(@TempDir Path folder) throws Exception {
    try (TestServer server = new TestServer()) {
      CommandRun run =
          CommandRun.of(
              "log",
              "mirror",
              "--server",
              "http://localhost:1",
              "--ca",
              server.pemFile(folder),
              "--out",
              folder.resolve("log"));

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).startsWith("usage: http://localhost:1: ");
    }
  }

  @Test
  void help_asked_isDataAndSuccess() {
    CommandRun run = CommandRun.of("referral", "release", "--help");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("--seal-digest").contains("Exit codes:");
  }

  @Test
  void hash_file_isItsSha256(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("abc.txt"), "abc");

    CommandRun run = CommandRun.of("hash", file);

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hash_missingFile_isLocalIo(@TempDir Path folder) {
    CommandRun run = CommandRun.of("hash", folder.resolve("absent"));

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("file-unreadable: " + folder.resolve("absent") + ": ");
  }
}
