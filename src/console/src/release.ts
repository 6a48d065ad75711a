// What can be said of a release before the gateway is asked: it applies the same rules, and decides.
import type { Agency, Dispatch, Me, Referral } from './api';
import { digestOf } from './json';

/** The states in which supervisors read a sealed referral and decide. */
const IN_REVIEW = new Set(['IN_REVIEW', 'ENDORSED']);

/** Nothing of it has been sent; of what is suspended the gateway knows. */
const UNSENT = new Set(['QUEUED', 'AUTHORISED', 'READY', 'SUSPENDED']);

/** What somebody may do with the release of a referral, or why they may not. */
export type ReleasePart = 'release' | 'second' | 'was-first' | 'wrote' | 'none';

export function isInReview(state: string): boolean {
  return IN_REVIEW.has(state);
}

/** Whether it is in the hands of `me`, and not only read by them in an emergency. */
export function supervises(me: Me, unit: string): boolean {
  return me.roles.includes('release-supervisor') && unit === me.organisation;
}

/** Which part `me` has in the release of `referral`. */
export function partInRelease(me: Me, referral: Referral): ReleasePart {
  const { state, author, assignee, editors, unit, sealDigest } = referral;
  if (!isInReview(state) || sealDigest === undefined || !supervises(me, unit)) return 'none';
  if ([author, assignee, ...editors].includes(me.number)) return 'wrote';
  if (state !== 'ENDORSED') return 'release';
  return referral.endorsedBy === me.number ? 'was-first' : 'second';
}

/** Those of `recipients` to whom it takes two supervisors. */
export function highRiskOf(recipients: readonly string[], agencies: readonly Agency[]): string[] {
  return recipients.filter((id) => agencies.some((agency) => agency.id === id && agency.highRisk === true));
}

/** Whether a release can still be taken back, as far as `dispatches` tell. */
export function isUnsent(dispatches: readonly Dispatch[]): boolean {
  return dispatches.every(
    ({ state, delivered }) => UNSENT.has(state) || (state === 'SUPERSEDED' && delivered === undefined),
  );
}

/** The digest of a release to the endpoints at which `recipients` receive; `second` after another supervisor's. */
export function releaseDigest(
  sealDigest: string,
  recipients: readonly string[],
  agencies: readonly Agency[],
  second: boolean,
): Promise<string> {
  const receiving = [...recipients].sort().map((agency) => {
    const endpoint = agencies.find((it) => it.id === agency)?.endpoints[0]?.id ?? null;
    return { agency, endpoint };
  });
  if (second) return digestOf({ act: 'second', recipients: receiving, sealDigest });
  return highRiskOf(recipients, agencies).length > 0
    ? digestOf({ act: 'first', recipients: receiving, sealDigest })
    : digestOf({ recipients: receiving, sealDigest });
}
