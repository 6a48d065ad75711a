// People, proposals and duty in the REST API.
import { del, get, post, root, type Loaded, type Page } from './api';
import type { Json } from './json';

export interface PersonTerms {
  number: string;
  displayName: string;
  roles: string[];
  unit?: string;
  agency?: string;
}

export interface Person extends PersonTerms {
  active: boolean;
  revision: number;
}

/** What a proposal would change: its kind, and what that kind says. */
export type Change = { kind: string } & { [member: string]: Json };

export interface Proposal {
  id: string;
  state: string;
  revision: number;
  change: Change;
  digest: string;
  proposedBy: string;
  proposedAt: string;
  expiresAt: string;
  decidedBy?: string;
  decidedAt?: string;
  reason?: string;
}

export type EndpointTerms = {
  id: string;
  channel: string;
  address: string;
  encryptionCertificates: string[];
  receiptCertificates: string[];
  machineCertificates?: string[];
  tlsCa: string;
  signer: string;
  maxBytes: number;
};

/** An agency whole, as it is proposed anew. */
export type AgencyTerms = { id: string; name: string; country: string; highRisk?: boolean; endpoints: EndpointTerms[] };

export type AuthorityTerms = { certificate: string; crl: string; ocsp?: string };

export interface RegistryEntry {
  revision: number;
  agency: AgencyTerms;
}

/** Where agencies receive, whole; a revision is that of the registry since which a part stands so. */
interface Registry {
  revision: number;
  agencies: RegistryEntry[];
  authorities: AuthorityTerms[];
  authoritiesRevision: number;
}

/** Whole numbers by their names. */
export type Settings = { [name: string]: number };

/** What each setting can be, both included. */
export type Limits = { [name: string]: { least: number; most: number } };

export interface NumberedSettings {
  revision: number;
  settings: Settings;
  limits: Limits;
}

export interface Duty {
  id: string;
  unit: string;
  person: string;
  from: string;
  until: string;
}

/** The body of an approval or a rejection: the digest that was read, and what else the kind asks for. */
export interface Decision {
  digest: string;
  fingerprint?: string;
  reason?: string;
}

/** How many of a list are asked for at once; the most that the gateway gives. */
const LIMIT = 100;

function list<T>(path: string, cursor: string | undefined): Promise<Loaded<Page<T>>> {
  const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  return get<Page<T>>(`${root}/${path}?limit=${LIMIT}${after}`);
}

export const staff = {
  people: (cursor: string | undefined) => list<Person>('people', cursor),
  person: (number: string) => get<Person>(`${root}/people/${encodeURIComponent(number)}`),
  endSession: (number: string, reason: string) =>
    post<{ ended: string }>(`${root}/people/${encodeURIComponent(number)}/session-end`, { body: { reason } }),
  proposals: (cursor: string | undefined) => list<Proposal>('proposals', cursor),
  proposal: (id: string) => get<Proposal>(`${root}/proposals/${id}`),
  propose: (key: string, change: Change) =>
    post<Proposal>(`${root}/proposals`, { idempotencyKey: key, body: change }),
  decide: (id: string, etag: string, how: 'approve' | 'reject', body: Decision) =>
    post<Proposal>(`${root}/proposals/${id}/${how}`, { ifMatch: etag, body }),
  withdraw: (id: string, etag: string) => post<Proposal>(`${root}/proposals/${id}/withdraw`, { ifMatch: etag }),
  registry: () => get<Registry>(`${root}/registry`),
  settings: () => get<NumberedSettings>(`${root}/settings`),
  duty: () => get<{ items: Duty[] }>(`${root}/duty`),
  addDuty: (key: string, shift: { person: string; from: string; until: string }) =>
    post<Duty>(`${root}/duty`, { idempotencyKey: key, body: shift }),
  removeDuty: (id: string) => del<Duty>(`${root}/duty/${id}`),
};
