import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { forgetGlass, isReference, keepGlass, openGlass, stepUpFor } from '../../src/glass.ts';
import { storage } from './storage.mjs';

globalThis.crypto ??= webcrypto;

beforeEach(() => {
  globalThis.sessionStorage = storage();
});

test('stepUp_forAGlass_isBoundToTheCaseAndTheReason', async () => {
  const order = { reference: 'SH-2026-00000042-17', reason: 'Gefahr für ein Kind' };
  assert.deepEqual(await stepUpFor(order), {
    operation: 'break-glass',
    object: order.reference,
    etag: '"v0"',
    digest: createHash('sha256').update(order.reason, 'utf8').digest('hex'),
  });
  const other = await stepUpFor({ ...order, reason: `${order.reason}.` });
  assert.notEqual(other.digest, (await stepUpFor(order)).digest);
});

test('reference_isWrittenLikeOne', () => {
  assert.ok(isReference('SH-2026-00000042-17'));
  for (const text of ['', 'SH-2026-42-17', 'sh-2026-00000042-17', 'SH-2026-00000042-17 ', 'SH-2026-00000042-1x']) {
    assert.ok(!isReference(text), text);
  }
});

test('glass_isKeptUntilItsHourIsOver_orUntilItIsEnded', () => {
  const glass = { id: '1', until: '2026-11-27T12:00:00.000Z' };
  const noon = Date.parse(glass.until);
  assert.equal(openGlass(noon - 1), undefined);
  keepGlass(glass);
  assert.deepEqual(openGlass(noon - 1), glass);
  assert.equal(openGlass(noon), undefined);
  forgetGlass();
  assert.equal(openGlass(noon - 1), undefined);
});
