// Shifts as a person types them in: in the time of their browser, to the minute.
import { words } from './words';

/** The longest shift, in milliseconds. */
const LONGEST = 31 * 24 * 3600 * 1000;

export interface ShiftForm {
  person: string;
  from: string;
  until: string;
}

export type ShiftFaults = Partial<Record<keyof ShiftForm, string>>;

/** What keeps the form from being sent at `now`, in milliseconds since the epoch. */
export function faultsOfShift(form: ShiftForm, now: number): ShiftFaults {
  const from = Date.parse(form.from);
  const until = Date.parse(form.until);
  const faults: ShiftFaults = {};
  if (form.person.trim() === '') faults.person = words.duty.noPerson;
  if (Number.isNaN(from)) faults.from = words.duty.noFrom;
  if (Number.isNaN(until) || until <= now || until <= from || until - from > LONGEST) {
    faults.until = words.duty.badUntil;
  }
  return faults;
}

/** The shift as the gateway takes it: UTC with milliseconds. */
export function shiftOf(form: ShiftForm): ShiftForm {
  return {
    person: form.person.trim(),
    from: new Date(form.from).toISOString(),
    until: new Date(form.until).toISOString(),
  };
}
