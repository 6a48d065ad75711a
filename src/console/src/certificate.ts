// Certificates and certificate requests in PEM (RFC 7468), as far as a person compares them: who, until when, and the
// digests by which they are read out on the telephone. Nothing is verified here; the gateway does that.
import { sha256 } from './json';

/** What one PEM block says. */
export interface PemFacts {
  label: string;
  /** SHA-256 of the block's DER: the certificate's fingerprint. */
  sha256: string;
  /** SHA-256 of its public key (SubjectPublicKeyInfo), as `safehand key fingerprint` prints it. */
  publicKeySha256?: string;
  subject?: string;
  issuer?: string;
  validFrom?: string;
  validUntil?: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** One element of DER (X.690): its tag, its content, and all of it. */
interface Element {
  tag: number;
  content: Bytes;
  whole: Bytes;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;
const VERSION = 0xa0;
const OID = 0x06;
const UTC_TIME = 0x17;
const ATTRIBUTES: Record<string, string> = {
  '550403': 'CN',
  '550405': 'serialNumber',
  '550406': 'C',
  '550407': 'L',
  '550408': 'ST',
  '55040a': 'O',
  '55040b': 'OU',
};

/** Whether `text` holds a PEM block. */
export function isPem(text: string): boolean {
  return text.includes('-----BEGIN ');
}

/** What each block of `pem` says, in their order; of what is no certificate and no request, its digest alone. */
export function readPem(pem: string): Promise<PemFacts[]> {
  return Promise.all([...pem.matchAll(BLOCK)].map((block) => read(block[1] ?? '', block[2] ?? '')));
}

async function read(label: string, base64: string): Promise<PemFacts> {
  const der = bytesOf(base64);
  const facts: PemFacts = { label, sha256: await sha256(der) };
  try {
    if (label === 'CERTIFICATE') return { ...facts, ...(await certificate(der)) };
    if (label === 'CERTIFICATE REQUEST') return { ...facts, ...(await request(der)) };
  } catch {
    // it says nothing that a person could compare beside its digest; the gateway refuses it anyway
  }
  return facts;
}

/** RFC 5280, section 4.1. */
async function certificate(der: Bytes): Promise<Partial<PemFacts>> {
  const fields = inside(at(inside(at(elements(der), 0)), 0));
  // the first field is left out in certificates of version 1
  const first = at(fields, 0).tag === VERSION ? 1 : 0;
  const [from, until] = inside(at(fields, first + 3));
  return {
    issuer: name(at(fields, first + 2)),
    ...(from && { validFrom: time(from) }),
    ...(until && { validUntil: time(until) }),
    subject: name(at(fields, first + 4)),
    publicKeySha256: await sha256(at(fields, first + 5).whole),
  };
}

/** RFC 2986, section 4.1. */
async function request(der: Bytes): Promise<Partial<PemFacts>> {
  const fields = inside(at(inside(at(elements(der), 0)), 0));
  return { subject: name(at(fields, 1)), publicKeySha256: await sha256(at(fields, 2).whole) };
}

function name(element: Element): string {
  const parts = inside(element).flatMap(inside).map((attribute) => {
    const [type, value] = inside(attribute);
    if (type?.tag !== OID || value === undefined) throw new Error('no attribute');
    const text = new TextDecoder('utf-8', { fatal: true }).decode(value.content);
    return `${ATTRIBUTES[hex(type.content)] ?? `OID ${hex(type.content)}`}=${text}`;
  });
  return parts.join(', ');
}

/** RFC 5280, section 4.1.2.5: two-digit years are 1950 to 2049. */
function time({ tag, content }: Element): string {
  const text = new TextDecoder().decode(content);
  const short = Number(text.slice(0, 2)) < 50 ? `20${text}` : `19${text}`;
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(tag === UTC_TIME ? short : text) ?? [];
  if (s === undefined) throw new Error('no time');
  return `${y}-${mo}-${d}T${h}:${mi}:${s}.000Z`;
}

function elements(der: Bytes): Element[] {
  const found: Element[] = [];
  for (let start = 0; start < der.length; ) {
    const tag = byte(der, start);
    let from = start + 2;
    let length = byte(der, start + 1);
    if (length > 0x80) {
      const digits = length & 0x7f;
      if (digits > 4) throw new Error('too long');
      length = 0;
      for (; from < start + 2 + digits; from += 1) length = length * 256 + byte(der, from);
    } else if (length === 0x80) {
      throw new Error('not DER');
    }
    const end = from + length;
    if (end > der.length) throw new Error('cut off');
    found.push({ tag, content: der.slice(from, end), whole: der.slice(start, end) });
    start = end;
  }
  return found;
}

function inside(element: Element): Element[] {
  return elements(element.content);
}

function at(list: Element[], index: number): Element {
  const element = list[index];
  if (element === undefined) throw new Error('not there');
  return element;
}

function byte(der: Bytes, index: number): number {
  const value = der[index];
  if (value === undefined) throw new Error('cut off');
  return value;
}

function hex(bytes: Bytes): string {
  return Array.from(bytes, (value) => value.toString(16).padStart(2, '0')).join('');
}

function bytesOf(base64: string): Bytes {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
