// Runs the vector suite of the custody log (src/custody/src/vectors/README.md) through an
// implementation that shares no line with the product: it must accept and refuse the same.
//
//   node vectors.mjs FOLDER   prints a line for each kind; exits 1 if a verdict or a result differs
import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, consistent, entriesOf, included, isPath, leafHash, root, sha256, tiles, bundlePaths } from './merkle.mjs';
import { base64, parseNote, utf8, verifierKey, verifyCheckpoint } from './note.mjs';
import { verifyProof } from './proof.mjs';
import { isLeaf, leafOf, parseCanonical } from './leaf.mjs';
import { isBody } from './event.mjs';
import { verifyReceipt } from './receipt.mjs';
import { verifyExport } from './export.mjs';
import { verifyExtract } from './extract.mjs';
import { answer, believed, sizeOf } from './witness.mjs';
import { readFolder } from './vector.mjs';

const policyOf = (vector) => ({
  origin: vector.text('origin'),
  keys: vector.texts('log-key').map(verifierKey),
  witnesses: vector.texts('witness').map(verifierKey),
  quorum: Number(vector.number('quorum')),
});

/** true, false, or undefined where lines were there that this Node cannot verify. */
const verdict = (checkpoint) => (checkpoint === null ? false : checkpoint.undecided ? undefined : true);

function judgeTree(vector) {
  const entries = vector.has('numbered-entries')
    ? Array.from({ length: Number(vector.number('numbered-entries')) }, (_, i) => Buffer.from(`entry ${i}`))
    : vector.texts('entry').map((entry) => Buffer.from(entry, 'hex'));
  const hashes = entries.map(leafHash);
  const listed = ([path, bytes]) => `${path} ${sha256(bytes).toString('base64')}`;
  const files = [...tiles(hashes)].map(listed);
  let at = 0;
  const bundles = [...bundlePaths(entries.length)].map(([path, width]) => {
    const bytes = bundle(entries.slice(at, (at += width)));
    if (entriesOf(bytes, width) === null) throw new Error(path);
    return listed([path, bytes]);
  });
  return (
    root(hashes).equals(vector.hash('root')) &&
    String(files) === String(vector.texts('tile')) &&
    String(bundles) === String(vector.texts('bundle'))
  );
}

function judgeProof(vector) {
  const found = verifyProof(utf8(vector.bytes('proof')) ?? '', vector.bytes('leaf'), policyOf(vector));
  return found !== null && verdict(found.checkpoint);
}

function judgeReceipt(vector) {
  const found = verifyReceipt(vector.bytes('proof'), vector.bytes('receipt'), policyOf(vector));
  if (found === null) return false;
  if (vector.text('expect') === 'ok') {
    same(vector, { index: [found.index], size: [found.checkpoint.size], 'leaf-hash': [found.leafHash.toString('base64')] });
  }
  return verdict(found.checkpoint);
}

// "base" names another vector whose files are taken over; "no-file", "file" and "byte" change them.
function filesOf(vector, others) {
  const files = vector.has('base') ? filesOf(others.get(vector.text('base')), others) : new Map();
  for (const path of vector.texts('no-file')) files.delete(path);
  for (const file of vector.texts('file')) {
    const space = file.indexOf(' ');
    files.set(file.slice(0, space), Buffer.from(file.slice(space + 1), 'base64'));
  }
  for (const change of vector.texts('byte')) {
    const [path, offset, value] = change.split(' ');
    files.set(path, Buffer.from(files.get(path)));
    files.get(path)[Number(offset)] = Number.parseInt(value, 16);
  }
  return files;
}

function judgeLeaf(vector) {
  if (!isLeaf(vector.bytes('leaf'))) return false;
  if (!leafHash(vector.bytes('leaf')).equals(vector.hash('leaf-hash'))) return false;
  if (!vector.has('link')) return true;
  const made = leafOf({
    link: vector.text('link'),
    header: vector.text('header'),
    detail: vector.text('detail'),
    salts: { link: vector.hash('salt-link'), header: vector.hash('salt-header'), detail: vector.hash('salt-detail') },
    tagKey: vector.hash('tag-key'),
  });
  return made === vector.text('leaf');
}

// A node is named in a line: id, space, base 64 of its SubjectPublicKeyInfo.
function nodeKey(line) {
  const parts = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62} ([^ ]+)$/.exec(line);
  const spki = parts === null ? null : base64(parts[1]);
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const only = key.export({ format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && only.equals(spki) ? key : null;
  } catch {
    return null;
  }
}

function judgeNodeSignature(vector) {
  const key = nodeKey(vector.text('node'));
  const signed = Buffer.concat([Buffer.from('safehand.org/custody/leaf/v1\n'), vector.bytes('leaf')]);
  const signature = vector.bytes('signature');
  return key !== null && signature.length === 64 && verify(null, signed, key, signature);
}

