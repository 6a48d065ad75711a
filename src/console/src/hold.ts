// Agencies that are held back as a whole, in the REST API.
import { get, post, put, root, type Loaded } from './api';
import { staff } from './staff';

export interface Hold {
  agency: string;
  revision: number;
  heldBack: boolean;
  since: string;
  by: string;
  reason: string;
}

/** An agency of the registry, and the hold that stands over it. */
export interface Standing {
  id: string;
  name: string;
  country: string;
  hold: Hold | undefined;
}

/** The version of `hold` that was read, as the gateway writes it. */
export function etagOf(hold: Hold): string {
  return `"v${hold.revision}"`;
}

export const holds = {
  list: () => get<{ items: Hold[] }>(`${root}/holds`),
  hold: (agency: string, reason: string) => put<Hold>(`${root}/agencies/${agency}/hold`, undefined, { reason }),
  lift: (agency: string, etag: string, reason: string) =>
    post<Hold>(`${root}/agencies/${agency}/hold/lift`, { ifMatch: etag, body: { reason } }),
};

/** Every agency of the registry with its standing. An agency that was removed while it was held comes last. */
export async function standings(): Promise<Loaded<Standing[]>> {
  const [registry, held] = await Promise.all([staff.registry(), holds.list()]);
  return { value: joined(registry.value.agencies.map(({ agency }) => agency), held.value.items), etag: null };
}

interface Named {
  id: string;
  name: string;
  country: string;
}

export function joined(agencies: readonly Named[], held: readonly Hold[]): Standing[] {
  const gone = held.filter((hold) => !agencies.some(({ id }) => id === hold.agency));
  return [
    ...agencies.map(({ id, name, country }) => ({ id, name, country, hold: held.find((hold) => hold.agency === id) })),
    ...gone.map((hold) => ({ id: hold.agency, name: '', country: '', hold })),
  ];
}
