// What needs a second person or a second factor, from its begin to its end in Chromium: where an agency receives is
// proposed and approved, an agency is held back and that is lifted, a glass is broken and reviewed, a session is ended.
// Beside what browser.mjs needs:
//
//   SAFEHAND_ACTS_USERS      JSON: user name and password of "administrator", "supervisor" and "auditor"; nobody of them
//                            has a second factor yet, and each is to use a security key
//   SAFEHAND_ACTS_AGENCY     JSON: "id" of the agency that is changed, the "name" that it gets, a "privateKey", and of
//                            its new key "certificate", "request", "sha256" of the certificate and "fingerprint"
//   SAFEHAND_ACTS_CASE       JSON: "id" and "reference" of a referral of another unit than the supervisor's
import { checkAccess } from './access.mjs';
import { STEP, asksToSignIn, expect, inChromium, listenToConsole, newContext, origin, setting, shot } from './browser.mjs';
import { plugSecurityKey } from './security-key.mjs';
import { signIn } from './sign-in.mjs';

const users = JSON.parse(setting('SAFEHAND_ACTS_USERS'));
const agency = JSON.parse(setting('SAFEHAND_ACTS_AGENCY'));
const other = JSON.parse(setting('SAFEHAND_ACTS_CASE'));
const entry = `/registry/${agency.id}`;

/** What the browser remarks on although the walk wants it, by status and the end of the address. */
const WANTED = [
  ['422', '/api/v1/proposals'],
  ['409', '/api/v1/proposals'],
  ['409', '/approve'],
  ['403', `/api/v1/referrals/${other.id}`],
  ['403', `/api/v1/referrals/${other.id}/dispatches`],
  ['403', `/api/v1/referrals/${other.id}/custody`],
  ['401', '/api/v1/proposals?limit=100'],
  ['401', '/api/v1/log/standing'],
  ['401', '/api/v1/break-glass/mine'],
];

function wanted(text, url) {
  return asksToSignIn(text, url) || WANTED.some(([status, end]) => text.includes(status) && url.endsWith(end));
}

async function arrive(browser, role) {
  const context = await newContext(browser);
  listenToConsole(context, wanted);
  const page = await context.newPage();
  await plugSecurityKey(page);
  const asked = await signIn(page, users[role]);
  expect(asked.join() === '#registerWebAuthn', `the ${role} sets up a security key`);
  return page;
}

async function open(page, name) {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor({ timeout: STEP });
}

async function focused(page) {
  return page.evaluate(() => document.activeElement?.id);
}

/** Sends with the keyboard alone. */
async function press(page, button) {
  await page.focus(button);
  await page.keyboard.press('Enter');
}

/** Presses the button, and shows the security key to the identity provider, which leads back. */
async function withSecondFactor(page, button, meanwhile = async () => {}) {
  const back = page.url();
  await press(page, button);
  await page.waitForSelector('#authenticateWebAuthnButton', { timeout: STEP });
  expect(!page.url().startsWith(origin), 'the identity provider asks for the second factor');
  await meanwhile();
  await page.click('#authenticateWebAuthnButton');
  await page.waitForURL(back, { timeout: STEP });
}

async function proposalOpened(page) {
  await page.waitForURL(/\/proposals\/[0-9a-f-]{36}$/, { timeout: STEP });
  await page.locator('#proposal-digest-check[data-holds=true]').waitFor({ timeout: STEP });
  return page.url();
}

async function lookAt(page, address) {
  await page.goto(address);
  await page.locator('#proposal-digest-check[data-holds=true]').waitFor({ timeout: STEP });
}

async function done(page, address, text) {
  await page.locator('#proposal-done', { hasText: text }).waitFor({ timeout: STEP });
  expect((await focused(page)) === 'proposal-done', `${text} is said without another click, and the keyboard is led there`);
  expect(page.url() === address, 'on the page where it began, at its plain address');
  const kept = await page.evaluate(() => Object.keys(sessionStorage));
  expect(kept.length === 0, `nothing of it is kept in the browser ${kept.join()}`);
}

/** With the keyboard: what is wrong is said at its field, here or by the gateway; then it is proposed. */
async function proposeChange(page) {
  await open(page, 'Endpoint registry');
  const row = page.locator('tbody tr', { hasText: agency.id });
  expect(/\d+ days/.test(await row.innerText()), 'the list says how many days an agency can be encrypted to');
  await checkAccess(page, 'where agencies receive');
  await shot(page, 'registry');
  await press(page, `a[href="${entry}"]`);
  await page.waitForSelector('#agency-name', { timeout: STEP });
  await checkAccess(page, 'an agency');
  await shot(page, 'registry-agency');
  await press(page, '#propose-agency');
  await page.locator('#agency-same', { hasText: 'Nothing is different' }).waitFor({ timeout: STEP });
  await page.fill('#agency-name', agency.name);
  const country = await page.inputValue('#agency-country');
  for (const [wrong, by] of [['q1', 'the console'], ['QQ', 'the gateway']]) {
    await page.fill('#agency-country', wrong);
    await press(page, '#propose-agency');
    await page.locator('#agency-country-fault').waitFor({ timeout: STEP });
    await page.waitForFunction(() => document.activeElement?.id === 'agency-country', undefined, { timeout: STEP });
    expect(true, `what ${by} refuses is said at its field, and the keyboard is led there`);
    if (by === 'the gateway') await checkAccess(page, 'an agency with a fault');
    await page.fill('#agency-country', country);
    await page.fill('#agency-name', agency.name);
  }
  await press(page, '#propose-agency');
  const address = await proposalOpened(page);
  const rows = page.locator('tr[data-different=true]');
  await rows.first().waitFor({ timeout: STEP });
  expect((await rows.count()) === 1 && (await rows.innerText()).includes(agency.name), 'the name alone is proposed anew');
  return address;
}

