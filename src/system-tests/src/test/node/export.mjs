// An exported log: the checkpoint and exactly the files that its size asks for (SPEC.md).
import { bundlePaths, entriesOf, leafHash, root, tiles } from './merkle.mjs';
import { verifyCheckpoint } from './note.mjs';
import { isLeaf } from './leaf.mjs';

/** The checkpoint of these files (bytes by path) under a policy, with the entries, or null. */
export function verifyExport(files, policy) {
  const note = files.get('checkpoint');
  const checkpoint = note === undefined ? null : verifyCheckpoint(note, policy);
  if (checkpoint === null) return null;
  const all = [];
  const expected = new Set(['checkpoint']);
  for (const [path, width] of bundlePaths(Number(checkpoint.size))) {
    const entries = files.has(path) ? entriesOf(files.get(path), width) : null;
    if (entries === null || !entries.every(isLeaf)) return null;
    expected.add(path);
    all.push(...entries);
  }
  const hashes = all.map(leafHash);
  for (const [path, bytes] of tiles(hashes)) {
    if (!files.get(path)?.equals(bytes)) return null;
    expected.add(path);
  }
  const whole = expected.size === files.size && [...files.keys()].every((path) => expected.has(path));
  return whole && root(hashes).equals(checkpoint.root) ? { ...checkpoint, entries: all } : null;
}
