// A container and its manifest (src/packaging/SPEC.md, Container and ASiC-E), read a second time. What is wrong is thrown
// as the code of ERRORS.md.
import * as zlib from 'node:zlib';
import { sha256 } from './merkle.mjs';

export class Refused extends Error {}

export function refuse(code) {
  throw new Refused(code);
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

// Node has crc32 of its own from 22 on.
const crc32 = zlib.crc32 ?? ((bytes) => (bytes.reduce((crc, byte) => TABLE[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0);

const numbers = (...parts) =>
  Buffer.concat(
    parts.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );

// Version, flags, method, time, date, CRC-32, sizes, length of the name, of the extra field: in both headers alike.
const shared = ({ name, crc, size }) =>
  numbers([2, 45], [2, 0], [2, 0], [2, 0], [2, 33], [4, crc], [4, size], [4, size], [2, name.length], [2, 0]);

const local = (entry) => Buffer.concat([numbers([4, 0x04034b50]), shared(entry), Buffer.from(entry.name)]);

const central = (entry) =>
  Buffer.concat([
    numbers([4, 0x02014b50], [2, 45]),
    shared(entry),
    numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, entry.offset]),
    Buffer.from(entry.name),
  ]);

const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** The entries in order: name, content, and whether its CRC-32 is right. */
export function readContainer(bytes) {
  const entries = [];
  const names = new Set();
  let at = 0;
  while (at + 30 <= bytes.length && bytes.readUInt32LE(at) === 0x04034b50) {
    const length = bytes.readUInt16LE(at + 26);
    if (length > 200 || at + 30 + length > bytes.length) refuse('container-malformed');
    const entry = { name: bytes.toString('latin1', at + 30, at + 30 + length), offset: at };
    entry.crc = bytes.readUInt32LE(at + 14);
    entry.size = bytes.readUInt32LE(at + 18);
    if (entry.size === 0xffffffff) refuse('container-malformed');
    if (!NAME.test(entry.name) || names.has(entry.name.toLowerCase())) refuse('entry-name-refused');
    names.add(entry.name.toLowerCase());
    const header = local(entry);
    const start = at + header.length;
    if (!header.equals(bytes.subarray(at, start))) refuse('container-malformed');
    at = start + entry.size;
    if (at > bytes.length) refuse('container-malformed');
    entry.content = bytes.subarray(start, at);
    entry.intact = crc32(entry.content) === entry.crc;
    entries.push(entry);
  }
  const directory = Buffer.concat(entries.map(central));
  const count = entries.length;
  const end = numbers([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, directory.length], [4, at], [2, 0]);
  if (count === 0 || !Buffer.concat([directory, end]).equals(bytes.subarray(at))) refuse('container-malformed');
  return entries;
}

const TYPES = { json: 'application/json', txt: 'text/plain', cms: 'application/pkcs7-mime' };
const LINE =
  /^<asic:DataObjectReference MimeType="[a-z0-9/-]+" URI="([A-Za-z0-9._\/-]+)"><ds:DigestMethod Algorithm="http:\/\/www.w3.org\/2001\/04\/xmlenc#sha256"\/><ds:DigestValue>([A-Za-z0-9+\/]{43}=)<\/ds:DigestValue><\/asic:DataObjectReference>$/;

const spelled = (listed) =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\n' +
  '<asic:SigReference MimeType="application/pkcs7-signature" URI="META-INF/signature001.p7s"/>\n' +
  listed
    .map(
      ({ name, digest }) =>
        `<asic:DataObjectReference MimeType="${TYPES[name.split('.').at(-1)] ?? 'application/octet-stream'}" URI="${name}">` +
        '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>' +
        `<ds:DigestValue>${digest.toString('base64')}</ds:DigestValue></asic:DataObjectReference>\n`,
    )
    .join('') +
  '</asic:ASiCManifest>\n';

function readManifest(bytes) {
  const listed = bytes
    .toString('latin1')
    .split('\n')
    .map((line) => LINE.exec(line))
    .filter((found) => found !== null)
    .map(([, name, digest]) => ({ name, digest: Buffer.from(digest, 'base64') }));
  if (!listed.every(({ name }) => NAME.test(name)) || spelled(listed) !== bytes.toString('latin1')) refuse('manifest-malformed');
  return listed;
}

const MIMETYPE = 'application/vnd.etsi.asic-e+zip';
const MANIFEST = 'META-INF/ASiCManifest001.xml';
const SEAL = 'META-INF/signature001.p7s';

/** The listed entries by name, and the manifest; the seal is not looked at. */
export function readAsic(bytes) {
  const entries = readContainer(bytes);
  const place = (index, name) => {
    if (entries.length >= 3 && entries.at(index).name === name) return entries.at(index);
    return refuse(entries.some((entry) => entry.name === name) ? 'entry-out-of-order' : 'entry-missing');
  };
  const intact = (entry) => (entry.intact ? entry.content : refuse('entry-crc-mismatch'));
  const mimetype = place(0, 'mimetype');
  const seal = place(-1, SEAL);
  const manifest = place(-2, MANIFEST);
  if (mimetype.size > MIMETYPE.length) refuse('entry-too-large');
  if (intact(mimetype).toString('latin1') !== MIMETYPE) refuse('mimetype-wrong');
  const xml = intact(manifest);
  intact(seal);
  const listed = readManifest(xml);
  const found = entries.slice(1, -2);
  const names = found.map(({ name }) => name);
  const known = listed.map(({ name }) => name);
  if (known.some((name) => !names.includes(name))) refuse('entry-missing');
  if (names.some((name) => !known.includes(name))) refuse('entry-unlisted');
  if (String(names) !== String(known)) refuse('entry-out-of-order');
  found.forEach((entry, i) => {
    if (!sha256(entry.content).equals(listed[i].digest)) refuse('entry-digest-mismatch');
    intact(entry);
  });
  return { names, contents: new Map(found.map((entry) => [entry.name, entry.content])), digest: sha256(xml) };
}
