import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ApiError } from '../../src/api.ts';
import { PersonFields } from '../../src/parts/PersonFields.tsx';
import { Problem } from '../../src/parts/Problem.tsx';
import { SideBySide } from '../../src/parts/SideBySide.tsx';

const TRACE = '0123456789abcdef0123456789abcdef';
const told = (status, code, message = 'What happened') =>
  renderToStaticMarkup(createElement(Problem, { error: new ApiError(status, code, message, TRACE), again: () => {} }));

test('problem_saysWhatHappenedWhatToDoAndWhatToQuote', () => {
  const html = told(409, 'person-known-already');
  assert.ok(html.includes('What happened'));
  assert.ok(html.includes('Choose another number'));
  assert.ok(html.includes('person-known-already') && html.includes(TRACE));
  assert.ok(html.includes('Try again'));
});

test('problem_withoutASession_offersToSignIn_butNotWhereASecondFactorIsMissing', () => {
  assert.ok(told(401, 'session-ended').includes('Sign in again'));
  const stepUp = told(401, 'insufficient-user-authentication');
  assert.ok(!stepUp.includes('Sign in again') && stepUp.includes('What happened'));
});

test('sideBySide_marksInWordsWhatIsDifferent_andNamesItsRowsAndColumns', () => {
  const html = renderToStaticMarkup(
    createElement(SideBySide, {
      caption: 'The change',
      now: { heading: 'Now', value: { displayName: 'Wanda', unit: 'hotline' } },
      next: { heading: 'As proposed', value: { displayName: 'Wanda', agency: 'AG-N-001' } },
    }),
  );
  const rows = html.split('<tr').slice(2).map((row) => row.replace(/^[^>]*>|<[^>]+>/g, '|').replace(/\|+/g, '|'));
  assert.deepEqual(rows, [
    '|Name|Wanda|Wanda|same|',
    '|Agency|not there|AG-N-001|different|',
    '|Unit|hotline|not there|different|',
  ]);
  assert.equal(html.match(/scope="row"/g)?.length, 3);
  assert.equal(html.match(/scope="col"/g)?.length, 4);
});

test('sideBySide_withNothingToCompareWith_hasOneColumn', () => {
  const next = { heading: 'As proposed', value: { number: 'n1' } };
  const html = renderToStaticMarkup(createElement(SideBySide, { caption: 'The change', next }));
  assert.equal(html.match(/scope="col"/g)?.length, 2);
  assert.ok(!html.includes('>different<'));
});

test('fields_atFault_saySoToWhoCannotSeeThem', () => {
  const form = { number: '', displayName: 'N', roles: ['police-liaison'], place: '' };
  const faults = { number: 'Give a number.', roles: 'Choose.' };
  const html = renderToStaticMarkup(createElement(PersonFields, { form, faults, change: () => {}, isNew: true }));
  const number = /<input[^>]*id="person-number"[^>]*>/.exec(html)?.[0] ?? '';
  assert.ok(number.includes('aria-invalid="true"'));
  assert.ok(number.includes('aria-describedby="person-number-help person-number-fault"'));
  assert.ok(/id="person-number-fault"[^]*Give a number\./.test(html));
  assert.ok(/<fieldset id="person-roles"[^>]*aria-describedby="person-roles-help person-roles-fault"/.test(html));
  const name = /<input[^>]*id="person-displayName"[^>]*>/.exec(html)?.[0] ?? '';
  assert.ok(name.includes('aria-invalid="false"') && !name.includes('aria-describedby'));
  assert.ok(html.includes('<label for="person-place">Agency</label>'), 'a liaison belongs to an agency');
});
