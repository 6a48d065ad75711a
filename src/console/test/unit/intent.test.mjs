import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { useIntentKey } from '../../src/intent.ts';

globalThis.crypto ??= webcrypto;

/** The keys that a form gives to what is `meant` one after another. */
function keys(meant, begun) {
  let given;
  function Form() {
    given = meant.map(useIntentKey(begun));
    return null;
  }
  renderToStaticMarkup(createElement(Form));
  return given;
}

test('key_isTheSameAsLongAsTheSameIsMeant', () => {
  const [first, again, other] = keys([{ to: 'A' }, { to: 'A' }, { to: 'B' }]);
  assert.equal(again, first);
  assert.notEqual(other, first);
});

test('key_outlivesTheWayToTheSecondFactor', () => {
  const begun = { meant: { to: 'A' }, key: 'kept' };
  assert.deepEqual(keys([{ to: 'A' }], begun), ['kept']);
  assert.notEqual(keys([{ to: 'B' }], begun)[0], 'kept');
});
