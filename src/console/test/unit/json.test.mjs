import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { canonical, digestOf } from '../../src/json.ts';

globalThis.crypto ??= webcrypto;

test('canonical_ofTheExampleOfRfc8785_isItsCanonicalForm', () => {
  const example = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\/',
    literals: [null, true, false],
  };
  const expected =
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
    '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
  assert.equal(canonical(example), expected);
});

test('canonical_ofMembers_sortsByCodeUnits', () => {
  // RFC 8785, section 3.2.3
  const members = { '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  const order = [...canonical(members).matchAll(/:(\d)/g)].map((found) => found[1]).join('');
  assert.equal(order, '2467153');
});

test('digest_ofAChange_isTheOneThatTheGatewayNames', async () => {
  const change = { revision: 1, kind: 'person-deactivate', number: 'duty1' };
  const bytes = new TextEncoder().encode('{"kind":"person-deactivate","number":"duty1","revision":1}');
  const expected = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  assert.equal(await digestOf(change), expected);
  assert.notEqual(await digestOf({ ...change, revision: 2 }), expected);
});
