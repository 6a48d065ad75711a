package org.safehand.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.person.SessionEnds;
import org.safehand.referral.port.memory.InMemorySessionEnds;
import org.safehand.referral.port.memory.InMemoryUnitOfWork;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

class SignedOutFilterTest {
  private static final long START = 1_800_000_000;
  private static final StaffNumber OFFICER = new StaffNumber("officer1");

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final SessionEnds ends = new InMemorySessionEnds(unit);
  private final BrowserRequest browser = new BrowserRequest("subject-1", START);

  @Test
  void personWhoseSessionsEndedBefore_goesOn() throws Exception {
    end(START - 1);
    browser.through(new SignedOutFilter(() -> ends));
    assertThat(browser.wentOn()).isTrue();
  }

  @Test
  void personWhoseSessionsEndedSince_isSignedOut() throws Exception {
    end(START);
    browser.through(new SignedOutFilter(() -> ends));
    assertThat(browser.wentOn()).isFalse();
    assertThat(browser.invalidated()).isTrue();
    assertThat(browser.status()).isEqualTo(401);
    assertThat(browser.body()).contains("\"code\":\"signed-out\"");
  }

  @Test
  void databaseUnavailable_isTold_andNobodyGoesOn() throws Exception {
    SignedOutFilter filter =
        new SignedOutFilter(
            () -> {
              throw new StoreException(StoreCode.DATABASE_UNAVAILABLE, "something of the inside");
            });
    browser.through(filter);
    assertThat(browser.wentOn()).isFalse();
    assertThat(browser.invalidated()).isFalse();
    assertThat(browser.status()).isEqualTo(503);
    assertThat(browser.body())
        .contains("\"code\":\"database-unavailable\"")
        .doesNotContain("inside");
  }

  private void end(long at) {
    unit.run(
        () -> {
          ends.end(OFFICER, Instant.ofEpochSecond(at));
          return OFFICER;
        });
  }
}
