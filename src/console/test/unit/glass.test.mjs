import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { isReference, stepUpFor } from '../../src/glass.ts';

globalThis.crypto ??= webcrypto;

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
