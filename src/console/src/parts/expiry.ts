// When certificates end: which can still be encrypted to, and what a person is to be told.
import type { Certificate } from '../api';
import { word, words } from '../words';

/** Soonest last: what stands later in the list ends earlier. */
const USABLE = ['valid', 'within-60-days', 'within-30-days', 'within-7-days'];

/** Whether a package may be encrypted to `certificate` now. */
export function isUsable(certificate: Certificate): boolean {
  return USABLE.includes(certificate.expiry);
}

/** What to say of one certificate, if there is anything to say. */
export function warning(certificate: Certificate): string | undefined {
  return certificate.expiry === 'valid' ? undefined : word(words.expiry, certificate.expiry);
}

/** What to say of an endpoint: when the last of its certificates ends, or that none is valid. */
export function warningOfAll(certificates: Certificate[]): string | undefined {
  const rank = (it: Certificate) => USABLE.indexOf(it.expiry);
  const last = certificates.filter(isUsable).sort((a, b) => rank(a) - rank(b))[0];
  return last === undefined ? words.expiry['none'] : warning(last);
}
