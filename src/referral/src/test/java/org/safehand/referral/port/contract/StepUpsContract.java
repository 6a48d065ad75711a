package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Operation;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.stepup.Grant;
import org.safehand.referral.stepup.ProvenAct;

/** A grant is for one act, once, for as long as it is fresh. */
public interface StepUpsContract {
  Instant AT = Samples.MORNING;
  Instant BEFORE = AT.minusMillis(1);

  Ports ports();

  @Test
  default void grant_isTakenOnce() {
    ProvenAct binding = binding();
    keep(new Grant(binding, AT));
    assertThat(take(binding, BEFORE)).contains(new Grant(binding, AT));
    assertThat(take(binding, BEFORE)).isEmpty();
  }

  @Test
  default void grant_isForThisActAlone() {
    ProvenAct it = binding();
    keep(new Grant(it, AT));
    Digest other = Digest.of(new byte[] {9});
    Stream.of(
            new ProvenAct(
                People.OFFICER.number(), it.operation(), it.object(), it.version(), it.digest()),
            new ProvenAct(it.person(), Operation.REPORT, it.object(), it.version(), it.digest()),
            new ProvenAct(
                it.person(), it.operation(), binding().object(), it.version(), it.digest()),
            new ProvenAct(it.person(), it.operation(), it.object(), it.version() + 1, it.digest()),
            new ProvenAct(it.person(), it.operation(), it.object(), it.version(), other))
        .forEach(another -> assertThat(take(another, BEFORE)).as("%s", another).isEmpty());
    assertThat(take(it, BEFORE)).isPresent();
  }

  @Test
  default void grant_thatIsTooOld_isNotTaken_andOneMadeAnewIs() {
    ProvenAct binding = binding();
    keep(new Grant(binding, AT));
    assertThat(take(binding, AT)).isEmpty();
    Grant anew = new Grant(binding, AT.plusSeconds(1));
    keep(anew);
    assertThat(take(binding, AT)).contains(anew);
  }

  @Test
  default void grant_takenByWorkThatIsUndone_isThereAgain() {
    ProvenAct binding = binding();
    keep(new Grant(binding, AT));
    assertThatThrownBy(
            () ->
                ports()
                    .unit()
                    .run(
                        () -> {
                          assertThat(ports().stepUps().take(binding, BEFORE)).isPresent();
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(take(binding, BEFORE)).isPresent();
  }

  private static ProvenAct binding() {
    return new ProvenAct(
        People.SUPERVISOR.number(),
        Operation.RELEASE,
        Samples.IDS.referral().toString(),
        4,
        Stored.DIGEST);
  }

  private void keep(Grant grant) {
    ports()
        .unit()
        .run(
            () -> {
              ports().stepUps().keep(grant);
              return grant;
            });
  }

  private Optional<Grant> take(ProvenAct binding, Instant since) {
    return ports().unit().run(() -> ports().stepUps().take(binding, since));
  }
}
