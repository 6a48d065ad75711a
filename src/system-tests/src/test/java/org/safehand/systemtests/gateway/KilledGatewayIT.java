package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gateway killed in the middle of a dispatch: after its restart there is exactly one delivery.
 */
class KilledGatewayIT {
  private static final long SIZE = 768L << 20;
  private static final long UNDER_WAY = 1 << 20;

  private final RunningGateway gateway = RunningGateway.get();

  @TempDir Path folder;

  @Test
  void killedWhileSending_deliversExactlyOnce() throws Exception {
    String referral = released();
    String dispatch = Referrals.dispatches(gateway.officer(), referral).get(0);
    Await.until("the agency receives", Duration.ofMinutes(2), () -> incoming(dispatch) > UNDER_WAY);
    gateway.kill();
    assertThat(deliveries(dispatch)).as("killed before it was delivered").isEmpty();
    assertDeliveredOnceAfterRestart(referral, dispatch);
  }

  @Test
  void killedWhenTheAgencyHasIt_deliversExactlyOnce() throws Exception {
    String referral = released();
    String dispatch = Referrals.dispatches(gateway.officer(), referral).get(0);
    Await.until("the agency has it", Duration.ofMinutes(2), () -> !deliveries(dispatch).isEmpty());
    gateway.kill();
    assertDeliveredOnceAfterRestart(referral, dispatch);
  }

  private String released() throws Exception {
    Api officer = gateway.officer();
    String referral = Referrals.open(officer, Documents.good());
    Sample sample = Sample.random("slow.bin", SIZE, 11);
    assertThat(Referrals.add(officer, referral, sample).status()).isEqualTo(201);
    String digest = Referrals.seal(officer, referral);
    assertThat(Referrals.releaseProven(gateway, referral, digest, "AG-N-001").status())
        .isEqualTo(200);
    return referral;
  }

  private void assertDeliveredOnceAfterRestart(String referral, String dispatch) throws Exception {
    gateway.restart();
    Referrals.awaitDispatch(gateway.officer(), dispatch, "DELIVERED");
    assertThat(deliveries(dispatch)).hasSize(1);
    assertThat(Referrals.custody(gateway.officer(), referral)).containsOnlyOnce("delivery-receipt");
    Command verified = gateway.verifyLog(gateway.exportLog(folder.resolve("log-" + dispatch)));
    assertThat(verified.exitCode()).as(verified.output()).isZero();
  }

  /** How many bytes of a dispatch have arrived that the agency has not yet taken. */
  private long incoming(String dispatch) throws IOException {
    Path part = gateway.agencyFolder().resolve("inbox/.incoming").resolve(dispatch);
    try {
      return Files.size(part.resolve("package.asice"));
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private List<Path> deliveries(String dispatch) throws IOException {
    Path inbox = gateway.agencyFolder().resolve("inbox");
    try (Stream<Path> received = Files.list(inbox)) {
      return received
          .filter(folder -> folder.getFileName().toString().contains(dispatch))
          .filter(folder -> Files.exists(folder.resolve("package.asice")))
          .toList();
    }
  }
}
