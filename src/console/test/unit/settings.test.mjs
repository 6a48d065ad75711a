import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsAt, faultsOf, formOf, isSame, settingsOf } from '../../src/settings.ts';

const now = { revision: 3, settings: { glassMinutes: 60, sessionHours: 8 } };
const limits = { glassMinutes: { least: 5, most: 60 }, sessionHours: { least: 1, most: 8 } };
const form = formOf(now.settings);

test('form_ofTheSettings_givesThemBack', () => {
  assert.deepEqual(form, { glassMinutes: '60', sessionHours: '8' });
  assert.deepEqual(settingsOf({ ...form, glassMinutes: ' 5 ' }), { glassMinutes: 5, sessionHours: 8 });
  assert.ok(isSame(now, form) && isSame(now, { ...form, sessionHours: ' 8' }));
  assert.ok(!isSame(now, { ...form, sessionHours: '7' }));
});

test('setting_notWithinItsLimits_isAtFault', () => {
  assert.deepEqual(faultsOf(form, limits), {});
  assert.deepEqual(faultsOf({ ...form, glassMinutes: '5' }, limits), {});
  for (const text of ['4', '61', '', ' ', '-5', '5.5', '5e0', '0x5', 'five', '99999999999999999']) {
    assert.deepEqual(Object.keys(faultsOf({ ...form, glassMinutes: text }, limits)), ['glassMinutes'], text);
  }
  assert.deepEqual(Object.keys(faultsOf({}, limits)), ['glassMinutes', 'sessionHours']);
  assert.match(faultsOf({}, limits).sessionHours, /1 to 8/);
});

test('pointers_ofTheGateway_areTheirSettings', () => {
  assert.deepEqual(Object.keys(faultsAt(['/settings/glassMinutes', '/revision', '/settings'])), ['glassMinutes']);
});
