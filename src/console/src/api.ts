// The REST API, as src/web/src/main/resources/openapi.yaml describes it.

export interface Me {
  number: string;
  name: string;
  organisation: string;
  roles: string[];
  agency?: string;
  /** Of an auditor: how many broken glasses wait for a review. */
  glassesToReview?: number;
}

interface ReferralHead {
  id: string;
  reference: string;
  version: number;
  state: string;
  incidentType: string;
  urgency: string;
  exercise: boolean;
  author: string;
  created: string;
}

export interface ReferralSummary extends ReferralHead {
  exhibits: number;
  /** Who released it first, while it waits for a second supervisor. */
  endorsedBy?: string;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface Exhibit {
  id: string;
  number: number;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  completed: string;
}

export interface Referral extends ReferralHead {
  caseId: string;
  unit: string;
  editors: string[];
  assignee?: string;
  exhibits: Exhibit[];
  submitted?: string;
  submittedBy?: string;
  sealDigest?: string;
  sealed?: string;
  /** When the first of two supervisors released it. */
  endorsed?: string;
  endorsedBy?: string;
  highRisk?: string[];
  released?: string;
  releasedBy?: string;
  recipients?: string[];
  closed?: string;
  closedBy?: string;
  reason?: string;
}

export interface Dispatch {
  id: string;
  agency: string;
  endpoint: string;
  channel: string;
  state: string;
  queued: string;
  packageDigest?: string;
  packageSize?: number;
  delivered?: string;
  sealDigest: string;
  recipientCertificate?: string;
  /** It waits because its agency is held back as a whole. */
  heldBack?: true;
  supersedes?: string;
  supersededBy?: string;
}

export interface CustodyEvent {
  leafHash: string;
  type: string;
  time: string;
  actor: string;
  role: string;
  result: string;
  code?: string;
  stage: string;
}

interface LogStanding {
  stale: boolean;
  staleAt?: string;
}

/** How many dispatches to an agency are in a state. */
export interface DispatchCount {
  agency: string;
  state: string;
  count: number;
}

/** What packages can be encrypted to. */
export interface Certificate {
  sha256: string;
  algorithm: string;
  validFrom: string;
  validUntil: string;
  expiry: string;
}

export interface Agency {
  id: string;
  name: string;
  country: string;
  /** That a release to it takes two supervisors. */
  highRisk?: true;
  channels: string[];
  /** What is released to it waits. */
  heldBack?: true;
  endpoints: { id: string; channel: string; certificates: Certificate[] }[];
}

/** The act that a second factor is asked for. */
export interface StepUpOrder {
  operation: 'release' | 'reissue' | 'manage-endpoints' | 'break-glass' | 'resume-dispatch' | 'withdraw-released';
  object: string;
  etag: string;
  digest: string;
}

/** A refusal or failure, with what a person needs to ask for help. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly traceId: string,
    /** The members of the request's body that were refused (RFC 6901). */
    readonly pointers: readonly string[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export interface Loaded<T> {
  value: T;
  etag: string | null;
}

interface Unsafe {
  ifMatch?: string;
  idempotencyKey?: string;
  body?: unknown;
}

function pointersOf(errors: unknown): string[] {
  return Array.isArray(errors) ? errors.map((error: { pointer?: unknown }) => String(error.pointer ?? '')) : [];
}

async function problem(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as Record<string, unknown>;
    return new ApiError(
      response.status,
      String(body['code'] ?? 'unknown'),
      [body['title'], body['detail']].filter((text) => typeof text === 'string').join(': '),
      String(body['traceId'] ?? ''),
      pointersOf(body['errors']),
    );
  } catch {
    return new ApiError(response.status, 'unknown', `HTTP ${response.status}`, '');
  }
}

async function call<T>(path: string, init: RequestInit): Promise<Loaded<T>> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, redirect: 'error', credentials: 'same-origin' });
  } catch {
    throw new ApiError(0, 'no-answer', '', '');
  }
  if (!response.ok) {
    throw await problem(response);
  }
  return { value: (await response.json()) as T, etag: response.headers.get('ETag') };
}

function headers(extra: Record<string, string> = {}): Record<string, string> {
  return { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...extra };
}