async function approveChange(page, address) {
  await lookAt(page, address);
  await withSecondFactor(page, '#approve-proposal');
  await done(page, address, 'Approved, and done.');
  await open(page, 'Endpoint registry');
  await page.locator('tbody tr', { hasText: agency.name }).waitFor({ timeout: STEP });
  await page.goto(origin + entry);
  await page.getByRole('heading', { level: 1, name: agency.name }).waitFor({ timeout: STEP });
  expect((await page.$('form:not(.sh-signout)')) === null, 'it stands there at once, and a supervisor proposes nothing');
}

/** A private key is not taken over; a fingerprint of something else is refused at its field. */
async function proposeKey(page) {
  await page.goto(origin + entry);
  await page.waitForSelector('#key-certificate', { timeout: STEP });
  await page.fill('#key-certificate', agency.privateKey);
  await page.locator('#key-certificate-fault', { hasText: 'private key' }).waitFor({ timeout: STEP });
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + document.getElementById('key-certificate').value);
  expect(!kept.includes('PRIVATE'), 'a private key is not taken over');
  await page.fill('#key-certificate', agency.certificate);
  await page.fill('#key-request', agency.request);
  await page.fill('#key-fingerprint', agency.sha256);
  await press(page, '#propose-key');
  await page.locator('#key-fingerprint-fault').waitFor({ timeout: STEP });
  expect((await focused(page)) === 'key-fingerprint', 'the fingerprint of another key is refused at its field');
  await page.fill('#key-fingerprint', agency.fingerprint.toUpperCase().replace(/....(?=.)/g, '$& '));
  await press(page, '#propose-key');
  return proposalOpened(page);
}

/** The fingerprint that is typed in goes along to the identity provider and back. */
async function approveKey(page, address) {
  await lookAt(page, address);
  await page.fill('#proposal-fingerprint', 'not a fingerprint');
  await press(page, '#approve-proposal');
  await page.locator('#proposal-fingerprint-fault').waitFor({ timeout: STEP });
  await checkAccess(page, 'a key to approve, with a fault');
  await page.fill('#proposal-fingerprint', agency.sha256);
  await withSecondFactor(page, '#approve-proposal');
  await page.locator('.pf-v6-c-alert', { hasText: 'key-fingerprint-mismatch' }).waitFor({ timeout: STEP });
  expect((await page.inputValue('#proposal-fingerprint')) === agency.sha256, 'another fingerprint is refused, and is still there');
  await page.fill('#proposal-fingerprint', agency.fingerprint);
  await shot(page, 'registry-approve');
  await withSecondFactor(page, '#approve-proposal');
  await done(page, address, 'Approved, and done.');
  await page.goto(origin + entry);
  const row = page.locator('tbody tr', { hasText: agency.sha256 });
  await row.waitFor({ timeout: STEP });
  expect(/packages[^]*days/.test(await row.innerText()), 'the new certificate stands there, for packages, with its days');
}

async function proposeRemoval(page) {
  await page.goto(origin + entry);
  await page.click('#propose-remove', { timeout: STEP });
  return proposalOpened(page);
}

/** The administrator proposes to remove the agency, and takes it back before the supervisor is there again. */
async function approveTooLate(proposer, supervisor) {
  const address = await proposeRemoval(proposer);
  await lookAt(supervisor, address);
  await withSecondFactor(supervisor, '#approve-proposal', async () => {
    await proposer.click('#withdraw-proposal');
    await proposer.locator('#proposal-done', { hasText: 'Taken back.' }).waitFor({ timeout: STEP });
  });
  await supervisor.locator('#late', { hasText: 'Nothing of yours was done' }).waitFor({ timeout: STEP });
  await supervisor.waitForURL(address, { timeout: STEP });
  const kept = await supervisor.evaluate(() => Object.keys(sessionStorage));
  expect(kept.length === 0, `who comes back too late is told so, and nothing is kept ${kept.join()}`);
}

/** The same proposal again, and the supervisor says no. */
async function refuseRemoval(proposer, supervisor) {
  const address = await proposeRemoval(proposer);
  await lookAt(supervisor, address);
  await supervisor.fill('#proposal-reason', 'it still receives');
  await withSecondFactor(supervisor, '#reject-proposal');
  await done(supervisor, address, 'Rejected.');
}

