// What is offered to whom, against the table by which the gateway decides: offered is what is allowed, and nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { entries } from '../../src/nav.ts';
import { mayOpen } from '../../src/opening.ts';
import { ReferralActions } from '../../src/parts/ReferralActions.tsx';
import { partInRelease, supervises } from '../../src/release.ts';
import { isHandedTo, mayHandOver, mayReturn, maySubmit, mayWithdraw } from '../../src/rights.ts';
import { storage } from './storage.mjs';

globalThis.sessionStorage = storage();
globalThis.location = new URL('https://gateway.example.org/referrals/1');

const TABLE = readFileSync('../../config/policy/authorization.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .filter(([, , , status]) => status === 'active')
  .map(([operation, role, conditions]) => ({ operation, role, conditions: conditions.split(' ') }));
const ROLES = ['referral-officer', 'release-supervisor', 'police-liaison', 'auditor', 'administrator'];
const ME = 's1';
const IN_REVIEW = ['IN_REVIEW', 'ENDORSED'];

/** Every condition that a line about a referral or a dispatch has. */
const HOLDS = {
  always: () => true,
  never: () => false,
  own: (it) => it.author === ME || it.assignee === ME,
  unit: (it) => it.unit === 'hotline',
  draft: (it) => it.state === 'DRAFT',
  'in-review': (it) => IN_REVIEW.includes(it.state),
  'not-author': (it) => it.author !== ME,
  'not-editor': (it) => !it.editors.includes(ME) && it.assignee !== ME,
  'other-releaser': (it) => it.endorsedBy !== ME,
  agency: (it) => it.agency === 'AG-S-002',
  delivered: (it) => ['AVAILABLE', 'DELIVERED'].includes(it.state),
  // of the supervisor who broke no glass; the act itself sees to the others
  glass: () => false,
  'step-up': () => true,
  purpose: () => true,
  reading: () => false,
  'endpoint-wide': () => false,
};

function allows(operation, { roles }, it) {
  return TABLE.filter((line) => line.operation === operation && roles.includes(line.role)).some(({ conditions }) =>
    conditions.every((name) => HOLDS[name](it)),
  );
}

function* people() {
  for (const roles of [...ROLES.map((role) => [role]), ROLES.slice(0, 2), []]) {
    const agency = roles.includes('police-liaison') && { agency: 'AG-S-002' };
    yield { number: ME, name: 'S', organisation: 'hotline', roles, ...agency };
  }
}

function* referrals() {
  for (const state of ['DRAFT', 'SEALING', 'IN_REVIEW', 'ENDORSED', 'RETURNED', 'RELEASED', 'WITHDRAWN'])
    for (const author of [ME, 's9'])
      for (const assignee of [undefined, ME, 's8'])
        for (const editors of [[], [ME]])
          for (const unit of ['hotline', 'another'])
            for (const endorsedBy of state === 'ENDORSED' ? [ME, 's7'] : [undefined])
              yield { id: '1', state, author, assignee, editors, unit, endorsedBy, sealDigest: 'ab'.repeat(32), exhibits: [] };
}

const inReview = ({ state }) => IN_REVIEW.includes(state);

/** What is offered, the line that allows it, and the states in which it can be done at all. */
const OFFERED = [
  ['submit', maySubmit, () => true],
  ['withdraw', mayWithdraw, ({ state }) => ['DRAFT', ...IN_REVIEW].includes(state)],
  ['return', mayReturn, inReview],
  ['hand-over', mayHandOver, ({ state }) => !['SEALING', 'WITHDRAWN'].includes(state)],
  ['open-exhibit', mayOpen, () => true],
  ['release', (me, it) => ['release', 'second'].includes(partInRelease(me, it)), inReview],
  ['withdraw-released', (me, it) => supervises(me, it.unit), () => true],
  ['suspend-dispatch', (me, it) => supervises(me, it.unit), () => true],
  ['resume-dispatch', (me, it) => supervises(me, it.unit), () => true],
  ['reissue', (me, it) => supervises(me, it.unit), () => true],
];

test('offered_ofAReferral_isWhatTheTableAllows', () => {
  for (const [operation, offers, possible] of OFFERED) {
    let allowed = 0;
    for (const me of people()) {
      for (const it of referrals()) {
        const wanted = allows(operation, me, it) && possible(it);
        allowed += wanted ? 1 : 0;
        assert.equal(offers(me, it), wanted, `${operation} ${me.roles} ${JSON.stringify(it)}`);
      }
    }
    assert.ok(allowed > 0, `${operation} is allowed to somebody`);
  }
});

test('package_isOfferedToWhomTheTableAllows', () => {
  for (const me of people()) {
    for (const state of ['QUEUED', 'AUTHORISED', 'READY', 'SENDING', 'UNKNOWN', 'AVAILABLE', 'DELIVERED', 'SUSPENDED', 'SUPERSEDED', 'WITHDRAWN'])
      for (const agency of ['AG-S-002', 'AG-N-001']) {
        const wanted = allows('fetch-package', me, { agency, state });
        assert.equal(isHandedTo(me, { agency, state }), wanted, `${me.roles} ${state} ${agency}`);
      }
    assert.ok(!isHandedTo(me, { agency: 'AG-S-002', state: 'DELIVERED', supersededBy: '2' }));
  }
});

/** What each page asks for, and the condition that tells looking from doing; any of these. */
const PAGES = {
  '/referrals': [['search']],
  '/people': [['manage-users', 'reading']],
  '/proposals': [['manage-users', 'reading'], ['manage-endpoints', 'reading']],
  '/registry': [['manage-endpoints', 'reading']],
  '/agencies': [['manage-endpoints', 'reading']],
  '/settings': [['manage-endpoints', 'reading']],
  '/duty': [['hand-over', 'unit']],
  '/break-glass': [['break-glass'], ['review-glass']],
  '/counts': [['read-dispatch', 'counts'], ['read-dispatch', 'always']],
};

test('navigation_ofEachRole_isWhatTheTableAllows', () => {
  for (const role of ROLES) {
    const lines = TABLE.filter((line) => line.role === role && !line.conditions.includes('never'));
    const wanted = Object.keys(PAGES).filter((page) =>
      PAGES[page].some(([operation, condition]) =>
        lines.some((it) => it.operation === operation && (condition === undefined || it.conditions.includes(condition))),
      ),
    );
    assert.deepEqual(entries([role]).map(({ to }) => to), wanted, role);
  }
});

const shown = (me, it) =>
  renderToStaticMarkup(createElement(ReferralActions, { me, referral: { value: it, etag: '"v3"' }, again: () => {} }));
const it = { id: '1', state: 'IN_REVIEW', author: 's9', editors: [], unit: 'hotline', sealDigest: 'ab'.repeat(32), exhibits: [] };
const person = (...roles) => ({ number: ME, name: 'S', organisation: 'hotline', roles });

test('forms_ofAReview_areThereEachForWhomItIs', () => {
  const ids = ['release-referral', 'return-referral', 'withdrawal-referral', 'release-own'];
  const offered = (me, referral) => ids.filter((id) => shown(me, referral).includes(`id="${id}"`));
  const supervisor = person('release-supervisor');
  const both = person('referral-officer', 'release-supervisor');
  assert.deepEqual(offered(supervisor, it), ids.slice(0, 3));
  assert.deepEqual(offered(both, { ...it, author: ME }), ['withdrawal-referral', 'release-own']);
  assert.deepEqual(offered(both, { ...it, editors: [ME] }), ids.slice(1));
  assert.deepEqual(offered(person('referral-officer'), { ...it, assignee: ME }), ['withdrawal-referral']);
  assert.deepEqual(offered(person('auditor'), { ...it, author: ME }), []);
  assert.deepEqual(offered(supervisor, { ...it, state: 'RELEASED' }), []);
});
