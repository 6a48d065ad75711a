// Where agencies receive: the registry, and what a person may propose of it. The gateway applies the same rules, and decides.
import type { Loaded } from './api';
import { isPem, readPem, type PemFacts } from './certificate';
import type { FieldFaults } from './fault';
import { fingerprintOf } from './proposal';
import { staff, type AgencyTerms, type AuthorityTerms, type Change, type EndpointTerms, type RegistryEntry } from './staff';
import { words } from './words';

const DAY = 24 * 3600 * 1000;
const FINGERPRINT = /^[0-9a-f]{64}$/;
const COUNTRY = /^[A-Z]{2}$/;
const ADDRESS = /^https?:\/\/[^\s/]+/;

/** The longest certificate or request in PEM that the gateway reads, in characters. */
export const PEM = 12_000;
export const CHANNELS = ['soap', 'pick-up'];

/** The registry as it was read, and what its certificates say, by their PEM. */
export interface Sight {
  revision: number;
  agencies: RegistryEntry[];
  authorities: AuthorityTerms[];
  certificates: Map<string, PemFacts>;
}

/** Reads the registry and every certificate in it. */
export async function readRegistry(): Promise<Loaded<Sight>> {
  const { value, etag } = await staff.registry();
  const { revision, agencies, authorities } = value;
  const all = new Set([
    ...agencies.flatMap(({ agency }) => certificatesOf(agency)),
    ...authorities.map(({ certificate }) => certificate),
  ]);
  const certificates = new Map<string, PemFacts>();
  for (const pem of all) {
    const [facts] = await readPem(pem);
    if (facts) certificates.set(pem, facts);
  }
  return { value: { revision, agencies, authorities, certificates }, etag };
}

function certificatesOf(agency: AgencyTerms): string[] {
  return agency.endpoints.flatMap((it) => [
    ...it.encryptionCertificates,
    ...it.receiptCertificates,
    ...(it.machineCertificates ?? []),
    it.tlsCa,
  ]);
}

/** How many whole days are left of a certificate at `now`; less than none if it is over, `undefined` if that is unreadable. */
export function daysLeft(facts: PemFacts | undefined, now: number): number | undefined {
  return facts?.validUntil === undefined ? undefined : Math.floor((Date.parse(facts.validUntil) - now) / DAY);
}

/** How many days packages can still be encrypted to `agency`, at its first endpoint, which is the one in use. */
export function daysToEncrypt(agency: AgencyTerms, certificates: Map<string, PemFacts>, now: number): number | undefined {
  const left = (agency.endpoints[0]?.encryptionCertificates ?? []).map((pem) => daysLeft(certificates.get(pem), now));
  return left.reduce((most, days) => (most === undefined || (days !== undefined && days > most) ? days : most), undefined);
}

/** What can be changed of an agency in the console; everything else stays as it was read. */
export interface AgencyForm {
  name: string;
  country: string;
  endpoints: EndpointForm[];
}

interface EndpointForm {
  id: string;
  address: string;
  channel: string;
}

export function agencyForm({ name, country, endpoints }: AgencyTerms): AgencyForm {
  return { name, country, endpoints: endpoints.map(({ id, address, channel }) => ({ id, address, channel })) };
}

/** What the form says of `endpoint`, by its name: the list may have become another one since the form was begun. */
export function endpointOf(form: AgencyForm, endpoint: EndpointTerms): EndpointForm {
  return form.endpoints.find(({ id }) => id === endpoint.id) ?? endpoint;
}

/** `base` as the form would have it. */
export function agencyOf(base: AgencyTerms, form: AgencyForm): AgencyTerms {
  return {
    ...base,
    name: form.name.trim(),
    country: form.country.trim(),
    endpoints: base.endpoints.map((endpoint) => {
      const { address, channel } = endpointOf(form, endpoint);
      return { ...endpoint, address: address.trim(), channel };
    }),
  };
}

