// A second, independent implementation of the C2SP forms that the custody log is exported in:
// tlog-tiles, tlog-checkpoint and signed-note. It shares no line with the product, so that a mistake
// in the product's own reading of these specifications cannot hide. Unlike the product it ignores
// signature lines of keys that it is not given, as C2SP says.
//
//   node tlog.mjs LOG_FOLDER VKEY_FILE   prints "SIZE ROOT" and exits 0, or says what is wrong and exits 1
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePaths, entriesOf, leafHash, root, tiles } from './merkle.mjs';
import { parseNote, verifierKey, verifyCheckpoint } from './note.mjs';

function fail(message) {
  console.error(message);
  process.exit(1);
}

// The note with the lines of these keys alone.
function ofKnown(bytes, keys) {
  const note = parseNote(bytes) ?? fail('the checkpoint is not a signed note');
  const lines = bytes.toString().slice(note.text.length + 1).split('\n');
  const known = note.signatures.map((s) => keys.some((key) => key.name === s.name && key.id === s.id));
  return Buffer.from(`${note.text}\n${lines.filter((_, at) => known[at]).join('\n')}\n`);
}

const [folder, vkeyFile] = process.argv.slice(2);
const read = (path) => readFileSync(join(folder, path));
const keys = readFileSync(vkeyFile, 'utf8').split('\n').filter(Boolean).map(verifierKey);
const checkpoint =
  verifyCheckpoint(ofKnown(read('checkpoint'), keys), { origin: keys[0].name, keys, witnesses: [], quorum: 0 }) ??
  fail('the checkpoint is not signed by the log');
const entries = [...bundlePaths(Number(checkpoint.size))].flatMap(
  ([path, width]) => entriesOf(read(path), width) ?? fail(`${path} does not hold ${width} entries`),
);
const hashes = entries.map(leafHash);
for (const [path, bytes] of tiles(hashes)) {
  if (!read(path).equals(bytes)) fail(`${path} differs from the entries`);
}
const computed = root(hashes);
if (!computed.equals(checkpoint.root)) fail(`root: expected ${checkpoint.root.toString('hex')}, found ${computed.toString('hex')}`);
console.log(`${checkpoint.size} ${computed.toString('base64')}`);
