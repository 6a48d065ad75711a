// A second, independent implementation of the C2SP forms that the custody log is exported in:
// tlog-tiles, tlog-checkpoint and signed-note. It shares no line with the product, so that a mistake
// in the product's own reading of these specifications cannot hide.
//
//   node tlog.mjs LOG_FOLDER VKEY_FILE   prints "SIZE ROOT" and exits 0, or says what is wrong and exits 1
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (...parts) => parts.reduce((h, p) => h.update(p), createHash('sha256')).digest();
const leafHash = (leaf) => sha256(Buffer.from([0]), leaf);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);

function fail(message) {
  console.error(message);
  process.exit(1);
}

// RFC 6962, section 2.1: split at the largest power of two below the size.
function root(hashes) {
  if (hashes.length === 0) return sha256(Buffer.alloc(0));
  if (hashes.length === 1) return hashes[0];
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(root(hashes.slice(0, split)), root(hashes.slice(split)));
}

// tlog-tiles: three digits a path element, every element but the last begins with "x".
function tilePath(index) {
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return path;
}

function entries(folder, size) {
  const leaves = [];
  for (let bundle = 0; bundle * 256 < size; bundle++) {
    const width = Math.min(256, size - bundle * 256);
    const name = tilePath(bundle) + (width < 256 ? `.p/${width}` : '');
    const bytes = readFileSync(join(folder, 'tile', 'entries', name));
    let at = 0;
    for (let i = 0; i < width; i++) {
      const length = bytes.readUInt16BE(at);
      leaves.push(bytes.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    if (at !== bytes.length) fail(`entry bundle ${bundle} has trailing bytes`);
  }
  return leaves;
}

function level0(folder, size, hashes) {
  for (let tile = 0; tile * 256 < size; tile++) {
    const width = Math.min(256, size - tile * 256);
    const name = tilePath(tile) + (width < 256 ? `.p/${width}` : '');
    const bytes = readFileSync(join(folder, 'tile', '0', name));
    const expected = Buffer.concat(hashes.slice(tile * 256, tile * 256 + width));
    if (!bytes.equals(expected)) fail(`tile 0/${tile} differs from the entries`);
  }
}

// signed-note, Ed25519: vkey is name "+" hash "+" base64(0x01 || key); hash = SHA-256(name "\n" 0x01 key)[:4].
function checkSignature(note, vkey) {
  const [name, hash] = vkey.split('+', 2);
  const encoded = vkey.trim().slice(name.length + hash.length + 2);
  const key = Buffer.from(encoded, 'base64');
  if (key[0] !== 1) fail('the log key is not Ed25519');
  const id = sha256(Buffer.from(`${name}\n`), key).subarray(0, 4);
  if (id.toString('hex') !== hash) fail('the key hash of the vkey is wrong');
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  for (const line of note.slice(end + 2).split('\n').filter(Boolean)) {
    const [, signer, encodedSignature] = line.split(' ');
    const signature = Buffer.from(encodedSignature, 'base64');
    if (signer === name && signature.subarray(0, 4).equals(id)) {
      if (verify(null, Buffer.from(text), publicKey, signature.subarray(4))) return text;
      fail('the signature of the log does not verify');
    }
  }
  return fail('the checkpoint has no signature by the log key');
}

const [folder, vkeyFile] = process.argv.slice(2);
const text = checkSignature(readFileSync(join(folder, 'checkpoint'), 'utf8'), readFileSync(vkeyFile, 'utf8'));
const [, size, claimed] = text.split('\n');
const hashes = entries(folder, Number(size)).map(leafHash);
level0(folder, Number(size), hashes);
const computed = root(hashes).toString('base64');
if (computed !== claimed) fail(`root: expected ${claimed}, found ${computed}`);
console.log(`${size} ${computed}`);
