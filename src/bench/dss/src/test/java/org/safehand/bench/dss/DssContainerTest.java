package org.safehand.bench.dss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.bench.peer.SealingParty;

/** What the figures say of this peer: the level that it reaches, and how it writes entries. */
class DssContainerTest {
  private final DssContainer dss = new DssContainer(new SealingParty());

  @TempDir private Path folder;

  @Test
  void container_asDssMakesItByItself_isDeflatedAndPassesAtLevelLt() throws Exception {
    assertThat(methods(make(false))).containsOnly(ZipEntry.DEFLATED);
    assertPassed();
  }

  @Test
  void container_whenToldNotToCompress_isStoredAndPassesAtLevelLt() throws Exception {
    assertThat(methods(make(true))).containsOnly(ZipEntry.STORED);
    assertPassed();
  }

  private Path make(boolean stored) throws Exception {
    List<Path> exhibits =
        List.of(
            Files.write(folder.resolve("exhibit-1"), "synthetic one".getBytes(UTF_8)),
            Files.write(folder.resolve("exhibit-2"), "synthetic two".getBytes(UTF_8)));
    Path container = folder.resolve("container.asice");
    dss.make(exhibits, container, stored);
    return container;
  }

  private static List<Integer> methods(Path container) throws Exception {
    List<Integer> methods = new ArrayList<>();
    try (ZipFile zip = new ZipFile(container.toFile())) {
      zip.stream()
          .filter(entry -> entry.getName().startsWith("exhibit-"))
          .forEach(entry -> methods.add(entry.getMethod()));
    }
    assertThat(methods).hasSize(2);
    return methods;
  }

  private void assertPassed() {
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(
            new FileDocument(folder.resolve("container.asice").toFile()));
    validator.setCertificateVerifier(dss.verifier());
    SimpleReport report = validator.validateDocument().getSimpleReport();
    String id = report.getFirstSignatureId();
    assertThat(report.getIndication(id))
        .as(() -> String.valueOf(report.getAdESValidationErrors(id)))
        .isEqualTo(Indication.TOTAL_PASSED);
    assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.CAdES_BASELINE_LT);
  }
}
