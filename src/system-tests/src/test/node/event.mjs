// An event: its link, header and detail, and what its leaf commits to (SPEC.md, Event).
import { commitment, parseCanonical, write } from './leaf.mjs';
import { hash } from './note.mjs';

const TYPES = `anchored break-glass case-changed case-opened clearance clock-fault delivery-receipt denied derived disposition
  endpoint-changed exported extract-issued handed-over intake key-changed legal-hold opening-receipt packaged policy-changed
  re-hashed read receipt-refused redacted refused reissued released restored retention-erased retrieved returned role-changed sealed
  searched submitted transmit-attempted transmit-authorised transmit-delivered transmit-failed transmit-suspended
  verification-run withdrawn`.split(/\s+/);

const isText = (value) => typeof value === 'string';
export const isUuid = (value) => isText(value) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const isDigest = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isObject = (value) => typeof value === 'object' && !Array.isArray(value);
const isTexts = (value) => isObject(value) && Object.values(value).every(isText);
const isFacts = (value) => isTexts(value) && Object.keys(value).length > 0;
const isInteger = (value) => typeof value === 'number';
export const isHash = (value) => isText(value) && hash(value) !== null;
export const isNatural = (value) => isInteger(value) && value >= 0;

function isTime(value) {
  const date = new Date(value);
  return isText(value) && !Number.isNaN(date.getTime()) && date.toISOString() === value;
}

/** Whether a value is an object of exactly these members, those with "?" as far as they are there. */
export function has(value, shape) {
  if (value === undefined || !isObject(value)) return false;
  const known = new Set(Object.keys(shape).map((name) => name.replace('?', '')));
  return (
    Object.keys(value).every((name) => known.has(name)) &&
    Object.entries(shape).every(([name, holds]) => {
      const member = name.replace('?', '');
      return Object.hasOwn(value, member) ? holds(value[member]) : name.endsWith('?');
    })
  );
}

const only = (expected) => (value) => value === expected;
const isPrincipal = (value) => has(value, { authentication: isText, id: isText, organisation: isText, role: isText });
const isInstrument = (value) => has(value, { location: isText, software: isText, version: isText });
const isCounterparty = (value) => has(value, { endpoint: isText, organisation: isText });
const isBasis = (value) => has(value, { 'authority?': isText, 'legalBasis?': isText, purpose: isText });
const isOccasion = (value) =>
  has(value, { clock: isText, end: isTime, offset: isInteger, start: isTime }) && value.end >= value.start;
const isOutcome = (value) =>
  has(value, {
    'changeReason?': isText,
    'code?': isText,
    'correctionOf?': isUuid,
    result: (result) => ['done', 'failed', 'denied'].includes(result),
  });

function isExhibit(value) {
  const plain = { 'derivedFrom?': isText, number: isText, rootNumber: isText, 'secondDigest?': isText, sha256: isDigest, size: isNatural };
  if (has(value, plain)) return true;
  const compared = has(value, { ...plain, after: isDigest, before: isDigest, match: (match) => typeof match === 'boolean' });
  return compared && value.match === (value.before === value.after);
}

export const isLink = (value) =>
  has(value, { case: isUuid, 'previous?': isDigest, sequence: isNatural, v: only(1) }) &&
  (value.sequence > 0) === Object.hasOwn(value, 'previous');

export const isHeader = (value) =>
  has(value, {
    actor: isPrincipal,
    'basis?': isBasis,
    'counterparty?': isCounterparty,
    event: isUuid,
    'exhibit?': isExhibit,
    'facts?': isFacts,
    instrument: isInstrument,
    occasion: isOccasion,
    outcome: isOutcome,
    'secondApprover?': isPrincipal,
    type: (type) => TYPES.includes(type),
    v: only(1),
  });

export const isDetail = (value) => has(value, { texts: isTexts, v: only(1) });

/** The second that a leaf shows of this header. */
export const secondOf = (header) => header.occasion.end.replace(/\.[0-9]{3}Z$/, 'Z');

/** Whether the member of this leaf (l, h or d) is the commitment to this part. */
export const commits = (leaf, part, salt, value) =>
  leaf[part[0]] === commitment(part, Buffer.from(salt, 'base64'), write(value));

/** Whether these bytes are the stored body of an event that the leaf commits to. */
export function isBody(bytes, leafBytes) {
  const body = parseCanonical(bytes);
  const leaf = parseCanonical(leafBytes);
  const salts = (value) => has(value, { d: isHash, h: isHash, l: isHash });
  if (!has(body, { detail: isDetail, header: isHeader, link: isLink, salts, v: only(1) })) return false;
  const opened = ['link', 'header', 'detail'].every((part) => commits(leaf, part, body.salts[part[0]], body[part]));
  return opened && secondOf(body.header) === leaf.t;
}
