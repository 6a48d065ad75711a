package org.safehand.packaging.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.release.ReleaseFacts;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SampleVault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** What waits for the log, stored and read back, and what is no such thing. */
class AuthorisedPackageTest {
  private static final SampleHotline HOTLINE = new SampleHotline();

  private final SampleVault vault = vault("synthetic\n", "other\n");
  private final AuthorisedPackage authorised = authorise(TestPki.AGENCY_P256, vault, vault);

  private static SampleVault vault(String... exhibits) {
    SampleVault vault = new SampleVault();
    for (String exhibit : exhibits) {
      vault.take(exhibit.getBytes(US_ASCII));
    }
    return vault;
  }

  /** A package of what {@code sealed} took in, with the segments of {@code stored}. */
  private static AuthorisedPackage authorise(
      TestAuthority agency, SampleVault sealed, SampleVault stored) {
    RecipientCertificate recipient = TestPki.recipient(agency).certificate();
    return new PackageAssembler(HOTLINE.seals(), HOTLINE.envelopes())
        .authorise(
            SampleHotline.routing(),
            HOTLINE.caseFile(sealed.records()),
            recipient,
            stored.stored());
  }

  private static void refused(List<RecipeEntry> entries) {
    byte[] bytes = RecipeCodec.write(entries);
    assertThatThrownBy(() -> AuthorisedPackage.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not an authorised package");
  }

  private List<RecipeEntry> stored() {
    return new ArrayList<>(RecipeCodec.read(authorised.toBytes()));
  }

  @Test
  void fromBytes_ofToBytes_isTheSame() {
    AuthorisedPackage again = AuthorisedPackage.fromBytes(authorised.toBytes());

    assertThat(again.toBytes()).isEqualTo(authorised.toBytes());
    assertThat(again.header()).isEqualTo(authorised.header());
    assertThat(again.headerDigest()).isEqualTo(authorised.header().digest());
    assertThat(again.recipient().sha256()).isEqualTo(authorised.recipient().sha256());
    assertThat(again.facts())
        .isEqualTo(ReleaseFacts.of(authorised.header()))
        .containsKey("packageHeaderSha256");
  }

  @Test
  void fromBytes_withoutCertificateOrHeader_isRefused() {
    refused(List.of());
    refused(stored().subList(0, 1));
    refused(stored().subList(1, stored().size()));
    List<RecipeEntry> withoutHeader = stored();
    withoutHeader.remove(1);
    refused(withoutHeader);
    List<RecipeEntry> swapped = stored();
    Collections.swap(swapped, 0, 1);
    refused(swapped);
  }

  @Test
  void fromBytes_otherNameOrKindOfEntry_isRefused() {
    RecipeEntry.Segment segment =
        (RecipeEntry.Segment)
            stored().stream()
                .filter(RecipeEntry.Segment.class::isInstance)
                .findFirst()
                .orElseThrow();
    for (int i = 0; i < 2; i++) {
      RecipeEntry.Inline good = (RecipeEntry.Inline) stored().get(i);
      List<RecipeEntry> renamed = stored();
      renamed.set(i, new RecipeEntry.Inline("other", good.content()));
      refused(renamed);
      List<RecipeEntry> reference = stored();
      reference.set(i, segment);
      refused(reference);
      List<RecipeEntry> cut = stored();
      byte[] shorter = Arrays.copyOf(good.content(), good.content().length - 1);
      cut.set(i, new RecipeEntry.Inline(good.name(), shorter));
      refused(cut);
    }
  }

  @Test
  void authorise_otherExhibitsThanSealed_isRefused() {
    for (SampleVault other :
        List.of(vault(), vault("synthetic\n"), vault("synthetic\n", "another\n"))) {
      assertThatThrownBy(() -> authorise(TestPki.AGENCY_P256, vault, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not those that were sealed");
    }
  }

  @Test
  void steps_areThoseOfTheRecipientsKey() {
    SampleVault none = vault();
    String forOpenSsl = OpenText.of(authorised.header());
    String forSafehand = OpenText.of(authorise(TestPki.AGENCY_ML_KEM_768, vault, vault).header());

    assertThat(forOpenSsl)
        .contains("openssl cms -decrypt", "-recip CERT.pem", "sha256sum -c case/exhibits.sha256")
        .doesNotContain("safehand open package.asice")
        .contains(authorised.header().sealDigest().hex());
    assertThat(forSafehand)
        .contains(
            "safehand open package.asice",
            "sha256sum -c case/exhibits.sha256",
            "cp opened/*.bin .");
    assertThat(OpenText.of(authorise(TestPki.AGENCY_P256, none, none).header()))
        .doesNotContain("exhibits.sha256");
  }
}
