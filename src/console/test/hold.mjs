// In Chromium: a supervisor downloads an exhibit in clear, withdraws its referral and, while an agency is held back, takes a
// release back, suspends and resumes a dispatch and lifts the hold; the agency's liaison downloads the package; an
// administrator holds the agency back again. Beside what browser.mjs needs:
//
//   SAFEHAND_HOLD_SUPERVISOR, _ADMINISTRATOR   the passwords of supervisor1 and administrator1
//   SAFEHAND_HOLD_LIAISON                      the password of liaison-south, who is of the agency
//   SAFEHAND_HOLD_APPS                         an address; with the user name after it, it gives the next code of their app
//   SAFEHAND_HOLD_PROOFS                       an address that puts the step-up there that it is told
//   SAFEHAND_HOLD_AGENCY                       which agency
//   SAFEHAND_HOLD_QUEUED, _WAITING             referrals to it: one of which nothing was sent, one ready for pick-up
//   SAFEHAND_HOLD_REVIEW                       a referral in review, with one exhibit
//   SAFEHAND_HOLD_EXHIBIT                      JSON: "name" and "text" of that exhibit
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { checkAccess } from './access.mjs';
import { STEP, asksToSignIn, expect, inChromium, listenToConsole, newContext, origin, setting, shot } from './browser.mjs';
import { signIn } from './sign-in.mjs';

const agency = setting('SAFEHAND_HOLD_AGENCY');
const apps = setting('SAFEHAND_HOLD_APPS');
const referral = (name) => `${origin}/referrals/${setting(`SAFEHAND_HOLD_${name}`)}`;

/** What the browser remarks on although the liaison's walk wants it: that the package is refused, and a session over. */
function refusedToLiaison(text, url) {
  return (text.includes('409') && url.endsWith('/package')) || (text.includes('401') && url.includes('/api/v1/'));
}

async function arrive(browser, user, password, wanted = () => false) {
  const context = await newContext(browser);
  listenToConsole(context, (text, url) => asksToSignIn(text, url) || wanted(text, url));
  const page = await context.newPage();
  await signIn(page, { user, password, code: async () => (await fetch(apps + user)).text() });
  return page;
}

/** As if the person had shown their second factor: they come back to the page that they left. */
async function provenAtOnce(page, meanwhile = async () => {}) {
  await page.route(`${origin}/api/v1/step-ups`, async (route) => {
    const kept = await fetch(setting('SAFEHAND_HOLD_PROOFS'), { method: 'POST', body: route.request().postData() });
    expect(kept.ok, 'the second factor is asked for, for one act');
    await meanwhile();
    await route.fulfill({ status: 201, json: { authorizationUrl: `${page.url()}?step-up=granted` } });
  });
}

async function said(page, id) {
  await page.locator(`#${id}`).waitFor({ timeout: STEP });
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(focused === id, `${id} is said, and the keyboard is led there`);
}

async function because(page, name, reason) {
  await page.fill(`#${name}-reason`, reason, { timeout: STEP });
  await page.click(`#${name}`);
}

/** It is saved by the browser, byte for byte and under its name, and the case tells what for. */
async function download(page) {
  const exhibit = JSON.parse(setting('SAFEHAND_HOLD_EXHIBIT'));
  await page.goto(referral('REVIEW'));
  await page.click('#open-exhibit-1', { timeout: STEP });
  await page.fill('#opening-purpose', 'compare with the report', { timeout: STEP });
  await checkAccess(page, 'an exhibit to download');
  const [saved] = await Promise.all([page.waitForEvent('download', { timeout: STEP }), page.click('#opening-download')]);
  const bytes = await readFile(await saved.path());
  expect(saved.suggestedFilename() === exhibit.name, 'an exhibit in clear is saved under its own name');
  expect(bytes.equals(Buffer.from(exhibit.text)), 'and is what was put in');
  await said(page, 'opening-done');
  await page.reload();
  await page.waitForSelector('ol li[data-event=download-ended]', { timeout: STEP });
  expect((await page.$('ol li[data-event=exhibit-opened]')) !== null, 'the timeline of the case tells of it');
}

