// The leaf of the custody log and the canonical JSON of its parts (SPEC.md, RFC 8785).
import { createHmac } from 'node:crypto';
import { sha256 } from './merkle.mjs';
import { hash, utf8 } from './note.mjs';

/** The JSON value of which these bytes are the one spelling, or undefined. */
export function parseCanonical(bytes) {
  const text = utf8(bytes);
  try {
    const value = JSON.parse(text);
    return write(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The one spelling of this value; throws if it has none. */
export const write = (value) => spell(value, 0);

function spell(value, depth) {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (value === null || typeof value !== 'object' || depth === 32) throw new Error('not a value here');
  if (Array.isArray(value)) return `[${value.map((element) => spell(element, depth + 1)).join()}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${spell(name, depth + 1)}:${spell(value[name], depth + 1)}`).join()}}`;
}

function isSecond(text) {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text.replace('Z', '.000Z');
}

/** Whether these bytes are a leaf. */
export function isLeaf(bytes) {
  const leaf = utf8(bytes);
  const parts = /^\{"d":"(.{44})","h":"(.{44})","l":"(.{44})","t":"(.{20})","tag":"(.{44})","v":1\}$/.exec(leaf ?? '');
  return parts !== null && [1, 2, 3, 5].every((at) => hash(parts[at]) !== null) && isSecond(parts[4]);
}

/** The commitment to a part (link, header or detail) as text. */
export const commitment = (part, salt, text) =>
  sha256(`safehand.org/custody/${part}/v1\n`, salt, text).toString('base64');

/** The tag of the event of this number, as text. */
export function tagOf(key, sequence) {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(sequence));
  return createHmac('sha256', key).update(number).digest('base64');
}

/** The leaf of the parts of an event, as text. */
export function leafOf({ link, header, detail, salts, tagKey }) {
  const second = JSON.parse(header).occasion.end.replace(/\.[0-9]{3}Z$/, 'Z');
  const tag = tagOf(tagKey, JSON.parse(link).sequence);
  const d = commitment('detail', salts.detail, detail);
  const h = commitment('header', salts.header, header);
  const l = commitment('link', salts.link, link);
  return `{"d":"${d}","h":"${h}","l":"${l}","t":"${second}","tag":"${tag}","v":1}`;
}
