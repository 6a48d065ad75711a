import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { draftsOf, keepDraft, readDraft } from '../../src/draft.ts';
import { comeBackTo, waitingAct } from '../../src/stepup.ts';
import { storage } from './storage.mjs';

beforeEach(() => {
  globalThis.sessionStorage = storage();
  globalThis.location = { search: '', pathname: '/' };
});

test('draft_ofAPerson_isThereForThem_andGoneForWhoeverElseSignsInHere', () => {
  draftsOf('ada');
  keepDraft('reason', 'a secret reason');
  draftsOf('ada');
  assert.equal(readDraft('reason'), 'a secret reason');
  draftsOf('adam');
  assert.equal(readDraft('reason'), undefined);
  draftsOf('ada');
  assert.equal(readDraft('reason'), undefined, 'it is not only hidden');
});

test('draft_thatIsEmpty_isNotKept', () => {
  draftsOf('ada');
  keepDraft('reason', 'x');
  keepDraft('reason', '');
  assert.equal(Object.keys(globalThis.sessionStorage).length, 0);
});

test('act_thatWaitsForASecondFactor_isTakenUpByThePersonWhoBeganIt', () => {
  const kept = { act: 'release 1', by: 'ada', etag: '"v1"', key: 'k', form: [], page: '/referrals/1' };
  globalThis.sessionStorage.setItem('safehand.step-up', JSON.stringify(kept));
  draftsOf('adam');
  assert.equal(waitingAct(), undefined);
  assert.equal(comeBackTo('release 1'), undefined);
  draftsOf('ada');
  assert.equal(waitingAct(), 'release 1');
  assert.equal(comeBackTo('release 2'), undefined);
  assert.deepEqual(comeBackTo('release 1')?.draft, kept);
  assert.equal(comeBackTo('release 1'), undefined, 'once');
});
