package org.safehand.packaging.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safehand.custody.json.Jcs;
import org.safehand.packaging.asic.AsicWriter;
import org.safehand.packaging.manifest.CaseManifest;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.ListedFile;
import org.safehand.packaging.seal.PendingSeal;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealWriter;

/** Makes case files: freezes the content, signs it, and waits for the time-stamp. */
public final class CaseFileAssembler {
  private final SealWriter seals;

  /** Seals with {@code seals}. */
  public CaseFileAssembler(SealWriter seals) {
    this.seals = requireNonNull(seals, "seals is null");
  }

  /**
   * The case file of {@code content}, signed and not yet time-stamped.
   *
   * @throws SealException if it cannot be signed
   * @throws IllegalArgumentException if the custody events are not one chain
   */
  public PendingCaseFile assemble(CaseContent content) throws SealException {
    CustodyChapter custody = new CustodyChapter(content.custody());
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(CaseFileNames.REFERRAL, Jcs.write(content.body()));
    files.put(CaseFileNames.CUSTODY, custody.toBytes());
    files.put(CaseFileNames.SUMMARY, content.summary().getBytes(UTF_8));
    files.put(CaseFileNames.SUMS, sums(content.exhibits()));
    List<ListedFile> listed = new ArrayList<>();
    files.forEach((name, bytes) -> listed.add(ListedFile.of(name, bytes)));
    CaseManifest manifest =
        new CaseManifest(
            content.referral(),
            content.referralVersion(),
            content.legalBasis(),
            custody.head(),
            content.exhibits(),
            listed);
    AsicWriter container = new AsicWriter().add(CaseFileNames.MANIFEST, manifest.toBytes());
    files.forEach(container::add);
    PendingSeal seal = seals.sign(container.manifestXml());
    return new PendingCaseFile(container, manifest, seal);
  }

  /** The lines that {@code sha256sum -c} checks recovered exhibits by. */
  static byte[] sums(List<ExhibitRecord> exhibits) {
    StringBuilder lines = new StringBuilder();
    for (ExhibitRecord exhibit : exhibits) {
      lines.append("%s  %04d.bin\n".formatted(exhibit.digest().sha256().hex(), exhibit.number()));
    }
    return lines.toString().getBytes(UTF_8);
  }
}
