import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { digestOf } from '../../src/json.ts';
import { ReleaseForm } from '../../src/parts/ReleaseForm.tsx';
import { highRiskOf, isUnsent, partInRelease, releaseDigest } from '../../src/release.ts';
import { storage } from './storage.mjs';

globalThis.crypto ??= webcrypto;
globalThis.sessionStorage = storage();
globalThis.location = new URL('https://gateway.example.org/referrals/1');

const SEAL = 'ab'.repeat(32);
const me = (number, ...roles) => ({ number, name: number, organisation: 'hotline', roles });
const sue = me('sue', 'release-supervisor');
const sam = me('sam', 'release-supervisor');
const sealed = { id: '1', state: 'IN_REVIEW', unit: 'hotline', author: 'otto', editors: ['eve'], sealDigest: SEAL };
const endorsed = {
  ...sealed,
  state: 'ENDORSED',
  endorsed: '2026-11-27T09:00:00.000Z',
  endorsedBy: 'sue',
  recipients: ['AG-N-001', 'AG-S-002'],
  highRisk: ['AG-S-002'],
};
const agencies = [
  { id: 'AG-N-001', endpoints: [{ id: 'main' }] },
  { id: 'AG-S-002', highRisk: true, endpoints: [{ id: 'pick-up' }] },
];

test('part_inARelease_isNotWhoeverWroteItOrWasFirst', () => {
  assert.equal(partInRelease(sue, sealed), 'release');
  assert.equal(partInRelease(me('otto', 'referral-officer', 'release-supervisor'), sealed), 'wrote');
  assert.equal(partInRelease(sam, { ...sealed, assignee: 'sam' }), 'wrote');
  assert.equal(partInRelease(me('eve', 'release-supervisor'), endorsed), 'wrote');
  assert.equal(partInRelease(sue, endorsed), 'was-first');
  assert.equal(partInRelease(sam, endorsed), 'second');
  assert.equal(partInRelease(me('art', 'auditor'), endorsed), 'none');
  assert.equal(partInRelease(sam, { ...endorsed, unit: 'elsewhere' }), 'none');
  for (const state of ['DRAFT', 'SEALING', 'RETURNED', 'RELEASED', 'WITHDRAWN']) {
    assert.equal(partInRelease(sam, { ...endorsed, state }), 'none', state);
  }
});

test('digest_ofARelease_namesWhichOfTwoActsItIs', async () => {
  const north = { agency: 'AG-N-001', endpoint: 'main' };
  const south = { agency: 'AG-S-002', endpoint: 'pick-up' };
  assert.deepEqual(highRiskOf(['AG-N-001', 'AG-S-002'], agencies), ['AG-S-002']);
  assert.equal(
    await releaseDigest(SEAL, ['AG-N-001'], agencies, false),
    await digestOf({ recipients: [north], sealDigest: SEAL }),
  );
  const both = { recipients: [north, south], sealDigest: SEAL };
  assert.equal(
    await releaseDigest(SEAL, ['AG-S-002', 'AG-N-001'], agencies, false),
    await digestOf({ act: 'first', ...both }),
  );
  assert.equal(
    await releaseDigest(SEAL, ['AG-N-001', 'AG-S-002'], agencies, true),
    await digestOf({ act: 'second', ...both }),
  );
});

test('release_isTakenBack_unlessSomethingOfItWasSent', () => {
  const unsent = ['QUEUED', 'AUTHORISED', 'READY', 'SUSPENDED', 'SUPERSEDED'].map((state) => ({ state }));
  assert.ok(isUnsent(unsent));
  for (const state of ['SENDING', 'UNKNOWN', 'AVAILABLE', 'DELIVERED']) assert.ok(!isUnsent([...unsent, { state }]), state);
  assert.ok(!isUnsent([...unsent, { state: 'SUPERSEDED', delivered: '2026-11-27T12:00:00.000Z' }]));
});

const form = (person) =>
  renderToStaticMarkup(
    createElement(ReleaseForm, {
      referral: { value: endorsed, etag: '"v5"' },
      sealDigest: SEAL,
      part: partInRelease(person, endorsed),
      again: () => {},
      refused: () => {},
    }),
  );

test('form_ofTheSecond_showsWhoWasFirstAndWhat_andOfTheFirstWhyItIsDisabled', () => {
  const button = (html) => html.match(/<button[^>]*id="release-referral"[^>]*>/)[0];
  const second = form(sam);
  assert.ok(second.includes('First released by sue'));
  assert.ok(second.includes('AG-N-001, AG-S-002') && second.includes(SEAL));
  assert.ok(!button(second).includes('disabled=""'));
  const first = form(sue);
  assert.ok(first.includes('You released it first'));
  assert.ok(button(first).includes('disabled=""') && button(first).includes('aria-describedby="release-barred"'));
});
