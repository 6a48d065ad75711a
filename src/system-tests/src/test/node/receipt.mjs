// The proof of the event that recorded a delivery receipt (SPEC.md, Proof of one event).
import { has, isHeader, secondOf } from './event.mjs';
import { commitment, isLeaf, parseCanonical, write } from './leaf.mjs';
import { leafHash, sha256 } from './merkle.mjs';
import { verifyProof } from './proof.mjs';

const isText = (value) => typeof value === 'string';
const isProof = (value) =>
  has(value, {
    header: isHeader,
    headerSalt: (salt) => isText(salt) && /^[0-9a-f]{64}$/.test(salt),
    leaf: (leaf) => typeof leaf === 'object' && isLeaf(Buffer.from(write(leaf))),
    proof: isText,
    v: (version) => version === 1,
  });

/** Tag, content and end of the DER object at an offset; undefined where there is none. */
function der(bytes, at) {
  let length = bytes[at + 1];
  let from = at + 2;
  if (length > 0x80) {
    from += length - 0x80;
    length = bytes.readUIntBE(at + 2, length - 0x80);
  }
  if (!(from + length <= bytes.length)) return undefined;
  return { tag: bytes[at], content: bytes.subarray(from, from + length), end: from + length };
}

function children(object) {
  const all = [];
  for (let at = 0; at < object.content.length; at = all.at(-1).end) all.push(der(object.content, at));
  return all;
}

// ContentInfo { oid, [0] SignedData { version, digests, EncapsulatedContentInfo { oid, [0] OCTET STRING }, ... } }
function contentOf(receipt) {
  try {
    const [, signedData] = children(der(receipt, 0));
    const [, , encapsulated] = children(children(signedData)[0]);
    return children(children(encapsulated)[1])[0].content;
  } catch {
    return Buffer.of();
  }
}

const hex = (bytes) => sha256(bytes).toString('hex');

/** Index, leaf hash and checkpoint, if the log knows this receipt; null otherwise. */
export function verifyReceipt(file, receipt, policy) {
  const proof = parseCanonical(file);
  if (file.length > 64 * 1024 || !isProof(proof)) return null;
  const { header, leaf } = proof;
  const text = write(header);
  if (leaf.h !== commitment('header', Buffer.from(proof.headerSalt, 'hex'), text) || leaf.t !== secondOf(header)) return null;
  const found = verifyProof(proof.proof, Buffer.from(write(leaf)), policy);
  const said = parseCanonical(contentOf(receipt));
  if (found === null || said === undefined || said.version !== 1 || !isText(said.checkpoint)) return null;
  const facts = header.facts ?? {};
  const holds =
    header.type === 'delivery-receipt' &&
    header.outcome.result === 'done' &&
    facts.receipt === hex(receipt) &&
    header.counterparty?.organisation === said.agency &&
    ['dispatchId', 'packageDigest', 'sealDigest'].every((name) => isText(said[name]) && facts[name] === said[name]) &&
    facts.checkpoint === hex(Buffer.from(said.checkpoint));
  return holds ? { ...found, leafHash: leafHash(Buffer.from(write(leaf))) } : null;
}
