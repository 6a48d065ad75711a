package org.safehand.exchange.work;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.safehand.exchange.send.Answer;
import org.safehand.exchange.send.SendCode;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.dispatch.Failure;
import org.safehand.referral.dispatch.SettleDispatch;
import org.safehand.referral.receipt.RecordReceipt;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/** Turns what an agency answered into the dispatch's next state. */
public final class Settlement {
  private static final Logger LOG = System.getLogger(Settlement.class.getName());

  private final Actor node;
  private final RecordReceipt receipts;
  private final SettleDispatch settles;

  public Settlement(Actor node, RecordReceipt receipts, SettleDispatch settles) {
    this.node = requireNonNull(node, "node is null");
    this.receipts = requireNonNull(receipts, "receipts is null");
    this.settles = requireNonNull(settles, "settles is null");
  }

  void settle(SendingDispatch claim, Answer answer) {
    Outcome<?> outcome = outcome(claim, answer);
    String what = outcome.fold(done -> describe(answer), refused -> refused.code().wire());
    LOG.log(Level.INFO, "dispatch {0}: {1}", claim.order().id(), what);
  }

  private Outcome<?> outcome(SendingDispatch claim, Answer answer) {
    if (answer instanceof Answer.Receipted receipted) {
      return receipts
          .record(node, claim, receipted.cms())
          .fold(Outcome::done, refusal -> forged(claim, refusal));
    }
    if (answer instanceof Answer.Failed failed) {
      return settles.failed(node, claim, failure(failed.code(), "the attempt failed"));
    }
    if (answer instanceof Answer.Refused refused) {
      return settles.suspend(node, claim, failure(refused.code(), "the attempt was refused"));
    }
    if (answer instanceof Answer.Unknown unknown) {
      return settles.unknown(node, claim, failure(unknown.code(), "the outcome is not known"));
    }
    return settles.suspend(
        node,
        claim,
        failure(SendCode.ANSWER_UNTRUSTED.code(), "an answer to a question that was not asked"));
  }

  /** A receipt that does not hold waits for a person, unless somebody else goes on already. */
  private Outcome<?> forged(SendingDispatch claim, Refusal refusal) {
    return refusal.code() == RefusalCode.DISPATCH_FENCE_STALE
        ? Outcome.refused(refusal)
        : settles.suspend(node, claim, failure(refusal.code().wire(), refusal.detail()));
  }

  private static Failure failure(String code, String detail) {
    return new Failure(code, detail);
  }

  private static String describe(Answer answer) {
    if (answer instanceof Answer.Failed failed) {
      return "failed, " + failed.code();
    }
    if (answer instanceof Answer.Unknown unknown) {
      return "unknown, " + unknown.code();
    }
    return answer instanceof Answer.Refused refused ? "suspended, " + refused.code() : "delivered";
  }
}
