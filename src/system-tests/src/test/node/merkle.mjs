// RFC 6962 trees, RFC 9162 proofs and the files of C2SP tlog-tiles.
import { createHash } from 'node:crypto';

export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
export const leafHash = (leaf) => sha256(Buffer.from([0]), leaf);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);

// RFC 6962, section 2.1: split at the largest power of two below the size.
export function root(hashes, from = 0, to = hashes.length) {
  if (to === from) return sha256();
  if (to - from === 1) return hashes[from];
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return nodeHash(root(hashes, from, from + split), root(hashes, from + split, to));
}

// RFC 9162, section 2.1.3.2; numbers are BigInt, as they go beyond 32 bits.
export function included(index, size, leaf, path, expectedRoot) {
  if (index >= size) return false;
  let fn = index;
  let sn = size - 1n;
  let hash = leaf;
  for (const sibling of path) {
    if (sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      hash = nodeHash(sibling, hash);
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && hash.equals(expectedRoot);
}

// RFC 9162, section 2.1.4.2, with the empty tree at the beginning of every tree.
export function consistent(first, second, firstRoot, secondRoot, path) {
  if (first > second) return false;
  if (second === 0n && !secondRoot.equals(sha256())) return false;
  if (first === second) return path.length === 0 && firstRoot.equals(secondRoot);
  if (first === 0n) return path.length === 0 && firstRoot.equals(sha256());
  if (path.length === 0) return false;
  const steps = (first & (first - 1n)) === 0n ? [firstRoot, ...path] : [...path];
  let fn = first - 1n;
  let sn = second - 1n;
  while ((fn & 1n) === 1n) {
    fn >>= 1n;
    sn >>= 1n;
  }
  let fr = steps[0];
  let sr = steps[0];
  for (const step of steps.slice(1)) {
    if (sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      fr = nodeHash(step, fr);
      sr = nodeHash(step, sr);
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      sr = nodeHash(sr, step);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && fr.equals(firstRoot) && sr.equals(secondRoot);
}

// tlog-tiles: three digits a path element, every element but the last begins with "x".
function tilePath(index, width) {
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return path + (width < 256 ? `.p/${width}` : '');
}

/** The tiles of these leaf hashes: path and bytes, level by level. */
export function tiles(hashes) {
  const files = new Map();
  for (let level = 0; hashes.length > 0; level++) {
    const above = [];
    for (let at = 0; at < hashes.length; at += 256) {
      const part = hashes.slice(at, at + 256);
      files.set(`tile/${level}/${tilePath(at / 256, part.length)}`, Buffer.concat(part));
      if (part.length === 256) above.push(root(part));
    }
    hashes = above;
  }
  return files;
}

/** The paths of the entry bundles of a log, with the number of entries in each. */
export function bundlePaths(size) {
  const paths = new Map();
  for (let at = 0; at < size; at += 256) {
    const width = Math.min(256, size - at);
    paths.set(`tile/entries/${tilePath(at / 256, width)}`, width);
  }
  return paths;
}

/** An entry bundle: each entry after its length in two big-endian bytes. */
export const bundle = (entries) =>
  Buffer.concat(entries.flatMap((entry) => [Buffer.from([entry.length >> 8, entry.length & 255]), entry]));

/** The entries of a bundle of this width, or null. */
export function entriesOf(bytes, width) {
  const entries = [];
  let at = 0;
  for (let i = 0; i < width; i++) {
    if (at + 2 > bytes.length) return null;
    const length = bytes.readUInt16BE(at);
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at === bytes.length ? entries : null;
}

/** Whether a path is the one spelling of a tile or bundle of a log of fewer than 2^63 entries. */
export function isPath(path) {
  const groups = /^tile\/(?:[0-7]|entries)\/((?:x[0-9]{3}\/){0,5})[0-9]{3}(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(path);
  return groups !== null && !groups[1].startsWith('x000') && Number(groups[2] ?? 1) < 256;
}
