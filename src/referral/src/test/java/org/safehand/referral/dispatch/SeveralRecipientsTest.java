package org.safehand.referral.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.packaging.open.PackageOpener;
import org.safehand.packaging.recipient.RecipientAlgorithm;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;

/** One referral for several agencies: the evidence is read once, each package is its own. */
class SeveralRecipientsTest {
  private final Hotline hotline = new Hotline();

  @Test
  void twoRecipients_haveTwoPackagesAfterOneReadingOfTheEvidence() {
    List<Dispatch> queued = hotline.dispatched("AG-N-001", "AG-S-002");
    value(hotline.authorise.authorise(People.NODE, queued.get(0).order().id()));
    queued.forEach(it -> assertThat(now(it.order().id())).isInstanceOf(AuthorisedDispatch.class));
    assertThat(hotline.ports.unit().run(this::authorisation)).isEmpty();
    hotline.ports.recorder().publish();
    queued.forEach(it -> value(hotline.pack.pack(People.NODE, it.order().id())));
    assertThat(
            queued.stream()
                .map(it -> hotline.ports.dispatches().recipe(it.order().id()).orElseThrow())
                .map(recipe -> recipe.packageDigest()))
        .doesNotHaveDuplicates();
  }

  @Test
  void oneOfTwoRecipientsRevoked_suspendsThatOneAlone() {
    List<Dispatch> queued = hotline.dispatched("AG-N-001", "AG-S-002");
    hotline.standing.revoke(TestWorld.NORTH_RECIPIENT.certificate());
    DispatchId south = dispatchTo("AG-S-002", queued);
    value(hotline.authorise.authorise(People.NODE, south));
    assertThat(now(south)).isInstanceOf(AuthorisedDispatch.class);
    assertThat(now(dispatchTo("AG-N-001", queued))).isInstanceOf(SuspendedDispatch.class);
  }

  private static DispatchId dispatchTo(String agency, List<Dispatch> dispatches) {
    return dispatches.stream()
        .map(Dispatch::order)
        .filter(order -> order.agency().value().equals(agency))
        .map(DispatchOrder::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void recipientsOfBothKinds_openTheirOwnPackageAndReadWhatProtectsIt(@TempDir Path folder)
      throws Exception {
    List<Dispatch> queued = hotline.dispatched("AG-N-001", "AG-S-002");
    value(hotline.authorise.authorise(People.NODE, queued.get(0).order().id()));
    hotline.ports.recorder().publish();
    queued.forEach(it -> value(hotline.pack.pack(People.NODE, it.order().id())));
    assertThat(opened(folder, queued, "AG-N-001", TestWorld.NORTH_RECIPIENT))
        .isEqualTo(RecipientAlgorithm.ECDH_P384);
    assertThat(opened(folder, queued, "AG-S-002", TestWorld.SOUTH_RECIPIENT))
        .isEqualTo(RecipientAlgorithm.ML_KEM_768);
  }

  private RecipientAlgorithm opened(
      Path folder, List<Dispatch> queued, String agency, TestAuthority recipient) throws Exception {
    DispatchId id = dispatchTo(agency, queued);
    Path file = folder.resolve(agency + ".asice");
    try (OutputStream out = Files.newOutputStream(file)) {
      hotline
          .ports
          .dispatches()
          .recipe(id)
          .orElseThrow()
          .writeTo(out, reference -> hotline.ports.vault().open(SegmentId.parse(reference)));
    }
    return new PackageOpener(TestPki.recipient(recipient), hotline.trust)
        .open(file, folder.resolve(agency))
        .verified()
        .header()
        .recipient()
        .algorithm();
  }

  private Optional<Task> authorisation() {
    return hotline.ports.outbox().take(TaskKind.AUTHORISE, Duration.ZERO);
  }

  private Dispatch now(DispatchId id) {
    return hotline.ports.dispatches().find(id).orElseThrow();
  }
}
