import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { mayOpen } from '../../src/opening.ts';
import { Exhibits } from '../../src/parts/Exhibits.tsx';

const person = (...roles) => ({ number: 's1', name: 'S', organisation: 'hotline', roles });
const referral = (with_) => ({ state: 'DRAFT', author: 's9', unit: 'hotline', ...with_ });
const exhibits = [{ id: 'e', number: 1, name: 'a', mediaType: 'text/plain', size: 1, sha256: '0'.repeat(64), completed: '' }];
const shown = (may) =>
  renderToStaticMarkup(createElement(Exhibits, { referral: 'r', exhibits, mayOpen: may, again: () => {} }));

test('exhibits_areOfferedToWhoWorksOnThem_inEveryState', () => {
  for (const state of ['DRAFT', 'IN_REVIEW', 'RELEASED', 'WITHDRAWN']) {
    assert.ok(mayOpen(person('referral-officer'), referral({ state, author: 's1' })));
    assert.ok(mayOpen(person('referral-officer'), referral({ state, assignee: 's1' })));
    assert.ok(!mayOpen(person('referral-officer'), referral({ state })));
  }
});

test('exhibits_areOfferedToSupervisorsOfTheUnit_inReviewAlone', () => {
  const supervisor = person('release-supervisor');
  assert.ok(mayOpen(supervisor, referral({ state: 'IN_REVIEW' })));
  assert.ok(mayOpen(supervisor, referral({ state: 'ENDORSED', endorsedBy: 's2' })), 'the second of two reads it too');
  assert.ok(!mayOpen(supervisor, referral({ state: 'IN_REVIEW', unit: 'another' })));
  assert.ok(!mayOpen(supervisor, referral({ state: 'DRAFT', author: 's1' })));
  assert.ok(!mayOpen(supervisor, referral({ state: 'RELEASED' })));
});

test('exhibits_areOfferedToNobodyElse', () => {
  for (const role of ['auditor', 'police-liaison', 'administrator']) {
    assert.ok(!mayOpen(person(role), referral({ state: 'IN_REVIEW', author: 's1' })));
  }
});

test('exhibits_haveADownloadForWhoMay_andAPreviewForNobody', () => {
  assert.ok(shown(true).includes('id="open-exhibit-1"'));
  assert.ok(!shown(false).includes('open-exhibit'));
  assert.ok(!/<(img|video|audio|iframe|embed|object)/.test(shown(true)));
});