// An extract that is a small change of another names that one, and the text that is replaced in it.
function extractOf(vector, others) {
  if (vector.has('extract')) return vector.bytes('extract');
  const base = extractOf(others.get(vector.text('base')), others);
  if (!vector.has('from')) return base;
  const [before, after, ...more] = base.toString().split(vector.text('from'));
  if (after === undefined || more.length > 0) throw new Error('the text to replace is not there once');
  return Buffer.from(before + vector.text('to') + after);
}

function judgeExtract(vector, others) {
  const found = verifyExtract(extractOf(vector, others), policyOf(vector), filesOf(vector, others));
  if (found === null) return false;
  if (vector.text('expect') === 'ok') same(vector, { lost: found.lost, later: found.later });
  return verdict(found);
}

class Differs extends Error {}

/** Throws unless these are exactly the values of the fields. */
function same(vector, found) {
  for (const [name, values] of Object.entries(found)) {
    if (String(vector.texts(name)) !== String(values)) throw new Differs(`${name} ${values}, expected ${vector.texts(name)}`);
  }
}

// The verdict is that the status is the expected one; what is answered and kept must be the same too.
function judgeWitness(vector) {
  const found = answer(vector.bytes('request'), {
    origin: vector.text('origin'),
    keys: vector.texts('log-key').map(verifierKey),
    witness: verifierKey(vector.text('witness')),
    seedName: vector.text('witness').split('+')[0].split('/').at(-1),
    last: vector.has('last') ? vector.bytes('last') : null,
    time: vector.number('time'),
  });
  if (found === undefined) return undefined;
  const expected = vector.text('expect') === 'ok' ? 200 : Number(vector.text('expect'));
  if (found.status !== expected) throw new Differs(`status ${found.status}, expected ${expected}`);
  same(vector, { answer: found.answer ?? [], 'answer-type': found.type ?? [], kept: found.kept ?? [] });
  return found.status === 200;
}

function judgeAnswer(vector) {
  if (vector.number('status') === 409n) {
    const size = sizeOf(vector.bytes('answer'));
    if (size !== null) same(vector, { size: [size] });
    return size !== null;
  }
  const found = believed(vector.bytes('answer'), parseNote(vector.bytes('checkpoint')), verifierKey(vector.text('witness')));
  if (!found) return found === undefined ? undefined : false;
  if (vector.text('expect') === 'ok') same(vector, { line: [found.line], time: [found.time] });
  return true;
}

const JUDGES = {
  json: (vector) => parseCanonical(vector.bytes('text')) !== undefined,
  leaf: judgeLeaf,
  event: (vector) => isBody(vector.bytes('body'), vector.bytes('leaf')),
  'node-signature': judgeNodeSignature,
  tree: judgeTree,
  path: (vector) => isPath(vector.text('path')),
  inclusion: (v) => included(v.number('index'), v.number('size'), v.hash('leaf-hash'), v.hashes('path'), v.hash('root')),
  consistency: (v) =>
    consistent(v.number('first'), v.number('second'), v.hash('first-root'), v.hash('second-root'), v.hashes('path')),
  checkpoint: (vector) => verdict(verifyCheckpoint(vector.bytes('checkpoint'), policyOf(vector))),
  'tlog-proof': judgeProof,
  'receipt-proof': judgeReceipt,
  log: (vector, others) => verdict(verifyExport(filesOf(vector, others), policyOf(vector))),
  extract: judgeExtract,
  witness: judgeWitness,
  'witness-answer': judgeAnswer,
};

/** accepted, refused, or which result is another one; undefined where this Node cannot tell. */
function say(judge, vector, others) {
  try {
    const accepted = judge(vector, others);
    return accepted === undefined ? undefined : accepted ? 'accepted' : 'refused';
  } catch (error) {
    if (error instanceof Differs) return error.message;
    throw error;
  }
}

const suite = process.argv[2];
if (suite === undefined || !existsSync(suite)) throw new Error('usage: node vectors.mjs FOLDER');
let differ = 0;
for (const kind of readdirSync(suite).filter((name) => statSync(join(suite, name)).isDirectory()).sort()) {
  const vectors = readFolder(join(suite, kind));
  const judge = JUDGES[kind];
  let judged = 0;
  for (const [name, vector] of judge === undefined ? [] : vectors) {
    const said = say(judge, vector, vectors);
    if (said === undefined) continue;
    judged++;
    if (said === (vector.text('expect') === 'ok' ? 'accepted' : 'refused')) continue;
    differ++;
    console.log(`${kind}/${name}: ${said}, expected ${vector.text('expect')}`);
  }
  const skipped = vectors.size - judged;
  const why = judge === undefined ? 'this kind is not implemented here' : 'this Node cannot verify ML-DSA-44';
  console.log(`${kind}: ${judged} judged${skipped > 0 ? `, ${skipped} skipped: ${why}` : ''}`);
}
process.exit(differ > 0 ? 1 : 0);
