// Which pages there are for whom. What is not for a role is not offered to it, and not asked for on its behalf.
import type { Route } from './route';
import { words } from './words';

type Section =
  | 'referrals'
  | 'people'
  | 'proposals'
  | 'registry'
  | 'agencies'
  | 'settings'
  | 'duty'
  | 'break-glass'
  | 'counts';

const OF_ROLE: Record<string, Section[]> = {
  'referral-officer': ['referrals', 'duty'],
  'release-supervisor': ['referrals', 'proposals', 'registry', 'agencies', 'settings', 'duty', 'break-glass'],
  'police-liaison': ['referrals'],
  auditor: ['referrals', 'people', 'proposals', 'registry', 'agencies', 'settings', 'break-glass', 'counts'],
  administrator: ['people', 'proposals', 'registry', 'agencies', 'settings', 'counts'],
};
const ORDER: Section[] = [
  'referrals',
  'people',
  'proposals',
  'registry',
  'agencies',
  'settings',
  'duty',
  'break-glass',
  'counts',
];
const SECTION: Partial<Record<Route['page'], Section>> = {
  referrals: 'referrals',
  referral: 'referrals',
  people: 'people',
  person: 'people',
  proposals: 'proposals',
  proposal: 'proposals',
  'new-person': 'proposals',
  registry: 'registry',
  agency: 'registry',
  agencies: 'agencies',
  settings: 'settings',
  duty: 'duty',
  'break-glass': 'break-glass',
  counts: 'counts',
};

/** One entry of the navigation. */
export interface Entry {
  section: Section;
  to: string;
  label: string;
}

/** What somebody with `roles` can go to. Whoever has no role finds the referrals, which say why there are none. */
export function entries(roles: readonly string[]): Entry[] {
  const theirs = new Set(roles.flatMap((role) => OF_ROLE[role] ?? []));
  const shown = theirs.size === 0 ? (['referrals'] as const) : ORDER.filter((section) => theirs.has(section));
  return shown.map((section) => ({ section, to: `/${section}`, label: words.nav[section] }));
}

/** The section that `route` is in. */
export function sectionOf(route: Route): Section | undefined {
  return SECTION[route.page];
}

/** What `route` shows to somebody with `roles`: home is their first page, and what is not theirs is nothing. */
export function visible(route: Route, roles: readonly string[]): Route {
  const theirs = entries(roles);
  if (route.page === 'home') return { page: theirs[0]?.section ?? 'none' };
  if (route.page === 'new-person' && !roles.includes('administrator')) return { page: 'none' };
  const section = sectionOf(route);
  return theirs.some((entry) => entry.section === section) ? route : { page: 'none' };
}
