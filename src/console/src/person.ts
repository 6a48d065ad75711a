// What can be said of a person's roles before the gateway is asked: it applies the same rules, and decides.
import type { Person, PersonTerms } from './staff';
import { words } from './words';

/** Every role, in the order in which they are offered. */
export const ROLES = [
  'referral-officer',
  'release-supervisor',
  'police-liaison',
  'auditor',
  'administrator',
  'machine-intake',
  'machine-endpoint',
];

const TOGETHER = new Set(['referral-officer', 'release-supervisor']);
const OF_AGENCIES = new Set(['police-liaison', 'machine-endpoint']);
const NUMBER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const AGENCY = /^AG-[A-Z0-9]{1,8}-[0-9]{3,6}$/;

/** What a person types in; one place for unit and agency, of which the roles say which it is. */
export interface PersonForm {
  number: string;
  displayName: string;
  roles: string[];
  place: string;
}

/** A form's fields at fault, each with what to do about it. */
export type Faults = Partial<Record<keyof PersonForm, string>>;

export function formOf(person: PersonTerms): PersonForm {
  const { number, displayName, roles, unit, agency } = person;
  return { number, displayName, roles, place: unit ?? agency ?? '' };
}

/** Whether people with these roles belong to an agency, and not to a unit. */
export function belongsToAgency(roles: string[]): boolean {
  return roles.some((role) => OF_AGENCIES.has(role));
}

/** Why nobody has `roles` at the same time, if that is so. */
export function exclusion(roles: string[]): string | undefined {
  return roles.length > 1 && !roles.every((role) => TOGETHER.has(role)) ? words.person.exclusive : undefined;
}

/** What keeps the form from being sent. */
export function faultsOf(form: PersonForm): Faults {
  const faults: Faults = {};
  if (!NUMBER.test(form.number)) faults.number = words.person.badNumber;
  if (form.displayName.trim() === '') faults.displayName = words.person.noName;
  const together = form.roles.length === 0 ? words.person.noRole : exclusion(form.roles);
  if (together !== undefined) faults.roles = together;
  if (belongsToAgency(form.roles)) {
    if (!AGENCY.test(form.place)) faults.place = words.person.badAgency;
  } else if (form.place.trim() === '') {
    faults.place = words.person.noUnit;
  }
  return faults;
}

/** Which fields the gateway's pointers (RFC 6901) into a change mean. */
export function faultsAt(pointers: readonly string[]): Faults {
  const faults: Faults = {};
  for (const pointer of pointers) {
    const field = /^\/person\/(number|displayName|roles|unit|agency)(\/|$)/.exec(pointer)?.[1];
    if (field === 'unit' || field === 'agency' || pointer === '/person') faults.place = words.person.refused;
    else if (field !== undefined) faults[field as keyof PersonForm] = words.person.refused;
  }
  return faults;
}

/** What the form gives a person. */
export function termsOf(form: PersonForm): PersonTerms {
  const place = belongsToAgency(form.roles) ? { agency: form.place } : { unit: form.place.trim() };
  return { number: form.number, displayName: form.displayName.trim(), roles: [...form.roles].sort(), ...place };
}

/** Whether the form would change nothing of an active `person`. */
export function isSame(person: Person, form: PersonForm): boolean {
  const { displayName, roles, unit, agency } = termsOf(form);
  return (
    person.active &&
    displayName === person.displayName &&
    unit === person.unit &&
    agency === person.agency &&
    roles.join() === [...person.roles].sort().join()
  );
}
