package org.safehand.packaging.casefile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.asic.ListedEntry;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.manifest.CaseManifest;
import org.safehand.packaging.manifest.ListedFile;
import org.safehand.packaging.seal.SealVerifier;
import org.safehand.packaging.seal.VerifiedSeal;
import org.safehand.packaging.zip.ContainerBytes;

/**
 * Checks a case file offline: container, seal, every entry, and that manifest, custody events and
 * sums agree with each other.
 */
public final class CaseFileVerifier {
  private final String place;
  private final Trust trust;
  private final @Nullable Instant known;

  /** Checks against {@code trust}; {@code place} names the case file in refusals. */
  public CaseFileVerifier(String place, Trust trust) {
    this(place, trust, null);
  }

  private CaseFileVerifier(String place, Trust trust, @Nullable Instant known) {
    this.place = requireNonNull(place, "place is null");
    this.trust = requireNonNull(trust, "trust is null");
    this.known = known;
  }

  /** The same for a case file of which something else proves that it existed at {@code moment}. */
  public CaseFileVerifier knownSince(Instant moment) {
    return new CaseFileVerifier(place, trust, requireNonNull(moment, "moment is null"));
  }

  /**
   * What {@code bytes} proves.
   *
   * @throws PackageException naming the first check that failed
   */
  public VerifiedCaseFile verify(byte[] bytes) throws PackageException {
    try (ContainerBytes source = ContainerBytes.ofArray(bytes)) {
      AsicContainer container = AsicContainer.read(source);
      VerifiedSeal seal = seals().verify(container.manifestXml(), container.seal());
      container.checkContents();
      return verify(container, seal);
    } catch (PackageException e) {
      throw e.within(place);
    } catch (JsonException e) {
      throw malformed(String.valueOf(e.getMessage()), e).within(place);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be read", e);
    }
  }

  private SealVerifier seals() {
    SealVerifier seals = new SealVerifier(AsicNames.SEAL, trust);
    return known == null ? seals : seals.knownSince(known);
  }

  private VerifiedCaseFile verify(AsicContainer container, VerifiedSeal seal)
      throws IOException, PackageException, JsonException {
    CaseManifest manifest = CaseManifest.read(content(container, CaseFileNames.MANIFEST));
    requireListed(container, manifest);
    CustodyChapter custody = CustodyChapter.read(content(container, CaseFileNames.CUSTODY));
    if (!custody.head().equals(manifest.custodyHead())) {
      throw malformed("the custody events do not end at the manifest's custody head", null);
    }
    byte[] sums = CaseFileAssembler.sums(manifest.exhibits());
    if (!Arrays.equals(sums, content(container, CaseFileNames.SUMS))) {
      throw malformed(CaseFileNames.SUMS + " is not that of the manifest's exhibits", null);
    }
    JsonObject referral = Jcs.readObject(content(container, CaseFileNames.REFERRAL));
    return new VerifiedCaseFile(manifest, referral, custody.events(), seal);
  }

  /** The manifest lists every other entry, exactly these, as they are. */
  private void requireListed(AsicContainer container, CaseManifest manifest)
      throws IOException, PackageException {
    List<String> expected = new ArrayList<>(List.of(CaseFileNames.MANIFEST));
    expected.addAll(CaseFileNames.LISTED);
    List<ListedFile> files = new ArrayList<>();
    for (String name : CaseFileNames.LISTED) {
      files.add(ListedFile.of(name, content(container, name)));
    }
    if (!container.manifest().entries().stream().map(ListedEntry::name).toList().equals(expected)
        || !files.equals(manifest.files())) {
      throw malformed("the manifest does not list exactly the other entries as they are", null);
    }
  }

  private static byte[] content(AsicContainer container, String name)
      throws IOException, PackageException {
    return container.content(name, SealedCaseFile.MAX_BYTES);
  }

  private static PackageException malformed(String detail, @Nullable Throwable cause) {
    return new PackageException(
        PackageFault.CASE_FILE_MALFORMED, CaseFileNames.MANIFEST, detail, cause);
  }
}
