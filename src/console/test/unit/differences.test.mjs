import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { differs, groups, sideBySide } from '../../src/differences.ts';

const pem = readFileSync('test/unit/pem/agency.pem', 'utf8');
const other = pem.replace('A', 'B');
const told = (now, next) => sideBySide(now, next).filter(differs);

test('sideBySide_ofOneChangedRole_tellsOfThatLineAlone', () => {
  const now = { number: 'n1', roles: ['auditor'], active: true };
  const next = { number: 'n1', roles: ['referral-officer', 'release-supervisor'], active: true };
  assert.deepEqual(told(now, next), [
    { path: ['roles'], now: 'auditor', next: 'referral-officer, release-supervisor' },
  ]);
  assert.equal(sideBySide(now, next).length, 3);
});

test('sideBySide_ofNothing_hasOnlyWhatIsNew', () => {
  assert.deepEqual(sideBySide(undefined, { active: false }), [{ path: ['active'], now: undefined, next: 'no' }]);
});

test('sideBySide_ofEndpoints_comparesThoseOfTheSameId', () => {
  const endpoint = (id, address) => ({ id, address });
  const now = { endpoints: [endpoint('a', '1'), endpoint('b', '2')] };
  const next = { endpoints: [endpoint('b', '2'), endpoint('c', '3')] };
  assert.deepEqual(told(now, next), [
    { path: ['endpoints', 'c', 'id'], now: undefined, next: 'c' },
    { path: ['endpoints', 'c', 'address'], now: undefined, next: '3' },
    { path: ['endpoints', 'a', 'id'], now: 'a', next: undefined },
    { path: ['endpoints', 'a', 'address'], now: '1', next: undefined },
  ]);
});

test('sideBySide_ofCertificates_isBlindToTheirOrderAndToldOfAnotherOne', () => {
  assert.deepEqual(told({ certificates: [pem, other] }, { certificates: [other, pem] }), []);
  assert.deepEqual(told({ certificates: [pem] }, { certificates: [pem, other] }), [
    { path: ['certificates'], now: undefined, next: other },
  ]);
});

test('groups_putLinesUnderTheirHeadingOnce', () => {
  const lines = sideBySide(undefined, { a: 1, in: { b: 2 }, c: 3 });
  assert.deepEqual(
    groups(lines).map(({ heading, lines: inside }) => [heading.join(), inside.length]),
    [
      ['', 2],
      ['in', 1],
    ],
  );
});
