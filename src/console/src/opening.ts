// An exhibit in clear: it is opened for a purpose, which is recorded, and then saved; nothing here looks at it.
import type { Me, Referral } from './api';
import { post, root } from './api';
import { saveFrom } from './download';
import { isInReview, supervises } from './release';
import { worksOn } from './rights';

export interface Opening {
  id: string;
  referral: string;
  number: number;
  size: number;
  sha256: string;
  expires: string;
}

/** Who may open the exhibits of `referral`, as far as this page can tell; the gateway decides. */
export function mayOpen(me: Me, referral: Pick<Referral, 'state' | 'author' | 'assignee' | 'unit'>): boolean {
  return worksOn(me, referral) || (supervises(me, referral.unit) && isInReview(referral.state));
}

export function openExhibit(referral: string, number: number, purpose: string) {
  return post<Opening>(`${root}/referrals/${referral}/exhibits/${number}/openings`, { body: { purpose } });
}

/** Has the browser save what was opened, without leaving this page or showing a byte of it. */
export function save(opening: Opening): void {
  saveFrom(`${root}/openings/${encodeURIComponent(opening.id)}`);
}
