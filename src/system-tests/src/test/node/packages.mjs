// Runs the vector suite of the sealed package (src/packaging/src/vectors/README.md) through an implementation that shares no
// line with the product. It reads containers, manifests, package.json, and envelopes for RSA and ECDH, and no seals: of a
// vector that is refused for its seal it must find nothing else wrong. Other kinds are left out.
//
//   node packages.mjs FOLDER   prints a line for each kind; exits 1 if a code or a result differs
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refused, readAsic, refuse } from './container.mjs';
import { open } from './envelope.mjs';
import { isNatural, isUuid } from './event.mjs';
import { parseCanonical } from './leaf.mjs';
import { sha256 } from './merkle.mjs';
import { readFolder } from './vector.mjs';

const BEYOND = /^(seal|sealer|certificate|revocation)-/;
const SEGMENT = 16 * 1024 * 1024;

const isHex = (value, length) => typeof value === 'string' && value.length === length && /^[0-9a-f]*$/.test(value);
const members = (value, names) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && String(Object.keys(value).sort()) === String(names);

const ALGORITHMS = [
  'rsa-oaep-sha256',
  'ecdh-p256-x963-sha256-aes256wrap',
  'ecdh-p384-x963-sha256-aes256wrap',
  'ml-kem-768-hkdf-sha256-aes256wrap',
  'ml-kem-1024-hkdf-sha256-aes256wrap',
];

const path = (number, index) => `exhibits/${String(number).padStart(4, '0')}/${String(index).padStart(5, '0')}.bin`;

const isSegment = (number) => (value, index) =>
  members(value, ['bytes', 'path']) && isNatural(value.bytes) && value.bytes <= SEGMENT && value.path === path(number, index);

const isExhibit = (value) =>
  members(value, ['number', 'segments']) &&
  isNatural(value.number) &&
  value.number >= 1 &&
  value.number <= 99999 &&
  Array.isArray(value.segments) &&
  value.segments.every(isSegment(value.number));

const isRecipient = (value) =>
  members(value, ['algorithm', 'certificateSha256', 'keyIdentifier']) &&
  ALGORITHMS.includes(value.algorithm) &&
  isHex(value.certificateSha256, 64) &&
  typeof value.keyIdentifier === 'string';

const REQUIRED = ['created', 'exhibits', 'handling', 'packageId', 'quantumSafe', 'recipient', 'referral', 'sealDigest'];
const MEMBERS = [...REQUIRED, 'segmentBytes', 'sender', 'sequence', 'version'];

const isHeader = (value) =>
  (members(value, MEMBERS) || (members(value, [...MEMBERS, 'supersedes'].sort()) && isUuid(value.supersedes))) &&
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/.test(value.created) &&
  Array.isArray(value.exhibits) &&
  value.exhibits.every(isExhibit) &&
  isUuid(value.packageId) &&
  isRecipient(value.recipient) &&
  value.quantumSafe === value.recipient.algorithm.startsWith('ml-kem-') &&
  [value.handling, value.referral, value.sender].every((text) => typeof text === 'string') &&
  isHex(value.sealDigest, 64) &&
  value.segmentBytes === SEGMENT &&
  isNatural(value.sequence) &&
  value.sequence >= 1 &&
  value.version === 1;

function readHeader(bytes) {
  const value = parseCanonical(bytes);
  return value !== undefined && isHeader(value) ? value : refuse('header-malformed');
}

/** What the splices of a vector make of its base. */
function fileOf(vector, suite) {
  const base = readFileSync(join(suite, vector.text('base')));
  const parts = [];
  let at = 0;
  for (const [offset, removed, added] of vector.texts('splice').map((splice) => splice.split(' '))) {
    parts.push(base.subarray(at, Number(offset)), Buffer.from(added === '-' ? '' : added, 'base64'));
    at = Number(offset) + Number(removed);
  }
  const file = Buffer.concat([...parts, base.subarray(at)]);
  if (sha256(file).toString('hex') !== vector.text('sha256')) throw new Error('the splices make another file');
  return file;
}

function judgePackage(vector, suite) {
  const asic = readAsic(fileOf(vector, suite));
  if (BEYOND.test(vector.text('expect'))) return {};
  const header = readHeader(asic.contents.get('package.json') ?? refuse('entry-missing'));
  const expected = ['package.json', 'case/case.cms', 'case/release.cms'];
  const segments = header.exhibits.flatMap(({ segments: all }) => all);
  for (const segment of segments) expected.push(segment.path, segment.path.replace(/bin$/, 'cms'));
  if (String([...expected, 'OPEN.txt']) !== String(asic.names)) refuse('header-mismatch');
  if (segments.some((segment) => asic.contents.get(segment.path).length !== segment.bytes)) refuse('header-mismatch');
  return { digest: asic.digest.toString('hex'), 'package-id': header.packageId };
}

function judgeHeader(vector) {
  const header = readHeader(vector.bytes('header'));
  return { 'package-id': header.packageId, algorithm: header.recipient.algorithm, exhibits: header.exhibits.length };
}

function judgeEnvelope(vector, suite) {
  const file = (name) => readFileSync(join(suite, 'recipients', vector.text('recipient'), name));
  const beside = vector.has('ciphertext') ? vector.bytes('ciphertext') : null;
  return { content: open(vector.bytes('envelope'), beside, file('certificate.pem'), file('key.pem')) };
}

const JUDGES = { package: judgePackage, header: judgeHeader, envelope: judgeEnvelope };

/** Whether nothing can be said of a vector: this Node does not know ML-KEM. */
const isLeftOut = (kind, vector) => kind === 'envelope' && vector.text('recipient').startsWith('ml-kem-');

/** What is other than expected; nothing if all is as it should be. */
function difference(judge, vector, suite) {
  const expected = vector.text('expect');
  try {
    const found = judge(vector, suite);
    if (BEYOND.test(expected)) return undefined;
    if (expected !== 'ok') return `nothing wrong, expected ${expected}`;
    const other = Object.entries(found).find(([name, value]) => String(value) !== vector.text(name));
    return other === undefined ? undefined : `${other}, expected ${vector.text(other[0])}`;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.message === expected ? undefined : `${error.message}, expected ${expected}`;
  }
}

const suite = process.argv[2];
if (suite === undefined || !existsSync(suite)) throw new Error('usage: node packages.mjs FOLDER');
let differ = 0;
for (const kind of readdirSync(suite).filter((name) => statSync(join(suite, name)).isDirectory()).sort()) {
  const judge = JUDGES[kind];
  const vectors = readFolder(join(suite, kind));
  if (vectors.size === 0) continue;
  if (judge === undefined) {
    console.log(`${kind}: left out`);
    continue;
  }
  let sealed = 0;
  let omitted = 0;
  for (const [name, vector] of vectors) {
    if (isLeftOut(kind, vector)) {
      omitted++;
      continue;
    }
    const found = difference(judge, vector, suite);
    sealed += BEYOND.test(vector.text('expect')) ? 1 : 0;
    if (found !== undefined) {
      differ++;
      console.log(`${kind}/${name}: ${found}`);
    }
  }
  console.log(`${kind}: ${vectors.size - sealed - omitted} judged, ${sealed} whose seal was not looked at, ${omitted} left out`);
}
process.exitCode = differ === 0 ? 0 : 1;
