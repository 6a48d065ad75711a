import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { draftsOf } from '../../src/draft.ts';
import { Dispatches } from '../../src/parts/Dispatches.tsx';
import { Late } from '../../src/parts/Late.tsx';
import { WithdrawReleaseForm } from '../../src/parts/WithdrawReleaseForm.tsx';
import { storage } from './storage.mjs';

const LATE = 'Nothing of yours was done';
const nothing = () => {};

beforeEach(() => {
  globalThis.sessionStorage = storage();
  globalThis.location = { search: '?step-up=granted', pathname: '/referrals/1' };
  globalThis.history = { replaceState: (_, __, path) => Object.assign(globalThis.location, { search: '', pathname: path }) };
  draftsOf('sue');
});

function leaveFor(act) {
  const kept = { act, by: 'sue', etag: '"v1"', key: '', form: 'why', page: '/referrals/1' };
  sessionStorage.setItem('safehand.step-up', JSON.stringify(kept));
}

function takeBack(state, dispatch) {
  const props = { referral: { value: { id: '1', state }, etag: '"v2"' }, dispatches: [{ state: dispatch }], again: nothing };
  return renderToStaticMarkup(createElement(WithdrawReleaseForm, props));
}

test('takingBack_isOffered_whileNothingWasSent', () => {
  assert.ok(takeBack('RELEASED', 'QUEUED').includes('id="withdraw-release"'));
  assert.equal(takeBack('RELEASED', 'SENDING'), '');
  assert.equal(takeBack('WITHDRAWN', 'WITHDRAWN'), '');
});

test('takingBack_hasRoomForTheReasonThatTheGatewayTakes', () => {
  assert.match(takeBack('RELEASED', 'QUEUED'), /<textarea[^>]* maxlength="3000"/i);
});

test('takingBack_overtakenDuringTheSecondFactor_isSaid_andNothingIsKeptOrOffered', () => {
  for (const [state, dispatch] of [['WITHDRAWN', 'WITHDRAWN'], ['RELEASED', 'SENDING']]) {
    leaveFor('withdraw-release 1');
    globalThis.location.search = '?step-up=granted';
    const html = takeBack(state, dispatch);
    assert.ok(html.includes(LATE) && !html.includes('<button'));
    assert.equal(sessionStorage.getItem('safehand.step-up'), null);
    assert.equal(globalThis.location.search, '');
  }
});

test('act_overtakenDuringTheSecondFactor_isSaidToWhoBeganIt_once', () => {
  const late = () => renderToStaticMarkup(createElement(Late, { act: 'release 1' }));
  assert.equal(late(), '');
  leaveFor('release 2');
  assert.equal(late(), '');
  leaveFor('release 1');
  assert.ok(late().includes(LATE));
  assert.equal(late(), '');
});

test('dispatch_thatWasWithdrawn_isNotOfferedToBeReissued', () => {
  const shown = (state) => {
    const dispatch = { id: 'd', agency: 'AG-N-001', channel: 'soap', state, queued: '2026-11-27T12:00:00.000Z' };
    return renderToStaticMarkup(createElement(Dispatches, { dispatches: [dispatch], mayAct: true, again: nothing }));
  };
  assert.ok(shown('SUSPENDED').includes('id="reissue-d"'));
  assert.ok(!shown('WITHDRAWN').includes('<button'));
});
