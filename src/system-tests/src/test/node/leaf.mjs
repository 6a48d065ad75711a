// The leaf of the custody log and the canonical JSON of its parts (SPEC.md, RFC 8785).
import { createHmac } from 'node:crypto';
import { sha256 } from './merkle.mjs';
import { hash, utf8 } from './note.mjs';

/** Whether these bytes are the one spelling of a JSON value. */
export function isCanonicalJson(bytes) {
  const text = utf8(bytes);
  try {
    return text !== null && write(JSON.parse(text), 0) === text;
  } catch {
    return false;
  }
}

function write(value, depth) {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (value === null || typeof value !== 'object' || depth === 32) throw new Error('not a value here');
  if (Array.isArray(value)) return `[${value.map((element) => write(element, depth + 1)).join()}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${write(name, depth + 1)}:${write(value[name], depth + 1)}`).join()}}`;
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

/** The leaf of the parts of an event, as text. */
export function leafOf({ link, header, detail, salts, tagKey }) {
  const commit = (part, salt, bytes) => sha256(`safehand.org/custody/${part}/v1\n`, salt, bytes).toString('base64');
  const sequence = Buffer.alloc(8);
  sequence.writeBigUInt64BE(BigInt(JSON.parse(link).sequence));
  const second = JSON.parse(header).occasion.end.replace(/\.[0-9]{3}Z$/, 'Z');
  const tag = createHmac('sha256', tagKey).update(sequence).digest('base64');
  const d = commit('detail', salts.detail, detail);
  const h = commit('header', salts.header, header);
  const l = commit('link', salts.link, link);
  return `{"d":"${d}","h":"${h}","l":"${l}","t":"${second}","tag":"${tag}","v":1}`;
}
