package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SampleVault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.ZeroVault;

/** Packages beyond what 32 bits count, and of very many exhibits. */
@Tag("campaign")
class LargePackageTest {
  private static final long FOUR_GIBIBYTES = 1L << 32;

  /** One more than four digits number; long tests have more. */
  private static final int EXHIBITS = Boolean.getBoolean("safehand.long") ? 50_000 : 10_001;

  private final SampleHotline hotline = new SampleHotline();
  private final Path folder;

  LargePackageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Writes and reads some twelve gibibytes: a long test. */
  @Test
  @EnabledIfSystemProperty(named = "safehand.long", matches = "true")
  void open_exhibitAboveFourGibibytes_givesEveryByte() throws Exception {
    ZeroVault vault = new ZeroVault(FOUR_GIBIBYTES + 1);
    PackageRecipe recipe = hotline.pack(TestPki.AGENCY_P256, vault.records(), vault.stored());

    OpenedPackage opened = open(TestPki.AGENCY_P256, write(recipe, vault));

    assertThat(recipe.length()).isGreaterThan(FOUR_GIBIBYTES);
    assertThat(opened.verified().length()).isEqualTo(recipe.length());
    Path exhibit = folder.resolve("opened/0001.bin");
    assertThat(Files.size(exhibit)).isEqualTo(FOUR_GIBIBYTES + 1);
    try (InputStream in = Files.newInputStream(exhibit)) {
      in.skipNBytes(FOUR_GIBIBYTES - 1);
      assertThat(in.readAllBytes()).containsExactly(0, 0);
    }
  }

  @Test
  void open_moreExhibitsThanFourDigitsNumber_givesEachOfThem() throws Exception {
    SampleVault vault = new SampleVault();
    for (int i = 1; i <= EXHIBITS; i++) {
      vault.take(Integer.toString(i).getBytes(US_ASCII));
    }
    PackageRecipe recipe = hotline.pack(TestPki.AGENCY_ML_KEM_768, vault.records(), vault.stored());

    OpenedPackage opened = open(TestPki.AGENCY_ML_KEM_768, write(recipe, vault));

    assertThat(opened.caseFile().manifest().exhibits())
        .extracting(ExhibitRecord::number)
        .hasSize(EXHIBITS);
    for (int number : new int[] {1, 9_999, 10_000, EXHIBITS}) {
      assertThat(Files.readString(folder.resolve("opened/%04d.bin".formatted(number))))
          .isEqualTo(Integer.toString(number));
    }
  }

  private Path write(PackageRecipe recipe, SegmentSource vault) throws IOException {
    Path file = folder.resolve("package.asice");
    try (OutputStream out = Files.newOutputStream(file)) {
      recipe.writeTo(out, vault);
    }
    return file;
  }

  private OpenedPackage open(TestAuthority agency, Path file) throws Exception {
    ExecutorService helper = Executors.newSingleThreadExecutor();
    try {
      return new PackageOpener(
              TestPki.recipient(agency), hotline.trust(), new OpenWork(helper, OpenWatch.NOBODY))
          .open(file, folder.resolve("opened"));
    } finally {
      helper.shutdown();
    }
  }
}
