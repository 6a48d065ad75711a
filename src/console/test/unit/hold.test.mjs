import assert from 'node:assert/strict';
import { test } from 'node:test';
import { etagOf, joined } from '../../src/hold.ts';

const hold = { agency: 'AG-N-001', revision: 3, heldBack: true, since: '2026-11-27T12:00:00.000Z', by: 'admin1', reason: 'wrong key' };
const north = { id: 'AG-N-001', name: 'Northern Police', country: 'XX' };
const south = { id: 'AG-S-002', name: 'Southern Police', country: 'YY' };

test('agencies_standAsTheyAreHeld', () => {
  assert.deepEqual(joined([north, south], [hold]), [
    { ...north, hold },
    { ...south, hold: undefined },
  ]);
});

test('agency_thatWasRemovedWhileItWasHeld_canStillBeLifted', () => {
  assert.deepEqual(joined([south], [hold]), [
    { ...south, hold: undefined },
    { id: 'AG-N-001', name: '', country: '', hold },
  ]);
});

test('hold_isNamedByTheRevisionThatWasRead', () => {
  assert.equal(etagOf(hold), '"v3"');
});
