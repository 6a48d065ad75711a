package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.registry.Registry;
import org.safehand.referral.registry.RegistryDocument;

/** A registry is what was saved last, whole, and never over another's change. */
public interface RegistriesContract {
  Ports ports();

  @Test
  default void registry_changedAndChangedBack_isWhatWasSaved() {
    for (UnaryOperator<Registry> change : changes()) {
      Registry next = changed(change);
      assertThat(digest(ports().registries().now())).isEqualTo(digest(next));
      assertThat(ports().registries().now().revision()).isEqualTo(next.revision());
      assertThat(ports().registries().now().authoritiesRevision())
          .isEqualTo(next.authoritiesRevision());
      assertThat(ports().registries().now().agencies())
          .extracting(entry -> entry.agency().id() + " " + entry.revision())
          .isEqualTo(
              next.agencies().stream()
                  .map(entry -> entry.agency().id() + " " + entry.revision())
                  .toList());
    }
  }

  @Test
  default void registry_readByThoseWhoSend_isTheSame() {
    Agency north = TestWorld.agencies().get(0);
    changed(registry -> registry.with(north));
    assertThat(ports().registries().agency(north.id()).map(Agency::name)).contains(north.name());
    assertThat(ports().registries().agencies()).extracting(Agency::id).contains(north.id());
    changed(registry -> registry.without(north.id()));
    assertThat(ports().registries().agency(north.id())).isEmpty();
    assertThat(ports().registries().agencies()).extracting(Agency::id).doesNotContain(north.id());
  }

  @Test
  default void registry_savedOverAnother_throwsAndKeepsTheFirst() {
    Registry read = ports().registries().now();
    Registry first = changed(registry -> registry.with(TestWorld.agencies().get(0)));
    assertThatThrownBy(() -> save(read.with(TestWorld.agencies().get(1))))
        .isInstanceOf(StaleRevisionException.class);
    assertThat(digest(ports().registries().now())).isEqualTo(digest(first));
  }

  /** The revision that was undone is made again, by another change. */
  @Test
  default void change_undone_isNotSeenByAnybodyAfterwards() {
    Registry before = ports().registries().now();
    assertThatThrownBy(
            () ->
                ports()
                    .unit()
                    .run(
                        () -> {
                          ports().registries().save(before.with(TestWorld.agencies().get(0)));
                          assertThat(ports().registries().now().revision())
                              .isEqualTo(before.revision() + 1);
                          throw new IllegalStateException("planted");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(digest(ports().registries().now())).isEqualTo(digest(before));
    Registry other = changed(registry -> registry.with(TestWorld.agencies().get(1)));
    assertThat(other.revision()).isEqualTo(before.revision() + 1);
    assertThat(digest(ports().registries().now())).isEqualTo(digest(other));
  }

  private static List<UnaryOperator<Registry>> changes() {
    Agency north = TestWorld.agencies().get(0);
    Agency renamed = new Agency(north.id(), "Another name", "XX", north.endpoints());
    CertificateAuthority authority =
        new CertificateAuthority(
            TestWorld.AGENCY_CA.certificate(),
            URI.create("http://ca.example.org/list.crl"),
            Optional.of(URI.create("http://ca.example.org/ocsp")));
    return List.of(
        registry -> registry.with(north),
        registry -> registry.with(TestWorld.agencies().get(1)),
        registry -> registry.with(List.of(authority)),
        registry -> registry.with(renamed),
        registry -> registry.without(north.id()),
        registry -> registry.with(List.<CertificateAuthority>of()),
        registry -> registry.without(TestWorld.agencies().get(1).id()));
  }

  private Registry changed(UnaryOperator<Registry> change) {
    return ports()
        .unit()
        .run(
            () -> {
              Registry next = change.apply(ports().registries().alone());
              ports().registries().save(next);
              return next;
            });
  }

  private void save(Registry next) {
    ports()
        .unit()
        .run(
            () -> {
              ports().registries().save(next);
              return next;
            });
  }

  private static Digest digest(Registry registry) {
    return RegistryDocument.digest(registry);
  }
}
