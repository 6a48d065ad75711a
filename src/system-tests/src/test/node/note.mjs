// C2SP signed-note, tlog-checkpoint and tlog-cosignature, as SPEC.md narrows them.
import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from './merkle.mjs';

const LOG = 1;
const COSIGNER = 4;
const ML_DSA_44 = 6;

/** The bytes that this text spells in canonical base 64, or null. */
export function base64(text) {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/** The hash that this text spells, or null. */
export function hash(text) {
  const bytes = base64(text);
  return bytes?.length === 32 ? bytes : null;
}

/** The text of these bytes if they are UTF-8, or null. */
export function utf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const isName = (name) => name !== '' && !/[+\s\p{Z}\u0000-\u001f\ufffd]/u.test(name.replaceAll('\ufeff', ''));

/** A verifier key: name "+" hexadecimal id "+" base 64 of type and key. */
export function verifierKey(vkey) {
  const [name, id] = vkey.split('+', 2);
  const typed = base64(vkey.slice(name.length + id.length + 2));
  const type = typed[0];
  const spki = {
    [LOG]: '302a300506032b6570032100',
    [COSIGNER]: '302a300506032b6570032100',
    [ML_DSA_44]: '30820532300b06096086480165030403110382052100',
  }[type];
  if (sha256(Buffer.from(`${name}\n`), typed).subarray(0, 4).toString('hex') !== id) throw new Error(`key id of ${name}`);
  let key = null;
  try {
    key = createPublicKey({ key: Buffer.concat([Buffer.from(spki, 'hex'), typed.subarray(1)]), format: 'der', type: 'spki' });
  } catch (unknown) {
    if (type !== ML_DSA_44) throw unknown; // Node before 24 does not know ML-DSA
  }
  return { name, id, type, key };
}

/** Text and signature lines of a note, or null if it is not in the one form. */
export function parseNote(bytes) {
  const note = utf8(bytes);
  if (note === null || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return null;
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || blank + 2 === note.length || !note.endsWith('\n')) return null;
  const signatures = [];
  for (const line of note.slice(blank + 2, -1).split('\n')) {
    const parts = /^\u2014 ([^ ]+) (.*)$/u.exec(line);
    const signature = parts === null ? null : base64(parts[2]);
    if (signature === null || signature.length <= 4 || !isName(parts[1])) return null;
    signatures.push({ name: parts[1], id: signature.subarray(0, 4).toString('hex'), bytes: signature.subarray(4) });
  }
  return signatures.length > 16 ? null : { text: note.slice(0, blank + 1), signatures };
}

/** Origin, size and root of a checkpoint without extension lines, or null. */
export function parseCheckpoint(text) {
  const lines = /^([^\n]+)\n(0|[1-9][0-9]{0,17})\n(.{44})\n$/u.exec(text);
  const root = lines === null ? null : hash(lines[3]);
  return root === null || !isName(lines[1]) ? null : { origin: lines[1], size: BigInt(lines[2]), root };
}

const uint64 = (number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(number);
  return bytes;
};
const short = (text) => Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);

/** What the signer of this line signed (tlog-cosignature), or null if that cannot be. */
function message(key, note, signature) {
  if (key.type === LOG) return Buffer.from(note.text);
  const time = signature.readBigUInt64BE();
  if (key.type === COSIGNER) return Buffer.from(`cosignature/v1\ntime ${time}\n${note.text}`);
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint === null) return null;
  return Buffer.concat([
    Buffer.from('subtree/v1\n\0'),
    short(key.name),
    uint64(time),
    short(checkpoint.origin),
    uint64(0n),
    uint64(checkpoint.size),
    checkpoint.root,
  ]);
}

/** true, false, or undefined where this Node cannot verify the kind of signature. */
export function holds(key, note, bytes) {
  const stamped = key.type !== LOG;
  if (bytes.length !== (stamped ? 8 : 0) + (key.type === ML_DSA_44 ? 2420 : 64)) return false;
  const signed = message(key, note, bytes);
  if (signed === null) return false;
  if (key.key === null) return undefined;
  return verify(null, signed, key.key, stamped ? bytes.subarray(8) : bytes);
}

/**
 * The checkpoint that these bytes are under a policy, or null. Every line must be of a trusted key,
 * once, and hold; each kind of key of the log and the quorum of witnesses must have signed.
 * `undecided` says that lines were there which this Node cannot verify.
 */
export function verifyCheckpoint(bytes, { origin, keys, witnesses, quorum }) {
  const note = parseNote(bytes);
  if (note === null) return null;
  const signers = new Set();
  let undecided = false;
  for (const signature of note.signatures) {
    const signer = [...keys, ...witnesses].find((key) => key.name === signature.name && key.id === signature.id);
    if (signer === undefined || signers.has(signer)) return null;
    const held = holds(signer, note, signature.bytes);
    if (held === false) return null;
    undecided ||= held === undefined;
    signers.add(signer);
  }
  for (const type of [LOG, ML_DSA_44]) {
    const kind = keys.filter((key) => key.type === type);
    if (kind.length > 0 && !kind.some((key) => signers.has(key))) return null;
  }
  if (witnesses.filter((witness) => signers.has(witness)).length < quorum) return null;
  const checkpoint = parseCheckpoint(note.text);
  return checkpoint?.origin === origin ? { ...checkpoint, undecided } : null;
}