/** Asks by itself, not because a person did something: it does not keep a session alive. */
export function glance<T>(path: string): Promise<Loaded<T>> {
  return call<T>(path, { headers: headers({ 'X-Safehand-Passive': '1' }) });
}

export function get<T>(path: string, signal?: AbortSignal): Promise<Loaded<T>> {
  return call<T>(path, { headers: headers(), ...(signal ? { signal } : {}) });
}

export function put<T>(path: string, ifMatch: string | undefined, body: unknown): Promise<Loaded<T>> {
  const extra = { ...(ifMatch !== undefined && { 'If-Match': ifMatch }), 'Content-Type': 'application/json' };
  return call<T>(path, { method: 'PUT', headers: headers(extra), body: JSON.stringify(body) });
}

export function post<T>(path: string, unsafe: Unsafe): Promise<Loaded<T>> {
  const extra: Record<string, string> = {};
  if (unsafe.ifMatch !== undefined) extra['If-Match'] = unsafe.ifMatch;
  if (unsafe.idempotencyKey !== undefined) extra['Idempotency-Key'] = unsafe.idempotencyKey;
  if (unsafe.body === undefined) {
    return call<T>(path, { method: 'POST', headers: headers(extra) });
  }
  extra['Content-Type'] = 'application/json';
  const body = JSON.stringify(unsafe.body);
  return call<T>(path, { method: 'POST', headers: headers(extra), body });
}

export function del<T>(path: string): Promise<Loaded<T>> {
  return call<T>(path, { method: 'DELETE', headers: headers() });
}

export const root = '/api/v1';

export const api = {
  me: () => get<Me>(`${root}/me`),
  referrals: (cursor: string | undefined) =>
    get<Page<ReferralSummary>>(
      `${root}/referrals${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
    ),
  referral: (id: string) => get<Referral>(`${root}/referrals/${id}`),
  dispatches: (id: string) => get<{ items: Dispatch[] }>(`${root}/referrals/${id}/dispatches`),
  dispatch: (id: string) => get<Dispatch>(`${root}/dispatches/${id}`),
  custody: (id: string) => get<{ events: CustodyEvent[] }>(`${root}/referrals/${id}/custody`),
  dispatchCounts: () => get<{ items: DispatchCount[] }>(`${root}/dispatch-counts`),
  standing: () => glance<LogStanding>(`${root}/log/standing`),
  agencies: () => get<{ items: Agency[] }>(`${root}/agencies`),
  submit: (id: string, etag: string) =>
    post<Referral>(`${root}/referrals/${id}/submit`, { ifMatch: etag }),
  stepUp: (order: StepUpOrder) => post<{ authorizationUrl: string }>(`${root}/step-ups`, { body: order }),
  handOver: (id: string, etag: string, assignee: string) =>
    put<Referral>(`${root}/referrals/${id}/assignee`, etag, { assignee }),
  release: (id: string, etag: string, key: string, sealDigest: string, recipients: string[]) =>
    post<unknown>(`${root}/referrals/${id}/release`, {
      ifMatch: etag,
      idempotencyKey: key,
      body: { sealDigest, recipients },
    }),
  close: (id: string, etag: string, how: 'return' | 'withdrawal', reason: string) =>
    post<Referral>(`${root}/referrals/${id}/${how}`, { ifMatch: etag, body: { reason } }),
  withdrawRelease: (id: string, etag: string, reason: string) =>
    post<Referral>(`${root}/referrals/${id}/release-withdrawal`, { ifMatch: etag, body: { reason } }),
  suspend: (id: string, etag: string, reason: string) =>
    post<Dispatch>(`${root}/dispatches/${id}/suspension`, { ifMatch: etag, body: { reason } }),
  resume: (id: string, etag: string, reason: string) =>
    post<Dispatch>(`${root}/dispatches/${id}/resumption`, { ifMatch: etag, body: { reason } }),
  reissue: (id: string, etag: string, key: string, certificate: string, reason: string) =>
    post<Dispatch>(`${root}/dispatches/${id}/reissue`, {
      ifMatch: etag,
      idempotencyKey: key,
      body: { certificate, reason },
    }),
};
