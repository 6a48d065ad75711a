// An envelope (src/packaging/SPEC.md, Envelope) for RSA and ECDH, read and opened a second time. Its form is made again from
// what alone is left to choose, and compared. ML-KEM is left out: this Node does not know it.
import { X509Certificate, createDecipheriv, createPrivateKey, createPublicKey, constants, diffieHellman, privateDecrypt } from 'node:crypto';
import { refuse } from './container.mjs';
import { sha256 } from './merkle.mjs';

const hex = (text) => Buffer.from(text.replaceAll(' ', ''), 'hex');

const AUTH_ENVELOPED = hex('060b 2a864886f70d0109100117');
const DATA = hex('0609 2a864886f70d010701');
const GCM = hex('0609 60864801650304012e');
const OAEP = hex('303c 0609 2a864886f70d010107 302f a00f300d06096086480165030402010500 a11c301a06092a864886f70d010108300d06096086480165030402010500');
const ECDH = hex('3015 0606 2b8104010b01 300b 060960864801650304012d');
const EC = hex('0607 2a8648ce3d0201');
const CURVES = { prime256v1: hex('0608 2a8648ce3d030107'), secp384r1: hex('0605 2b81040022') };

const malformed = () => refuse('envelope-malformed');

/** The value at the start of {bytes}: its tag, its content and what stands behind it. */
function value(bytes) {
  if (bytes.length < 2) return malformed();
  const first = bytes[1];
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (more > 2 || first === 0x80 || bytes.length < 2 + more) return malformed();
  const length = more === 0 ? first : bytes.readUIntBE(2, more);
  const end = 2 + more + length;
  return end > bytes.length ? malformed() : { tag: bytes[0], content: bytes.subarray(2 + more, end), rest: bytes.subarray(end) };
}

/** The content of the value at the end of {path}: each step is which child of the one before. */
function at(bytes, ...path) {
  let found = value(bytes);
  for (const step of path) {
    let rest = found.content;
    for (let i = 0; i < step; i++) rest = value(rest).rest;
    found = value(rest);
  }
  return found.content;
}

function der(tag, ...contents) {
  const content = Buffer.concat(contents);
  const length = content.length < 0x80 ? [content.length] : content.length < 0x100 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const transported = ({ identifier, wrapped }) => der(0x30, hex('020102'), der(0x80, identifier), OAEP, der(4, wrapped));

const agreed = ({ identifier, wrapped, curve, point }) =>
  der(
    0xa1,
    hex('020103'),
    der(0xa0, der(0xa1, der(0x30, EC, CURVES[curve]), der(3, Buffer.from([0]), point))),
    ECDH,
    der(0x30, der(0x30, der(0xa0, der(4, identifier)), der(4, wrapped))),
  );

function recipient(bytes) {
  if (bytes[0] === 0x30) return { kind: 'rsa', identifier: at(bytes, 1), wrapped: at(bytes, 3) };
  if (bytes[0] !== 0xa1) return malformed();
  const named = at(bytes, 1, 0, 0);
  const curve = Object.keys(CURVES).find((name) => named.equals(Buffer.concat([EC, CURVES[name]])));
  const point = at(bytes, 1, 0, 1).subarray(1);
  if (curve === undefined || point[0] !== 4) return malformed();
  return { kind: 'ec', identifier: at(bytes, 3, 0, 0, 0), wrapped: at(bytes, 3, 0, 1), curve, point };
}

function read(bytes) {
  const parts = {
    recipient: recipient(at(bytes, 1, 0, 1)),
    nonce: at(bytes, 1, 0, 2, 1, 1, 0),
    tag: at(bytes, 1, 0, 3),
  };
  const inside = value(value(at(bytes, 1, 0, 2)).rest).rest;
  parts.inside = inside.length === 0 ? null : value(inside).content;
  const again = der(
    0x30,
    AUTH_ENVELOPED,
    der(
      0xa0,
      der(
        0x30,
        hex('020100'),
        der(0x31, parts.recipient.kind === 'rsa' ? transported(parts.recipient) : agreed(parts.recipient)),
        der(
          0x30,
          DATA,
          der(0x30, GCM, der(0x30, der(4, parts.nonce), hex('020110'))),
          ...(parts.inside === null ? [] : [der(0x80, parts.inside)]),
        ),
        der(4, parts.tag),
      ),
    ),
  );
  if (!again.equals(bytes) || parts.nonce.length !== 12 || parts.tag.length !== 16) malformed();
  return parts;
}

/** What the certificate's key and its subject key identifier are. */
function owner(certificate) {
  const { raw, publicKey } = new X509Certificate(certificate);
  const place = raw.indexOf(hex('0603551d0e 0416 0414'));
  const curve = publicKey.asymmetricKeyDetails.namedCurve;
  return { identifier: raw.subarray(place + 9, place + 29), kind: publicKey.asymmetricKeyType, curve };
}

function contentKey({ kind, wrapped, curve, point }, key) {
  if (kind === 'rsa') return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, wrapped);
  const spki = der(0x30, der(0x30, EC, CURVES[curve]), der(3, Buffer.from([0]), point));
  const secret = diffieHellman({ privateKey: key, publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }) });
  const info = der(0x30, hex('300b060960864801650304012d'), der(0xa2, der(4, hex('00000100'))));
  const unwrap = createDecipheriv('id-aes256-wrap', sha256(secret, hex('00000001'), info), hex('a6a6a6a6a6a6a6a6'));
  return Buffer.concat([unwrap.update(wrapped), unwrap.final()]);
}

/** The content of {envelope}, whose ciphertext is inside, or {beside} where that is not null. */
export function open(envelope, beside, certificate, pem) {
  const parts = read(envelope);
  if ((parts.inside === null) !== (beside !== null)) malformed();
  const own = owner(certificate);
  const { kind, identifier, curve } = parts.recipient;
  if (kind !== own.kind || curve !== own.curve || !identifier.equals(own.identifier)) refuse('envelope-other-recipient');
  try {
    const gcm = createDecipheriv('aes-256-gcm', contentKey(parts.recipient, createPrivateKey(pem)), parts.nonce);
    gcm.setAuthTag(parts.tag);
    return Buffer.concat([gcm.update(beside ?? parts.inside), gcm.final()]);
  } catch {
    return refuse('envelope-undecryptable');
  }
}
