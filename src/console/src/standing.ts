// What a proposal would change, as it stands now, so that both can be laid side by side.
import { ApiError, type Loaded } from './api';
import { isObject, type Json } from './json';
import { afterwards, describe, isAboutPeople, isOvertaken } from './proposal';
import { staff, type Change, type Person, type Proposal } from './staff';

/** Both sides of a change. */
export interface Sides {
  /** `undefined` as a value where nothing is there yet; no member at all where there is nothing to compare with. */
  now?: { value: Json | undefined };
  /** `undefined` where nothing would be left. */
  next: Json | undefined;
  overtaken: boolean;
}

/** Both sides of `proposal`; of one that is decided only what it says, because what is there now may come after it. */
export async function sidesOf(proposal: Proposal): Promise<Loaded<Sides>> {
  const { change, state } = proposal;
  const said = { next: contentOf(change), overtaken: false };
  if (state !== 'OPEN') return { value: said, etag: null };
  return { value: isAboutPeople(change) ? await ofPerson(change) : await ofRegistry(change, said), etag: null };
}

async function ofPerson(change: Change): Promise<Sides> {
  const person = await personNow(change);
  const now = person && describe(person);
  return {
    now: { value: now },
    next: afterwards(change, now) ?? contentOf(change),
    overtaken: isOvertaken(change, person),
  };
}

async function personNow(change: Change): Promise<Person | undefined> {
  const person = change['person'];
  const number = isObject(person) ? person['number'] : change['number'];
  try {
    return (await staff.person(String(number))).value;
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 404) return undefined;
    throw failure;
  }
}

async function ofRegistry(change: Change, said: Sides): Promise<Sides> {
  switch (change.kind) {
    case 'agency-set':
      return ofAgency(change, idOf(change['agency']), change['agency']);
    case 'agency-remove':
      return ofAgency(change, change['id'], undefined);
    case 'agency-key': {
      const { overtaken } = await ofAgency(change, change['id'], undefined);
      return { ...said, overtaken };
    }
    case 'authorities-set': {
      const { authorities, authoritiesRevision } = (await staff.registry()).value;
      const overtaken = authoritiesRevision !== change['revision'];
      return { now: { value: authorities }, next: change['authorities'], overtaken };
    }
    case 'settings-set': {
      const { settings, revision } = (await staff.settings()).value;
      return { now: { value: settings }, next: change['settings'], overtaken: revision !== change['revision'] };
    }
    default:
      return said;
  }
}

async function ofAgency(change: Change, id: Json | undefined, next: Json | undefined): Promise<Sides> {
  const { agencies } = (await staff.registry()).value;
  const entry = agencies.find(({ agency }) => idOf(agency) === id);
  const overtaken = (entry?.revision ?? 0) !== (change['revision'] ?? 0);
  return { now: { value: entry?.agency }, next, overtaken };
}

function idOf(value: Json | undefined): Json | undefined {
  return isObject(value) ? value['id'] : undefined;
}

/** What the change says, without its kind, which stands above it. */
function contentOf(change: Change): Json {
  const { kind: _, ...content } = change;
  return content;
}
