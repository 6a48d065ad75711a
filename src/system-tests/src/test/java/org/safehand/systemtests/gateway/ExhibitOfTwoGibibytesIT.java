package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Api.Answer;

/**
 * A large exhibit goes through the whole path. The gateway's heap is limited to 512 MiB and the
 * agency's to 256 MiB, so anything that grows with the exhibit would end in an OutOfMemoryError.
 */
class ExhibitOfTwoGibibytesIT {
  private static final long TWO_GIB = 2L << 30;

  private final RunningGateway gateway = RunningGateway.get();

  @TempDir Path folder;

  @Test
  void largeExhibit_deliveredAndOpened() throws Exception {
    assertThat(gateway.gatewayCommandLine()).contains("-Xmx512m");
    Sample large = Sample.random("large.bin", TWO_GIB, 42);
    Delivery delivery = gateway.deliver(large);
    assertThat(Files.size(delivery.packageFile())).isGreaterThan(TWO_GIB);
    Path opened = folder.resolve("opened");
    Command open = gateway.open(delivery.packageFile(), opened);
    assertThat(open.exitCode()).as(open.output()).isZero();
    assertThat(Sample.ofFile(opened.resolve("0001.bin")).sha256()).isEqualTo(large.sha256());
    assertThat(inClear(delivery.referral(), TWO_GIB).sha256()).isEqualTo(large.sha256());
  }

  /** The exhibit as its author downloads it. */
  private Sample inClear(String referral, long size) throws Exception {
    Answer opened = Referrals.openExhibit(gateway.officer(), referral, 1);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    InputStream bytes =
        gateway.officer().stream("/api/v1/openings/" + opened.json().path("id").asText());
    return new Sample("clear", "application/octet-stream", size, () -> bytes);
  }
}
