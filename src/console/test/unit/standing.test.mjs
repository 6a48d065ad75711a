import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sidesOf } from '../../src/standing.ts';

const otto = { number: 'otto', displayName: 'Otto', roles: ['auditor'], unit: 'hotline', active: true };
const north = { id: 'AG-N-001', name: 'North' };
const registry = {
  revision: 7,
  agencies: [{ revision: 3, agency: north }],
  authorities: [{ name: 'CA' }],
  authoritiesRevision: 2,
};
const settings = { revision: 0, settings: { glassMinutes: 60 }, limits: {} };
let asked;

// a gateway that knows Otto and the registry
beforeEach(() => {
  asked = [];
  const answers = { '/api/v1/people/otto': { ...otto, revision: 4 }, '/api/v1/registry': registry, '/api/v1/settings': settings };
  globalThis.fetch = async (path) => {
    asked.push(path);
    const body = answers[path] ?? { code: 'person-not-found' };
    return new Response(JSON.stringify(body), { status: path in answers ? 200 : 404 });
  };
});

const sides = async (change, state = 'OPEN') => (await sidesOf({ state, change })).value;

test('sides_ofADeactivation_areThePersonActiveAndNot', async () => {
  const found = await sides({ kind: 'person-deactivate', number: 'otto', revision: 4 });
  assert.deepEqual(found, { now: { value: otto }, next: { ...otto, active: false }, overtaken: false });
  assert.equal((await sides({ kind: 'person-deactivate', number: 'otto', revision: 3 })).overtaken, true);
});

test('sides_ofANewPerson_haveNobodyNow', async () => {
  const { active: _, ...person } = { ...otto, number: 'olga' };
  const found = await sides({ kind: 'person-create', person });
  assert.deepEqual(found, { now: { value: undefined }, next: { ...person, active: true }, overtaken: false });
});

test('sides_ofAnAgency_areTheRegistersAndTheProposed', async () => {
  const next = { ...north, name: 'Northern' };
  const found = await sides({ kind: 'agency-set', agency: next, revision: 3 });
  assert.deepEqual(found, { now: { value: north }, next, overtaken: false });
  assert.equal((await sides({ kind: 'agency-set', agency: next, revision: 2 })).overtaken, true);
  assert.equal((await sides({ kind: 'agency-set', agency: next })).overtaken, true, 'it is registered already');
  const fresh = { id: 'AG-S-002', name: 'South' };
  assert.deepEqual(await sides({ kind: 'agency-set', agency: fresh }), {
    now: { value: undefined },
    next: fresh,
    overtaken: false,
  });
});

test('sides_ofARemoval_leaveNothing', async () => {
  const found = await sides({ kind: 'agency-remove', id: 'AG-N-001', revision: 3 });
  assert.deepEqual(found, { now: { value: north }, next: undefined, overtaken: false });
  assert.equal((await sides({ kind: 'agency-remove', id: 'AG-X-009', revision: 3 })).overtaken, true);
});

test('sides_ofAKey_areWhatItSays_asLongAsItsAgencyIsAsRead', async () => {
  const key = { id: 'AG-N-001', endpoint: 'north-soap', fingerprint: 'ab', revision: 3 };
  assert.deepEqual(await sides({ kind: 'agency-key', ...key }), { next: key, overtaken: false });
  assert.equal((await sides({ kind: 'agency-key', ...key, revision: 2 })).overtaken, true);
  assert.equal((await sides({ kind: 'agency-key', ...key, id: 'AG-X-009' })).overtaken, true);
});

test('sides_ofAuthorities_areBothLists', async () => {
  const found = await sides({ kind: 'authorities-set', authorities: [], revision: 2 });
  assert.deepEqual(found, { now: { value: registry.authorities }, next: [], overtaken: false });
  assert.equal((await sides({ kind: 'authorities-set', authorities: [], revision: 1 })).overtaken, true);
});

test('sides_ofSettings_areThoseThatAreAndThoseThatWouldBe', async () => {
  const next = { glassMinutes: 5 };
  const found = await sides({ kind: 'settings-set', settings: next, revision: 0 });
  assert.deepEqual(found, { now: { value: settings.settings }, next, overtaken: false });
  assert.equal((await sides({ kind: 'settings-set', settings: next, revision: 1 })).overtaken, true);
});

test('sides_ofWhatIsDecidedOrUnknown_areWhatItSays_andNothingIsAsked', async () => {
  const decided = await sides({ kind: 'person-deactivate', number: 'otto', revision: 4 }, 'APPROVED');
  assert.deepEqual(decided, { next: { number: 'otto', revision: 4 }, overtaken: false });
  const unknown = await sides({ kind: 'of-tomorrow', member: 'ab' });
  assert.deepEqual(unknown, { next: { member: 'ab' }, overtaken: false });
  assert.deepEqual(asked, []);
});