/** A supervisor who did not write it has every way out of its review, and takes this one. */
async function withdraw(page) {
  await page.goto(referral('REVIEW'));
  await page.waitForSelector('#withdrawal-referral', { timeout: STEP });
  expect((await page.$('#release-referral')) !== null && (await page.$('#return-referral')) !== null, 'all ways out are offered');
  await checkAccess(page, 'the ways out of a review');
  await page.fill('#withdrawal-reason', 'a synthetic reason', { timeout: STEP });
  await page.focus('#withdrawal-referral');
  await page.keyboard.press('Enter');
  await page.locator('dl .pf-v6-c-label', { hasText: 'Withdrawn' }).waitFor({ timeout: STEP });
  expect((await page.$('#withdrawal-referral, #release-referral, #return-referral')) === null, 'a supervisor withdraws it, once');
}

async function takeBack(page) {
  await page.goto(referral('QUEUED'));
  await page.getByText('Waits: the agency is held back.').waitFor({ timeout: STEP });
  await page.waitForSelector('#withdraw-release', { timeout: STEP });
  await checkAccess(page, 'a release that can be taken back');
  await page.click('#withdraw-release');
  await page.locator('#withdraw-release-reason-fault').waitFor({ timeout: STEP });
  await because(page, 'withdraw-release', 'released in error');
  await said(page, 'withdraw-release-done');
  await page.locator('dl .pf-v6-c-label', { hasText: 'Withdrawn' }).waitFor({ timeout: STEP });
  await page.locator('td .pf-v6-c-label', { hasText: 'Withdrawn' }).waitFor({ timeout: STEP });
  expect((await page.$('#withdraw-release, [id^=reissue-]')) === null, 'with the second factor the release is taken back, once');
}

async function suspendAndResume(page) {
  await page.goto(referral('WAITING'));
  await page.getByRole('button', { name: 'Suspend' }).click({ timeout: STEP });
  await page.waitForSelector('#suspend-dispatch', { timeout: STEP });
  await checkAccess(page, 'suspending a dispatch');
  await shot(page, 'hold-suspend');
  await because(page, 'suspend-dispatch', 'wait for the new key');
  await said(page, 'suspend-done');
  await page.getByRole('button', { name: 'Resume' }).click({ timeout: STEP });
  await because(page, 'resume-dispatch', 'go on');
  await said(page, 'resume-done');
  await page.locator('td .pf-v6-c-label', { hasText: 'Ready for pick-up' }).waitFor({ timeout: STEP });
  expect(new URL(page.url()).search === '', 'on the page where it began, at its plain address');
}

async function toPackage(page) {
  await page.goto(referral('WAITING'));
  await page.locator('button[id^=fetch-]').focus({ timeout: STEP });
  await page.keyboard.press('Enter');
  await page.waitForSelector('#fetch-package', { timeout: STEP });
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(focused === 'fetch-title', 'opening the download leads the keyboard to its title');
}

/** What a package names itself by: the digest of this entry, which is stored as it is. */
function packageDigest(bytes) {
  const name = 'META-INF/ASiCManifest001.xml';
  const isHeader = (at) => bytes.subarray(at, at + 4).equals(Buffer.from('PK\x03\x04'));
  let header = bytes.indexOf(name) - 30;
  // other entries speak of it too
  while (!isHeader(header)) header = bytes.indexOf(name, header + 31) - 30;
  const start = header + 30 + name.length + bytes.readUInt16LE(header + 28);
  return createHash('sha256').update(bytes.subarray(start, start + bytes.readUInt32LE(header + 22))).digest('hex');
}

/** The browser saves the package whole, the page shows the digest that it has, and the case tells of it. */
async function fetchPackage(page) {
  await toPackage(page);
  await checkAccess(page, 'a package to download');
  await shot(page, 'hold-package');
  const [saved] = await Promise.all([page.waitForEvent('download', { timeout: STEP }), page.click('#fetch-package')]);
  const bytes = await readFile(await saved.path());
  await said(page, 'fetch-done');
  expect(/^[0-9a-f-]{36}\.asice$/.test(saved.suggestedFilename()), 'a package is saved under the name of its dispatch');
  const shown = await page.locator('section[aria-labelledby=fetch-title] .sh-digest').first().innerText();
  expect(packageDigest(bytes) === shown, 'and has the digest that the page shows');
  await page.reload();
  await page.waitForSelector('ol li[data-event=retrieved]', { timeout: STEP });
  expect((await page.$$('ol li[data-event=retrieved]')).length === 1, 'the timeline of the case tells of it, once');
}

