package org.safehand.custody.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.note.LogKey;

class TrustFolderTest {
  private final Trust trust = Trusts.of(LogKey.generate("example.org/log", new SecureRandom()));

  private final Path folder;

  TrustFolderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    new TrustFolderWriter(folder).write(trust);
  }

  private void assertFault(TrustFault fault, String place) {
    assertThatThrownBy(() -> TrustFolder.read(folder))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.place()).isEqualTo(place);
            })
        .hasMessageStartingWith(fault.code());
  }

  @Test
  void written_readBack() throws IOException, TrustException {
    assertThat(TrustFolder.read(folder)).isEqualTo(trust);
  }

  @Test
  void authorityWithdrawn_readBackAndItsTimeIsOne() throws IOException, TrustException {
    TsaTrust pin = trust.timeStampAuthorities().get(0);
    Trust stolen =
        new Trust(
            trust.log(),
            trust.sealers(),
            trust.sealCa(),
            trust.tsaCa(),
            List.of(
                new TsaTrust(
                    pin.certificateSha256(),
                    pin.policies(),
                    Optional.of(Instant.parse("2027-02-03T04:05:06.789Z")))));
    new TrustFolderWriter(folder).write(stolen);
    assertThat(TrustFolder.read(folder)).isEqualTo(stolen);

    Path json = folder.resolve("trust.json");
    Files.writeString(json, Files.readString(json, UTF_8).replace("06.789Z", "06Z"));
    assertFault(TrustFault.MALFORMED, "trust.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trust.json", "log.vkey", "seal-ca.pem", "tsa-ca.pem"})
  void fileMissing_incomplete(String name) throws IOException {
    Files.delete(folder.resolve(name));
    assertFault(TrustFault.INCOMPLETE, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"trust.json", "log.vkey", "seal-ca.pem", "tsa-ca.pem"})
  void fileEmpty_malformed(String name) throws IOException {
    Files.writeString(folder.resolve(name), "");
    assertFault(TrustFault.MALFORMED, name);
  }

  @Test
  void trustJson_ofOneMebibyte_readAndOneByteMoreRefused() throws IOException, TrustException {
    Path json = folder.resolve("trust.json");
    String text = Files.readString(json, UTF_8);
    String padded = text + " ".repeat((1 << 20) - text.length());
    Files.writeString(json, padded);
    assertThat(TrustFolder.read(folder)).isEqualTo(trust);
    Files.writeString(json, padded + " ");
    assertFault(TrustFault.MALFORMED, "trust.json");
  }

  @Test
  void noFolder_incomplete() {
    assertThatThrownBy(() -> TrustFolder.read(folder.resolve("none")))
        .isInstanceOf(TrustException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":1|\"version\":2",
        "\"version\":1|\"version\":1,\"x\":1",
        "\"quorum\":0|\"quorum\":1",
        "\"quorum\":0|\"quorum\":-1",
        "\"sealCa\":[\"seal-ca.pem\"]|\"sealCa\":[]",
        "\"sealCa\":[\"seal-ca.pem\"]|\"sealCa\":[\"../seal-ca.pem\"]",
        "\"policies\":[\"1.3.6.1.4.1.99999.1\"]|\"policies\":[]",
        "\"keys\":[\"example|\"keys\":[\"xample",
        "2036-01-01T00:00:00.000Z|2025-01-01T00:00:00.000Z",
        "2036-01-01T00:00:00.000Z|2036-01-01T00:00:00Z",
        "\"organisation\"|\"organization\"",
        "e3b0c442|E3B0C442"
      })
  void trustJsonWithOneThingWrong_malformed(String good, String bad) throws IOException {
    String json = Files.readString(folder.resolve("trust.json"), UTF_8);
    assertThat(json).contains(good);
    Files.writeString(folder.resolve("trust.json"), json.replace(good, bad));
    assertFault(TrustFault.MALFORMED, "trust.json");
  }

  @Test
  void otherKeyInVkeyFile_malformed() throws IOException {
    LogKey other = LogKey.generate("example.org/log", new SecureRandom());
    Files.writeString(folder.resolve("log.vkey"), other.verifierKey() + "\n");
    assertFault(TrustFault.MALFORMED, "log.vkey");
  }
}
