import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Dispatches } from '../../src/parts/Dispatches.tsx';
import { FetchForm } from '../../src/parts/FetchForm.tsx';
import { savePackage } from '../../src/retrieval.ts';
import { storage } from './storage.mjs';

const DIGEST = 'cd'.repeat(32);
const AVAILABLE = {
  id: 'd1',
  agency: 'AG-S-002',
  endpoint: 'pick-up',
  channel: 'pick-up',
  state: 'AVAILABLE',
  queued: '2026-11-27T12:00:00.000Z',
  packageDigest: DIGEST,
  packageSize: 2048,
  sealDigest: 'ab'.repeat(32),
};
const LIAISON = { number: 'l1', name: 'L', organisation: 'AG-S-002', agency: 'AG-S-002', roles: ['police-liaison'] };
const nothing = () => {};

let asked;
let saved;

beforeEach(() => {
  globalThis.sessionStorage = storage();
  globalThis.location = new URL('https://gateway.example.org/referrals/1');
  asked = [];
  saved = [];
  globalThis.document = {
    createElement: () => ({ click() { saved.push(this.href); }, remove: nothing }),
    body: { append: nothing },
  };
});

/** A gateway with `dispatch`, that answers for its package with `status`. */
function gateway(dispatch, status, code) {
  globalThis.fetch = async (path, init) => {
    asked.push(`${path} ${init.headers.Range ?? ''}`.trim());
    if (!path.endsWith('/package')) return Response.json(dispatch);
    return status < 300 ? new Response('P', { status }) : Response.json({ code, title: 'No' }, { status });
  };
}

const isAvailable = ({ state, heldBack }) => state === 'AVAILABLE' && heldBack !== true;

test('package_isSavedByTheBrowser_andRetrievedOnce', async () => {
  gateway(AVAILABLE, 206);
  await savePackage('d1', isAvailable);
  assert.deepEqual(saved, ['/api/v1/dispatches/d1/package']);
  assert.deepEqual(asked, ['/api/v1/dispatches/d1']);
});

test('package_thatIsNotHandedOut_isRefusedInTheGatewaysWords_andNothingIsSaved', async () => {
  for (const [dispatch, status, code] of [
    [{ ...AVAILABLE, heldBack: true }, 409, 'agency-held-back'],
    [{ ...AVAILABLE, state: 'SUSPENDED' }, 404, 'dispatch-not-found'],
  ]) {
    gateway(dispatch, status, code);
    await assert.rejects(savePackage('d1', isAvailable), { status, code });
    assert.equal(asked.at(-1), '/api/v1/dispatches/d1/package bytes=0-0');
  }
  globalThis.fetch = async () => Response.json({ code: 'unauthenticated' }, { status: 401 });
  await assert.rejects(savePackage('d1', isAvailable), { status: 401 });
  assert.deepEqual(saved, []);
});

const row = (me, dispatch, mayAct = false) =>
  renderToStaticMarkup(createElement(Dispatches, { me, dispatches: [dispatch], mayAct, again: nothing }));

test('package_isOfferedToItsAgencysLiaisonAlone_andWhileHeldThePageSaysWhyNot', () => {
  assert.ok(row(LIAISON, AVAILABLE).includes('id="fetch-d1"'));
  assert.ok(row(LIAISON, { ...AVAILABLE, state: 'DELIVERED' }).includes('id="fetch-d1"'));
  const held = row(LIAISON, { ...AVAILABLE, heldBack: true });
  assert.ok(!held.includes('<button') && held.includes('Ask the hotline.'));
  const supervisor = { ...LIAISON, agency: undefined, roles: ['release-supervisor'] };
  assert.ok(!row(supervisor, AVAILABLE, true).includes('fetch-'));
  assert.ok(!row({ ...LIAISON, agency: 'AG-N-001' }, AVAILABLE).includes('<button'));
});

test('form_showsTheDigestAndHowToOpenIt_andNoPreview', () => {
  const form = createElement(FetchForm, { dispatch: AVAILABLE, isHandedOut: isAvailable, close: nothing, changed: nothing });
  const html = renderToStaticMarkup(form);
  assert.ok(html.includes(DIGEST) && html.includes('2.0 KiB'));
  assert.ok(html.includes('unzip -p d1.asice META-INF/ASiCManifest001.xml | sha256sum'));
  assert.ok(html.includes('safehand open d1.asice') && html.includes('OPEN.txt'));
  assert.ok(!/<(img|video|audio|iframe|embed|object)/.test(html));
});