/** What keeps an agency from being proposed so. */
export function faultsOfAgency({ name, country, endpoints }: AgencyTerms): FieldFaults {
  const w = words.registry;
  const faults: FieldFaults = {};
  if (name === '') faults['agency-name'] = w.noName;
  if (!COUNTRY.test(country)) faults['agency-country'] = w.badCountry;
  endpoints.forEach(({ address }, index) => {
    if (!ADDRESS.test(address)) faults[`agency-address-${index}`] = w.badAddress;
  });
  return faults;
}

/** Which fields of the form the gateway's pointers (RFC 6901) into a change mean. */
export function agencyFaultsAt(pointers: readonly string[]): FieldFaults {
  const faults: FieldFaults = {};
  for (const pointer of pointers) {
    const [, plain, index, ofEndpoint] =
      /^\/agency\/(?:(name|country)|endpoints\/(\d+)\/(address|channel))$/.exec(pointer) ?? [];
    if (plain !== undefined) faults[`agency-${plain}`] = words.person.refused;
    else if (ofEndpoint !== undefined) faults[`agency-${ofEndpoint}-${index}`] = words.person.refused;
  }
  return faults;
}

/** A key of an agency as a person types it in. */
export interface KeyForm {
  endpoint: string;
  certificate: string;
  request: string;
  fingerprint: string;
}

/** Whether `text` holds a private key, which nobody shows to the console. */
export function isPrivate(text: string): boolean {
  return /PRIVATE KEY/i.test(text);
}

/** Why nothing keeps `text`: it holds a private key, or it is PEM where a fingerprint belongs. */
export function faultOfTyped(text: string, isFingerprint: boolean): string | undefined {
  if (isPrivate(text)) return words.registry.private;
  return isFingerprint && isPem(text) ? words.proposal.badFingerprint : undefined;
}

/** The form after `text` was put into one of its fields, and what is at fault there; what is not kept leaves it empty. */
export function typedKey(form: KeyForm, field: keyof KeyForm, text: string): { form: KeyForm; faults: FieldFaults } {
  const fault = faultOfTyped(text, field === 'fingerprint');
  return fault === undefined
    ? { form: { ...form, [field]: text }, faults: {} }
    : { form: { ...form, [field]: '' }, faults: { [`key-${field}`]: fault } };
}

/** What keeps the form from being sent. */
export function faultsOfKey(form: KeyForm): FieldFaults {
  const w = words.registry;
  const faults: FieldFaults = {};
  if (!holds(form.certificate, 'CERTIFICATE')) faults['key-certificate'] = w.noCertificate;
  if (!holds(form.request, 'CERTIFICATE REQUEST')) faults['key-request'] = w.noRequest;
  if (!FINGERPRINT.test(fingerprintOf(form.fingerprint))) faults['key-fingerprint'] = words.proposal.badFingerprint;
  return faults;
}

function holds(text: string, label: string): boolean {
  return text.includes(`-----BEGIN ${label}-----`) && text.includes(`-----END ${label}-----`);
}

/** Which field of the form the gateway means, by its pointers or by what it says of the key as a whole. */
export function keyFaultsAt(pointers: readonly string[], code: string): FieldFaults {
  const fields = pointers.map((pointer) => /^\/(endpoint|certificate|request|fingerprint)$/.exec(pointer)?.[1]);
  if (code === 'key-fingerprint-mismatch') fields.push('fingerprint');
  if (code.startsWith('key-proof-')) fields.push('request');
  return Object.fromEntries(fields.filter((it) => it !== undefined).map((it) => [`key-${it}`, words.person.refused]));
}

/** The change that the form proposes of the agency `id` as it stands since `revision`. */
export function keyChange(id: string, revision: number, form: KeyForm): Change {
  return {
    kind: 'agency-key',
    id,
    endpoint: form.endpoint,
    certificate: `${form.certificate.trim()}\n`,
    request: `${form.request.trim()}\n`,
    fingerprint: fingerprintOf(form.fingerprint),
    revision,
  };
}
