package org.safehand.packaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.pack.StoredExhibit;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.SampleVault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** No two encryptions share a key or a nonce, over many packages of one hotline. */
@Tag("campaign")
class NoKeyTwiceTest {
  private static final List<TestAuthority> AGENCIES =
      List.of(TestPki.AGENCY_RSA, TestPki.AGENCY_P256, TestPki.AGENCY_ML_KEM_768);
  private static final int PACKAGES = 60;

  private final SampleHotline hotline = new SampleHotline();
  private final Random random = new Random(7);

  @Test
  void intake_manySegments_eachHasAKeyAndANonceOfItsOwn() {
    SampleVault vault = new SampleVault();
    for (int i = 0; i < 2000; i++) {
      vault.take(new byte[random.nextInt(3)]);
    }
    List<Object> keys = new ArrayList<>();
    List<Object> nonces = new ArrayList<>();
    for (StoredExhibit exhibit : vault.stored()) {
      exhibit
          .segments()
          .forEach(
              segment -> {
                keys.add(hex(segment.key().bytes()));
                nonces.add(hex(segment.facts().nonce().bytes()));
              });
    }
    assertThat(keys).hasSize(2000).doesNotHaveDuplicates();
    assertThat(nonces).hasSize(2000).doesNotHaveDuplicates();
  }

  @Test
  void pack_manyPackages_eachEnvelopeHasAKeyANonceAndARecipientInfoOfItsOwn() throws Exception {
    List<String> keys = new ArrayList<>();
    List<String> nonces = new ArrayList<>();
    List<String> recipients = new ArrayList<>();
    for (int i = 0; i < PACKAGES; i++) {
      TestAuthority agency = AGENCIES.get(i % AGENCIES.size());
      SamplePackage sample = hotline.pack(agency, new byte[] {1}, new byte[] {1});
      for (Map.Entry<String, EnvelopeForm> entry : envelopes(sample).entrySet()) {
        EnvelopeForm form = entry.getValue();
        nonces.add(hex(form.nonce().bytes()));
        recipients.add(hex(form.recipient().getEncoded("DER")));
        keys.add(key(entry.getKey(), sample, TestPki.recipient(agency)));
      }
    }
    assertThat(nonces).hasSize(4 * PACKAGES).doesNotHaveDuplicates();
    assertThat(recipients).doesNotHaveDuplicates();
    assertThat(keys).hasSize(4 * PACKAGES).doesNotHaveDuplicates();
  }

  private static Map<String, EnvelopeForm> envelopes(SamplePackage sample) throws Exception {
    Forgery parts = Forgery.of(sample.bytes());
    Map<String, EnvelopeForm> found = new TreeMap<>();
    for (String name :
        List.of(
            PackageNames.CASE,
            PackageNames.RELEASE,
            PackageNames.envelope(1, 0),
            PackageNames.envelope(2, 0))) {
      found.put(name, Envelope.read(name, parts.content(name)).form());
    }
    return found;
  }

  private static String key(String name, SamplePackage sample, RecipientKey recipient)
      throws Exception {
    return hex(
        Envelope.read(name, Forgery.of(sample.bytes()).content(name))
            .contentKey(recipient)
            .bytes());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
