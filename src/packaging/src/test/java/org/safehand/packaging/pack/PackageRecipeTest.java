package org.safehand.packaging.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.zip.StoredEntry;

class PackageRecipeTest {
  private static final byte[] SEGMENT = "ciphertext of a segment".getBytes(US_ASCII);
  private static final SegmentSource VAULT =
      reference -> {
        byte[] found = Map.of("v-1", SEGMENT).get(reference);
        if (found == null) {
          throw new IOException("no segment " + reference);
        }
        return new ByteArrayInputStream(found);
      };

  private final PackageRecipe recipe = recipe(SEGMENT, "v-1");

  @Test
  void writeTo_twice_givesTheSameBytesOfTheStatedLength() throws IOException {
    byte[] first = written(recipe);

    assertThat(written(recipe)).isEqualTo(first);
    assertThat(first).hasSize((int) recipe.length());
    assertThat(recipe.fileDigest(VAULT)).isEqualTo(Digest.of(first));
    assertThat(recipe.packageDigest()).isEqualTo(Digest.of("<manifest/>".getBytes(US_ASCII)));
  }

  @Test
  void writeTo_anyRange_isThatPartOfTheWhole() throws IOException {
    byte[] whole = written(recipe);

    for (int from = 0; from <= whole.length; from += 7) {
      for (int count = 0; from + count <= whole.length; count += 11) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        recipe.writeTo(out, VAULT, from, count);
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, from, from + count));
      }
    }
  }

  @Test
  void fromBytes_ofToBytes_writesTheSamePackage() throws IOException {
    PackageRecipe again = PackageRecipe.fromBytes(recipe.toBytes());

    assertThat(written(again)).isEqualTo(written(recipe));
    assertThat(again.toBytes()).isEqualTo(recipe.toBytes());
  }

  @Test
  void fromBytes_cutOrLengthened_isRefused() {
    byte[] bytes = recipe.toBytes();

    assertThatThrownBy(() -> PackageRecipe.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PackageRecipe.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writeTo_whole_isReadByAnOrdinaryUnzip() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(recipe)))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("mimetype");
      assertThat(zip.getNextEntry().getName()).isEqualTo("exhibits/0001/00000.bin");
      assertThat(zip.readAllBytes()).isEqualTo(SEGMENT);
      assertThat(zip.getNextEntry().getName()).isEqualTo("META-INF/ASiCManifest001.xml");
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  @Test
  void writeTo_segmentOfTheVaultChanged_fails() {
    byte[] other = SEGMENT.clone();
    other[3] ^= 1;

    assertThatThrownBy(() -> written(recipe(other, "v-1"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> written(recipe(Arrays.copyOf(SEGMENT, 30), "v-1")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> written(recipe(Arrays.copyOf(SEGMENT, 10), "v-1")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> written(recipe(SEGMENT, "v-2"))).isInstanceOf(IOException.class);
  }

  @Test
  void recipient_isThatOfTheHeaderIfItHasOne() {
    SamplePackage sample =
        new SampleHotline().pack(TestPki.AGENCY_P256, "synthetic".getBytes(US_ASCII));
    assertThat(sample.recipe().recipient())
        .contains(sample.header().recipient().certificateSha256());
    assertThat(recipe.recipient()).isEmpty();
    assertThat(withHeader(new RecipeEntry.Inline(PackageNames.HEADER, SEGMENT)).recipient())
        .isEmpty();
    assertThat(
            withHeader(
                    new RecipeEntry.Segment(
                        new StoredEntry(PackageNames.HEADER, 1, 0), "v-1", Digest.of(SEGMENT)))
                .recipient())
        .isEmpty();
  }

  private static PackageRecipe withHeader(RecipeEntry header) {
    return PackageRecipe.of(
        List.of(header, new RecipeEntry.Inline(AsicNames.MANIFEST, new byte[0])));
  }

  @Test
  void fromBytes_anyByteOfItsFrameChanged_isRefused() {
    byte[] bytes = recipe.toBytes();
    // magic, version and count, and the kind of the first entry
    for (int i = 0; i < 13; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 0x40;
      assertThatThrownBy(() -> PackageRecipe.fromBytes(changed))
          .as("byte %d", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void fromBytes_cutAnywhere_isRefused() {
    byte[] bytes = recipe.toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> PackageRecipe.fromBytes(cut))
          .as("%d bytes", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void fromBytes_negativeLength_isRefused() {
    byte[] bytes = recipe.toBytes();
    // behind the frame, the kind and "mimetype" with its length
    bytes[12 + 1 + 2 + 8] = (byte) 0x80;
    assertThatThrownBy(() -> PackageRecipe.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative length");
  }

  /** A recipe whose second entry claims to be {@code sealed}. */
  private static PackageRecipe recipe(byte[] sealed, String reference) {
    CRC32 crc = new CRC32();
    crc.update(sealed);
    return PackageRecipe.of(
        List.of(
            new RecipeEntry.Inline("mimetype", "x".getBytes(US_ASCII)),
            new RecipeEntry.Segment(
                new StoredEntry(PackageNames.ciphertext(1, 0), sealed.length, crc.getValue()),
                reference,
                Digest.of(sealed)),
            new RecipeEntry.Inline(AsicNames.MANIFEST, "<manifest/>".getBytes(US_ASCII))));
  }

  private static byte[] written(PackageRecipe recipe) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    recipe.writeTo(out, VAULT);
    return out.toByteArray();
  }
}
