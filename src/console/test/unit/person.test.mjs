import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongsToAgency, exclusion, faultsAt, faultsOf, isSame, ROLES, termsOf } from '../../src/person.ts';

const good = { number: 'n1', displayName: 'Nora New', roles: ['referral-officer'], place: 'hotline' };
const atFault = (change) => Object.keys(faultsOf({ ...good, ...change })).join();

test('exclusion_ofEachPairOfRoles_letsOnlyOfficerAndSupervisorGoTogether', () => {
  for (const one of ROLES) {
    assert.equal(exclusion([one]), undefined);
    for (const other of ROLES.filter((role) => role !== one)) {
      const together = [one, other].sort().join() === 'referral-officer,release-supervisor';
      assert.equal(exclusion([one, other]) === undefined, together, `${one} ${other}`);
    }
  }
});

test('form_oneRuleFromAGoodOne_isAtFaultThere', () => {
  assert.equal(atFault({}), '');
  assert.equal(atFault({ number: '-n1' }), 'number');
  assert.equal(atFault({ number: 'n'.repeat(65) }), 'number');
  assert.equal(atFault({ displayName: ' ' }), 'displayName');
  assert.equal(atFault({ roles: [] }), 'roles');
  assert.equal(atFault({ roles: ['auditor', 'administrator'] }), 'roles');
  assert.equal(atFault({ place: ' ' }), 'place');
  assert.equal(atFault({ roles: ['police-liaison'] }), 'place');
  assert.equal(atFault({ roles: ['police-liaison'], place: 'AG-N-001' }), '');
  assert.equal(atFault({ roles: ['machine-endpoint'], place: 'AG-N-1' }), 'place');
});

test('terms_ofALiaison_haveAnAgencyAndOfOthersAUnit', () => {
  assert.ok(belongsToAgency(['machine-endpoint']));
  assert.deepEqual(termsOf({ ...good, roles: ['police-liaison'], place: 'AG-N-001' }), {
    number: 'n1',
    displayName: 'Nora New',
    roles: ['police-liaison'],
    agency: 'AG-N-001',
  });
  const both = termsOf({ ...good, roles: ['release-supervisor', 'referral-officer'], place: ' hotline ' });
  assert.deepEqual(both.roles, ['referral-officer', 'release-supervisor']);
  assert.equal(both.unit, 'hotline');
});

test('form_thatChangesNothing_isTheSame', () => {
  const person = { ...termsOf(good), active: true, revision: 1 };
  assert.ok(isSame(person, good));
  assert.ok(!isSame(person, { ...good, place: 'night' }));
  assert.ok(!isSame(person, { ...good, displayName: 'Nora Newer' }));
  assert.ok(!isSame(person, { ...good, roles: ['release-supervisor'] }));
  assert.ok(!isSame({ ...person, active: false }, good));
});

test('pointers_ofTheGateway_nameTheFields', () => {
  assert.deepEqual(Object.keys(faultsAt(['/person/roles/0', '/person/agency', '/kind'])).sort(), ['place', 'roles']);
  assert.deepEqual(faultsAt(['/person/rolesX']), {});
});
