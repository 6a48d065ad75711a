// C2SP tlog-proof: version, index, path, blank line, checkpoint.
import { included, leafHash } from './merkle.mjs';
import { hash, verifyCheckpoint } from './note.mjs';

/** Index and checkpoint, if this file proves this leaf; null otherwise. */
export function verifyProof(file, leaf, policy) {
  const parts = /^c2sp\.org\/tlog-proof@v1\nindex (0|[1-9][0-9]{0,17})\n((?:[^\n]{44}\n){0,63})\n/.exec(file);
  if (parts === null) return null;
  const path = parts[2].split('\n').slice(0, -1).map(hash);
  const checkpoint = verifyCheckpoint(Buffer.from(file.slice(parts[0].length)), policy);
  if (checkpoint === null || path.includes(null)) return null;
  const index = BigInt(parts[1]);
  return included(index, checkpoint.size, leafHash(leaf), path, checkpoint.root) ? { index, checkpoint } : null;
}
