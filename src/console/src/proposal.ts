// What can be said of a proposal before the gateway is asked: it applies the same rules, and decides.
import type { Me } from './api';
import { isObject, type Json } from './json';
import type { Change, Person, Proposal } from './staff';

/** Changes of people are decided on by administrators, everything else by release supervisors. */
const ABOUT_PEOPLE = new Set(['person-create', 'person-change', 'person-deactivate']);

/** What somebody may do with an open proposal, or why they may not. */
export type Part = 'decide' | 'withdraw' | 'own' | 'about-oneself' | 'other-role' | 'closed';

export function isAboutPeople(change: Change): boolean {
  return ABOUT_PEOPLE.has(change.kind);
}

/** Whether whoever approves types in a fingerprint that they were told. */
export function asksFingerprint(change: Change): boolean {
  return change.kind === 'agency-key';
}

/** Whom or what it is about, in few words. */
export function subjectOf(change: Change): string {
  for (const holder of [change['person'], change['agency'], change as Json]) {
    if (typeof holder === 'string') return holder;
    if (!isObject(holder)) continue;
    const named = holder['number'] ?? holder['id'];
    if (typeof named === 'string') return named;
  }
  return '';
}

/** Which part `me` has in `proposal`. */
export function partOf(me: Me, proposal: Proposal): Part {
  const { state, change, proposedBy } = proposal;
  if (state !== 'OPEN') return 'closed';
  if (proposedBy === me.number) return me.roles.includes('administrator') ? 'withdraw' : 'own';
  if (!me.roles.includes(isAboutPeople(change) ? 'administrator' : 'release-supervisor')) return 'other-role';
  return isAboutPeople(change) && subjectOf(change) === me.number ? 'about-oneself' : 'decide';
}

/** Whether somebody has been changed since the proposal was made, so that it cannot be approved any more. */
export function isOvertaken(change: Change, now: Person | undefined): boolean {
  return change.kind === 'person-create' ? now !== undefined : now?.revision !== change['revision'];
}

/** `person` as `change` would leave them; `undefined` if that cannot be said. */
export function afterwards(change: Change, person: Json | undefined): Json | undefined {
  if (change.kind === 'person-deactivate') return isObject(person) ? { ...person, active: false } : undefined;
  return isObject(change['person']) ? { ...change['person'], active: true } : undefined;
}

/** What a person is, without what only counts their changes. */
export function describe(person: Person): Json {
  const { revision: _, ...rest } = person;
  return rest;
}

/** A fingerprint as it was read out, in the form that the gateway compares: lower-case hexadecimal digits alone. */
export function fingerprintOf(typed: string): string {
  return typed.replace(/[\s:-]/g, '').toLowerCase();
}
