package org.safehand.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.Ids;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.reading.Looks;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.store.Store;

/**
 * What the use cases of this face share, over one store.
 *
 * @param store what keeps everything
 * @param audit compares the stored log with itself
 * @param clock what time it is
 * @param helpers threads beside that of the request
 * @param random for keys and ids
 * @param ids makes ids
 * @param journal records custody events
 * @param attempts the unit of work of a use case, with its refusals recorded
 * @param access the authorization table, and what it is asked about
 * @param once a repeated request is done once
 * @param gate closed while the log is stale
 * @param stepUp whether somebody proved themselves again, for this act
 * @param looks records that a case was looked at
 */
record Tools(
    Store store,
    LogAudit audit,
    Clock clock,
    Executor helpers,
    SecureRandom random,
    Ids ids,
    Journal journal,
    Attempts attempts,
    CaseAccess access,
    OncePerKey once,
    LogGate gate,
    StepUpGate stepUp,
    Looks looks) {
  static Tools over(
      Store store, Instrument instrument, LogAudit audit, Clock clock, Executor helpers) {
    SecureRandom random = new SecureRandom();
    Ids ids = new Ids(clock, random);
    Journal journal = new Journal(store.custodyRecorder(), ids, clock, instrument);
    return new Tools(
        store,
        audit,
        clock,
        helpers,
        random,
        ids,
        journal,
        new Attempts(store.unitOfWork(), journal),
        new CaseAccess(
            AccessPolicy.packaged(),
            store.bindings(),
            store.sessionEnds(),
            store.referrals(),
            store.dispatches(),
            store.glasses()),
        new OncePerKey(store.idempotency()),
        new LogGate(store.logStanding(), store.settings()),
        new StepUpGate(store.stepUps(), clock),
        new Looks(journal, clock));
  }
}
