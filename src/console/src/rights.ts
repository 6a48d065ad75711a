// What somebody may do with a referral and its dispatches, as far as can be told before the gateway is asked: it applies
// the same rules, those of config/policy/authorization.csv, and decides.
import type { Dispatch, Me, Referral } from './api';
import { isInReview, supervises } from './release';

/** In these a referral stands still, and nobody works on it. */
const WITHOUT_WORKER = new Set(['SEALING', 'WITHDRAWN']);
/** In these the agency has the package, or it waits there for the agency. */
const ARRIVED = new Set(['AVAILABLE', 'DELIVERED']);

/** Whether an officer wrote it, or it was handed over to them. */
export function worksOn(me: Me, { author, assignee }: Pick<Referral, 'author' | 'assignee'>): boolean {
  return me.roles.includes('referral-officer') && (author === me.number || assignee === me.number);
}

export function maySubmit(me: Me, referral: Referral): boolean {
  return referral.state === 'DRAFT' && worksOn(me, referral);
}

export function mayHandOver(me: Me, referral: Referral): boolean {
  return !WITHOUT_WORKER.has(referral.state) && (worksOn(me, referral) || supervises(me, referral.unit));
}

/** Whoever works on it takes it back, and so does a supervisor, also one who wrote it or released it first. */
export function mayWithdraw(me: Me, referral: Referral): boolean {
  return (referral.state === 'DRAFT' || isInReview(referral.state)) && (worksOn(me, referral) || supervises(me, referral.unit));
}

/** Nobody sends their own back; whoever only edited it does. */
export function mayReturn(me: Me, { state, unit, author }: Referral): boolean {
  return isInReview(state) && supervises(me, unit) && author !== me.number;
}

/** Whether the package is handed to the agency of `me`, unless the agency is held back. */
export function isHandedTo(me: Me, { agency, state, supersededBy }: Dispatch): boolean {
  return me.roles.includes('police-liaison') && me.agency === agency && ARRIVED.has(state) && supersededBy === undefined;
}
