// A witness, and what a log believes of its answers (C2SP tlog-witness; SPEC.md, Witness).
import { createPrivateKey, sign } from 'node:crypto';
import { consistent, sha256 } from './merkle.mjs';
import { hash, holds, parseCheckpoint, parseNote, utf8 } from './note.mjs';

const is = (key) => (line) => line.name === key.name && line.id === key.id;

/** The line of a key of the suite, whose private key is made of its name (README.md, Keys). */
function cosign(witness, seedName, text, time) {
  const seed = sha256(`safehand.org/vectors/${seedName}`, Buffer.alloc(4));
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(time);
  const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), key);
  const line = Buffer.concat([Buffer.from(witness.id, 'hex'), stamp, signature]).toString('base64');
  return `\u2014 ${witness.name} ${line}\n`;
}

const lineOf = ({ name, id, bytes }) =>
  `\u2014 ${name} ${Buffer.concat([Buffer.from(id, 'hex'), bytes]).toString('base64')}\n`;

/** Old size, proof and note of a request, or null. */
function parseRequest(bytes) {
  const blank = bytes.indexOf('\n\n');
  const head = blank < 0 ? null : /^old (0|[1-9][0-9]{0,17})((?:\n[A-Za-z0-9+/=]{44}){0,63})$/.exec(bytes.subarray(0, blank).toString('latin1'));
  if (head === null) return null;
  const proof = head[2].split('\n').slice(1).map(hash);
  const note = parseNote(bytes.subarray(blank + 2));
  return proof.includes(null) || note === null ? null : { old: BigInt(head[1]), proof, note };
}

/**
 * What the witness that has cosigned `last` (a note, or null) answers to a request at a time: its
 * status, and `answer` and what is `kept` then. undefined where this Node cannot tell.
 */
export function answer(bytes, { origin, keys, witness, seedName, last, time }) {
  const request = parseRequest(bytes);
  const checkpoint = request === null ? null : parseCheckpoint(request.note.text);
  if (checkpoint === null) return { status: 400 };
  if (checkpoint.origin !== origin) return { status: 404 };
  const lines = [];
  for (const line of request.note.signatures) {
    const key = keys.find((known) => is(known)(line));
    if (key === undefined) continue;
    const held = holds(key, request.note, line.bytes);
    if (held === undefined || witness.key === null) return undefined;
    if (!held) return { status: 403 };
    if (!lines.some(is(key))) lines.push(line);
  }
  if (lines.length === 0) return { status: 403 };
  if (request.old > checkpoint.size) return { status: 400 };
  const before = last === null ? { size: 0n, root: sha256() } : parseCheckpoint(parseNote(last).text);
  if (request.old !== before.size) return { status: 409, answer: `${before.size}\n`, type: 'text/x.tlog.size' };
  if (!consistent(before.size, checkpoint.size, before.root, checkpoint.root, request.proof)) return { status: 422 };
  const cosigned = cosign(witness, seedName, request.note.text, time);
  return { status: 200, answer: cosigned, kept: `${request.note.text}\n${lines.map(lineOf).join('')}${cosigned}` };
}

/** The line that an answer 200 to a note has of a witness, with its time; null if there is not one good one. */
export function believed(bytes, note, witness) {
  const body = bytes.length > 32 * 1024 ? null : utf8(bytes);
  // an answer is the signature lines of a note: below any text it must be one
  const lines = body === null ? [] : body.split('\n').slice(0, -1);
  const each = lines.map((line) => parseNote(Buffer.from(`x\n\n${line}\n`)));
  if (lines.length === 0 || !body.endsWith('\n') || each.some((one) => one?.signatures.length !== 1)) return null;
  const own = each.map((one) => one.signatures[0]).filter(is(witness));
  if (own.length !== 1) return null;
  const held = holds(witness, note, own[0].bytes);
  if (!held) return held === undefined ? undefined : null;
  const time = own[0].bytes.readBigInt64BE();
  return time > 0n ? { line: lineOf(own[0]).trimEnd(), time } : null;
}

/** The size that an answer 409 names, or null. */
export function sizeOf(bytes) {
  const size = /^(0|[1-9][0-9]{0,17})\n$/.exec(utf8(bytes) ?? '');
  return size === null ? null : BigInt(size[1]);
}