/** With the page open as it was, the agency is held back, and then the session ends: each says what to do. */
async function fetchTooLate(page, meanwhile) {
  await toPackage(page);
  await meanwhile();
  await page.click('#fetch-package');
  const alert = page.locator('section[aria-labelledby=fetch-title] .pf-v6-c-alert');
  await alert.filter({ hasText: 'agency-held-back' }).filter({ hasText: 'ask there' }).waitFor({ timeout: STEP });
  await page.getByText('Your agency is held back').waitFor({ timeout: STEP });
  await checkAccess(page, 'a package that is held back');
  await page.context().clearCookies({ name: /^__Host-/ });
  await page.click('#fetch-package');
  await alert.getByRole('button', { name: 'Sign in again' }).waitFor({ timeout: STEP });
  expect(true, 'a package that is held back, and a session that ended, say what to do');
}

async function openAgencies(page) {
  await page.getByRole('navigation').getByRole('link', { name: 'Agencies', exact: true }).click();
  await page.waitForSelector(`#act-${agency}`, { timeout: STEP });
}

async function lift(page) {
  await openAgencies(page);
  expect((await page.locator('tbody tr', { hasText: agency }).innerText()).includes('wrong key'), 'the page says why it is held back');
  await page.click(`#act-${agency}`);
  await page.waitForSelector('#lift-agency', { timeout: STEP });
  await checkAccess(page, 'lifting a hold');
  await shot(page, 'hold-lift');
  await because(page, 'lift-agency', 'they have a new key');
  await said(page, 'agency-done');
  await page.locator('tbody tr', { hasText: agency }).getByText('Receives').waitFor({ timeout: STEP });
  expect((await page.$(`#act-${agency}`)) === null, 'a supervisor is not offered to hold an agency back');
}

/** In another tab it is lifted while the second factor is shown: who comes back is told so, and nothing is sent. */
async function liftTooLate(page, other) {
  await provenAtOnce(other, () => lift(page));
  await other.goto(`${origin}/agencies`);
  await other.click(`#act-${agency}`, { timeout: STEP });
  await because(other, 'lift-agency', 'too late');
  await other.locator('#late', { hasText: 'Nothing of yours was done' }).waitFor({ timeout: STEP });
  expect((await other.$('#lift-agency')) === null && new URL(other.url()).search === '', 'who comes back too late is told so');
}

async function hold(page) {
  await openAgencies(page);
  await page.focus(`#act-${agency}`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#hold-agency', { timeout: STEP });
  await page.click('#hold-agency');
  await page.locator('#hold-agency-reason-fault').waitFor({ timeout: STEP });
  await checkAccess(page, 'holding an agency back without a reason');
  await because(page, 'hold-agency', 'held in the browser');
  await said(page, 'agency-done');
  await page.locator('tbody tr', { hasText: 'held in the browser' }).waitFor({ timeout: STEP });
  expect((await page.$(`#act-${agency}`)) === null, 'an administrator is not offered to lift it');
}

await inChromium('hold', async (browser) => {
  try {
    const supervisor = await arrive(browser, 'supervisor1', setting('SAFEHAND_HOLD_SUPERVISOR'));
    await provenAtOnce(supervisor);
    await download(supervisor);
    await withdraw(supervisor);
    await takeBack(supervisor);
    await suspendAndResume(supervisor);
    await liftTooLate(supervisor, await supervisor.context().newPage());
    const liaison = await arrive(browser, 'liaison-south', setting('SAFEHAND_HOLD_LIAISON'), refusedToLiaison);
    await fetchPackage(liaison);
    const administrator = await arrive(browser, 'administrator1', setting('SAFEHAND_HOLD_ADMINISTRATOR'));
    await fetchTooLate(liaison, () => hold(administrator));
  } catch (error) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.allSettled(pages.map((page, index) => shot(page, `hold-failure-${index}`)));
    throw new Error(`at ${pages.map((page) => new URL(page.url()).pathname).join(' ')}: ${error.message}`);
  }
});
