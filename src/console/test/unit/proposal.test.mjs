import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gather } from '../../src/gather.ts';
import { afterwards, asksFingerprint, fingerprintOf, isOvertaken, partOf, subjectOf } from '../../src/proposal.ts';
import { faultsOfShift, shiftOf } from '../../src/shift.ts';

const me = (number, ...roles) => ({ number, name: number, organisation: 'hotline', roles });
const proposal = (change, more) => ({ state: 'OPEN', change, proposedBy: 'ada', ...more });
const deactivate = { kind: 'person-deactivate', number: 'otto', revision: 3 };
const agency = { kind: 'agency-set', agency: { id: 'AG-N-001' }, revision: 1 };

test('part_inAChangeOfAPerson_isAnotherAdministrators', () => {
  const open = proposal(deactivate);
  assert.equal(partOf(me('bob', 'administrator'), open), 'decide');
  assert.equal(partOf(me('ada', 'administrator'), open), 'withdraw');
  assert.equal(partOf(me('ada', 'auditor'), open), 'own');
  assert.equal(partOf(me('otto', 'administrator'), open), 'about-oneself');
  assert.equal(partOf(me('sue', 'release-supervisor'), open), 'other-role');
  assert.equal(partOf(me('art', 'auditor'), open), 'other-role');
  for (const state of ['APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED']) {
    assert.equal(partOf(me('bob', 'administrator'), proposal(deactivate, { state })), 'closed');
  }
});

test('part_inAChangeOfTheRegistry_isASupervisors', () => {
  assert.equal(partOf(me('sue', 'release-supervisor'), proposal(agency)), 'decide');
  assert.equal(partOf(me('bob', 'administrator'), proposal(agency)), 'other-role');
  assert.equal(partOf(me('ada', 'administrator'), proposal(agency)), 'withdraw');
});

test('subject_ofEachKind_isNamed', () => {
  assert.equal(subjectOf(deactivate), 'otto');
  assert.equal(subjectOf({ kind: 'person-create', person: { number: 'n1' } }), 'n1');
  assert.equal(subjectOf(agency), 'AG-N-001');
  assert.equal(subjectOf({ kind: 'agency-remove', id: 'AG-N-001', revision: 1 }), 'AG-N-001');
  assert.equal(subjectOf({ kind: 'agency-key', id: 'AG-N-001', endpoint: 'north-soap', revision: 1 }), 'AG-N-001');
  assert.equal(subjectOf({ kind: 'authorities-set', authorities: [] }), '');
});

test('change_ofAPersonWhoIsNotAsRead_isOvertaken', () => {
  const otto = { number: 'otto', revision: 3 };
  assert.equal(isOvertaken(deactivate, otto), false);
  assert.equal(isOvertaken(deactivate, { ...otto, revision: 4 }), true);
  assert.equal(isOvertaken(deactivate, undefined), true);
  assert.equal(isOvertaken({ kind: 'person-create', person: otto }, undefined), false);
  assert.equal(isOvertaken({ kind: 'person-create', person: otto }, otto), true);
});

test('afterwards_leavesThePersonAsTheChangeSays', () => {
  assert.deepEqual(afterwards(deactivate, { number: 'otto', active: true }), { number: 'otto', active: false });
  assert.deepEqual(afterwards({ kind: 'person-create', person: { number: 'n1' } }, undefined), { number: 'n1', active: true });
  assert.equal(afterwards(deactivate, undefined), undefined);
});

test('fingerprint_asReadOut_isComparedWithoutItsSpacing', () => {
  assert.ok(asksFingerprint({ kind: 'agency-key' }) && !asksFingerprint(agency));
  assert.equal(fingerprintOf(' AB:cd 12-34\n'), 'abcd1234');
});

test('gather_goesOnUntilEnoughOrPast_andSaysWhereItStopped', async () => {
  const pages = { undefined: [1, 2], a: [3, 4], b: [5, 6] };
  const next = { undefined: 'a', a: 'b', b: undefined };
  const asked = [];
  const page = async (cursor) => {
    asked.push(cursor);
    return { value: { items: pages[cursor], next: next[cursor] }, etag: null };
  };
  assert.deepEqual((await gather({ page })).value, { items: [1, 2, 3, 4, 5, 6], next: undefined });
  const even = (n) => n % 2 === 0;
  assert.deepEqual((await gather({ page, keep: even, enough: 2 })).value, { items: [2, 4], next: 'b' });
  asked.length = 0;
  assert.deepEqual((await gather({ page, keep: even, past: (n) => n >= 4 })).value, { items: [2, 4], next: undefined });
  assert.deepEqual(asked, [undefined, 'a']);
});

test('gather_ofAnEndlessList_stopsAndSaysSo', async () => {
  const page = async () => ({ value: { items: [1], next: 'more' }, etag: null });
  const { value } = await gather({ page });
  assert.equal(value.items.length, 20);
  assert.equal(value.next, 'more');
});

test('shift_oneRuleFromAGoodOne_isAtFaultThere', () => {
  const now = Date.parse('2026-11-27T12:00');
  const good = { person: 'officer1', from: '2026-11-27T08:00', until: '2026-11-27T16:00' };
  const atFault = (change) => Object.keys(faultsOfShift({ ...good, ...change }, now)).join();
  assert.equal(atFault({}), '');
  assert.equal(atFault({ person: ' ' }), 'person');
  assert.equal(atFault({ from: '' }), 'from');
  assert.equal(atFault({ until: '2026-11-27T12:00' }), 'until');
  assert.equal(atFault({ from: '2026-11-27T16:00' }), 'until');
  assert.equal(atFault({ until: '2026-12-28T08:00' }), '');
  assert.equal(atFault({ until: '2026-12-28T08:01' }), 'until');
  assert.match(shiftOf(good).from, /^2026-11-2\dT\d\d:00:00\.000Z$/);
});