/** An administrator holds the agency back, and the supervisor lifts that, on the page where they began. */
async function holdAndLift(administrator, supervisor) {
  for (const [page, how, text] of [[administrator, 'hold', 'Held back.'], [supervisor, 'lift', 'Lifted.']]) {
    await open(page, 'Agencies');
    await press(page, `#act-${agency.id}`);
    await page.fill(`#${how}-agency-reason`, 'a key that cannot be trusted', { timeout: STEP });
    if (how === 'lift') await withSecondFactor(page, '#lift-agency');
    else await press(page, '#hold-agency');
    await page.locator('#agency-done', { hasText: text }).waitFor({ timeout: STEP });
    expect((await focused(page)) === 'agency-done', `${text} is said, and the keyboard is led there`);
    expect(page.url() === `${origin}/agencies`, 'on the page where it began, at its plain address');
  }
}

/** A case of another unit: closed before, read for a reason, closed after. */
async function breakGlass(page) {
  const closed = async () => {
    await page.goto(`${origin}/referrals/${other.id}`);
    await page.locator('.pf-v6-c-alert', { hasText: 'operation-not-permitted' }).waitFor({ timeout: STEP });
    expect(!(await page.textContent('#content')).includes(other.reference), 'nothing is seen of a case of another unit');
  };
  await closed();
  await open(page, 'Break-glass');
  await page.fill('#glass-reference', other.reference);
  await press(page, '#break-glass');
  await page.locator('#glass-reason-fault').waitFor({ timeout: STEP });
  await checkAccess(page, 'the glass, without a reason');
  await page.fill('#glass-reason', 'a child may be in danger');
  await withSecondFactor(page, '#break-glass');
  await page.waitForSelector('#end-glass', { timeout: STEP });
  expect((await focused(page)) === 'glass-title', 'it is broken without another click, and the keyboard is led there');
  await checkAccess(page, 'the glass, broken');
  await shot(page, 'glass-open');
  await page.getByRole('link', { name: 'Read the case' }).click();
  await page.getByRole('heading', { level: 1, name: other.reference }).waitFor({ timeout: STEP });
  await page.waitForSelector('ol li[data-event=break-glass]', { timeout: STEP });
  expect((await page.$('form:not(.sh-signout), [id^=reissue-]')) === null, 'it is read, which its own timeline tells, and nothing is offered');
  await open(page, 'Break-glass');
  await press(page, '#end-glass');
  await page.locator('#glass-ended').waitFor({ timeout: STEP });
  expect((await focused(page)) === 'glass-ended', 'who is done with it says so');
  await closed();
}

async function review(page) {
  await page.reload();
  await page.getByRole('link', { name: 'To the review' }).click({ timeout: STEP });
  const row = page.locator('tbody tr', { hasText: users.supervisor.user });
  await row.getByRole('button').focus({ timeout: STEP });
  await page.keyboard.press('Enter');
  await page.waitForSelector('#review-finding', { timeout: STEP });
  expect((await focused(page)) === 'review-title', 'opening a review leads the keyboard to it');
  await checkAccess(page, 'a review');
  await page.fill('#review-finding', 'the reason was good');
  await press(page, '#send-review');
  await page.locator('#review-done').waitFor({ timeout: STEP });
  await row.getByText('the reason was good').waitFor({ timeout: STEP });
  expect((await focused(page)) === 'review-done', 'the auditor reviews it, and it stands there');
  await shot(page, 'glass-reviewed');
}

/** An administrator puts the supervisor out, who is told at the next thing that they do. */
async function endSession(administrator, supervisor) {
  await open(administrator, 'People');
  await administrator.fill('#people-filter', users.supervisor.user);
  await administrator.getByRole('link', { name: users.supervisor.user }).click({ timeout: STEP });
  await administrator.fill('#end-session-reason', 'a lost laptop', { timeout: STEP });
  await press(administrator, '#end-session');
  await administrator.locator('#end-session-done').waitFor({ timeout: STEP });
  await open(supervisor, 'Proposals');
  await supervisor.getByText('You are not signed in any more').waitFor({ timeout: STEP });
  expect(await supervisor.getByRole('button', { name: 'Sign in again' }).isVisible(), 'whose session was ended is told so, and how to go on');
  await checkAccess(supervisor, 'signed out');
}

async function walk(browser) {
  const at = {};
  for (const role of ['administrator', 'supervisor', 'auditor']) at[role] = await arrive(browser, role);
  await approveChange(at.supervisor, await proposeChange(at.administrator));
  await approveKey(at.supervisor, await proposeKey(at.administrator));
  await approveTooLate(at.administrator, at.supervisor);
  await refuseRemoval(at.administrator, at.supervisor);
  await holdAndLift(at.administrator, at.supervisor);
  await breakGlass(at.supervisor);
  await review(at.auditor);
  await endSession(at.administrator, at.supervisor);
}

await inChromium('acts', async (browser) => {
  try {
    await walk(browser);
  } catch (error) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.allSettled(pages.map((page, index) => shot(page, `acts-failure-${index}`)));
    throw new Error(`at ${pages.map((page) => new URL(page.url()).pathname).join(' ')}: ${error.message}`);
  }
});
