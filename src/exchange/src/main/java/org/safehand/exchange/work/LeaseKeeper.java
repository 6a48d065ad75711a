package org.safehand.exchange.work;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.dispatch.RenewLease;
import org.safehand.referral.refusal.Refused;

/**
 * Renews the lease of a dispatch while it is being sent. If it cannot, another node may take the
 * dispatch over; the fence then keeps this one from settling it, and the agency from keeping it
 * twice.
 */
public final class LeaseKeeper {
  private static final Logger LOG = System.getLogger(LeaseKeeper.class.getName());

  private final RenewLease lease;
  private final Actor node;
  private final ScheduledExecutorService timer;
  private final Duration every;

  /**
   * @param every well below the length of a lease
   */
  public LeaseKeeper(RenewLease lease, Actor node, ScheduledExecutorService timer, Duration every) {
    this.lease = requireNonNull(lease, "lease is null");
    this.node = requireNonNull(node, "node is null");
    this.timer = requireNonNull(timer, "timer is null");
    this.every = requireNonNull(every, "every is null");
  }

  /** Does {@code work} while the lease of {@code claim} is renewed. */
  public <T> T during(SendingDispatch claim, Supplier<T> work) {
    ScheduledFuture<?> renewing =
        timer.scheduleWithFixedDelay(
            () -> renew(claim), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return work.get();
    } finally {
      renewing.cancel(false);
    }
  }

  private void renew(SendingDispatch claim) {
    try {
      if (lease.renew(node, claim) instanceof Refused<SendingDispatch> refused) {
        LOG.log(
            Level.WARNING,
            "dispatch {0}: {1}",
            claim.order().id(),
            refused.refusal().code().wire());
      }
    } catch (RuntimeException e) {
      // thrown on, it would end the renewals for good
      LOG.log(Level.WARNING, "the lease of dispatch " + claim.order().id() + " stays as it is", e);
    }
  }
}
