// Reading a case of another unit in an emergency, in the REST API.
import { api, get, glance, post, root, type Loaded, type Me, type Page } from './api';
import { sha256 } from './json';

export interface Glass {
  id: string;
  revision: number;
  state: string;
  reference: string;
  caseId: string;
  referralId: string;
  openedBy: string;
  unit: string;
  reason: string;
  opened: string;
  until: string;
  reviewBy: string;
  overdue?: boolean;
  ended?: string;
  reviewedBy?: string;
  reviewed?: string;
  finding?: string;
}

/** Which case, and why. */
export interface GlassOrder {
  reference: string;
  reason: string;
}

/** The version that a second factor names of a case that was never read. */
export const UNREAD = '"v0"';

const GLASSES = `${root}/break-glass`;
const REFERENCE = /^SH-\d{4}-\d{8}-\d{2}$/;

export const glasses = {
  list: (cursor: string | undefined): Promise<Loaded<Page<Glass>>> =>
    get<Page<Glass>>(`${GLASSES}${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
  break: (key: string, order: GlassOrder) => post<Glass>(GLASSES, { idempotencyKey: key, body: order }),
  end: (id: string) => post<Glass>(`${GLASSES}/${id}/end`, {}),
  review: (glass: Glass, finding: string) =>
    post<Glass>(`${GLASSES}/${glass.id}/review`, { ifMatch: `"v${glass.revision}"`, body: { finding } }),
  /** Asks by itself for what this person broke and may still look through: none or one. */
  mine: () => glance<{ items: Glass[] }>(`${GLASSES}/mine`),
  /** Asks by itself how many wait. */
  waiting: () => glance<Me>(`${root}/me`),
};

/** What the second factor for `order` is bound to: this case, for this reason. */
export async function stepUpFor(order: GlassOrder): Promise<Parameters<typeof api.stepUp>[0]> {
  const digest = await sha256(new TextEncoder().encode(order.reason));
  return { operation: 'break-glass', object: order.reference, etag: UNREAD, digest };
}

/** Whether `text` is written like the reference of a case; its check digits are the gateway's to check. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}
