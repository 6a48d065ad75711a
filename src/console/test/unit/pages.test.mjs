import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, visible } from '../../src/nav.ts';
import { parse } from '../../src/route.ts';

const ID = '019aa000-0000-7000-8000-000000000001';
const places = (...roles) => entries(roles).map((entry) => entry.to);

test('navigation_ofEachRole_isItsOwnAlone', () => {
  assert.deepEqual(places('referral-officer'), ['/referrals', '/duty']);
  assert.deepEqual(places('release-supervisor'), ['/referrals', '/proposals', '/registry', '/agencies', '/settings', '/duty', '/break-glass']);
  assert.deepEqual(places('referral-officer', 'release-supervisor'), ['/referrals', '/proposals', '/registry', '/agencies', '/settings', '/duty', '/break-glass']);
  assert.deepEqual(places('police-liaison'), ['/referrals']);
  assert.deepEqual(places('auditor'), ['/referrals', '/people', '/proposals', '/registry', '/agencies', '/settings', '/break-glass', '/counts']);
  assert.deepEqual(places('administrator'), ['/people', '/proposals', '/registry', '/agencies', '/settings', '/counts']);
  assert.deepEqual(places(), ['/referrals']);
});

test('page_ofAnotherRole_isNothing', () => {
  const nothing = { page: 'none' };
  assert.deepEqual(visible(parse('/people'), ['release-supervisor']), nothing);
  assert.deepEqual(visible(parse('/people/officer1'), ['referral-officer']), nothing);
  assert.deepEqual(visible(parse(`/referrals/${ID}`), ['administrator']), nothing);
  assert.deepEqual(visible(parse('/proposals/new-person'), ['auditor']), nothing);
  assert.deepEqual(visible(parse('/settings'), ['referral-officer']), nothing);
  assert.deepEqual(visible(parse('/settings'), ['administrator']), { page: 'settings' });
  assert.deepEqual(visible(parse('/registry'), ['referral-officer']), nothing);
  assert.deepEqual(visible(parse('/registry/AG-S-002'), ['police-liaison']), nothing);
  assert.deepEqual(visible(parse('/duty'), ['auditor']), nothing);
  assert.deepEqual(visible(parse('/break-glass'), ['administrator']), nothing);
  assert.deepEqual(visible(parse('/break-glass'), ['referral-officer']), nothing);
  assert.deepEqual(visible(parse('/agencies'), ['referral-officer']), nothing);
});

test('home_isTheFirstPageOfEachRole', () => {
  assert.deepEqual(visible(parse('/'), ['administrator']), { page: 'people' });
  assert.deepEqual(visible(parse('/'), ['auditor']), { page: 'referrals' });
  assert.deepEqual(visible(parse('/'), []), { page: 'referrals' });
});

test('address_namesOnePageOrNone', () => {
  assert.deepEqual(parse(`/referrals/${ID}`), { page: 'referral', id: ID });
  assert.deepEqual(parse(`/proposals/${ID}`), { page: 'proposal', id: ID });
  assert.deepEqual(parse('/registry/AG-S-002'), { page: 'agency', id: 'AG-S-002' });
  assert.deepEqual(parse('/people/o.f-f_1'), { page: 'person', id: 'o.f-f_1' });
  for (const path of ['/referrals/', '/people/', '/people/-x', `/proposals/${ID}x`, '/constructor', '/registry/', '/registry/ag-s-002', '/proposals/new']) {
    assert.deepEqual(parse(path), { page: 'none' }, path);
  }
});
