// Two administrators change people in Chromium, and everybody finds the pages of their role and no other.
// Beside what browser.mjs needs:
//
//   SAFEHAND_PEOPLE_USERS    JSON: the password by user name, of everyone of `OF_EACH` below
//   SAFEHAND_PEOPLE_APPS     an address; with the user name after it, it gives the next code of their authenticator app
//   SAFEHAND_PEOPLE_NUMBER   a staff number that nobody has
import { checkAccess } from './access.mjs';
import { STEP, asksToSignIn, expect, inChromium, listenToConsole, newContext, origin, setting, shot } from './browser.mjs';
import { signIn, signInHere } from './sign-in.mjs';

const users = JSON.parse(setting('SAFEHAND_PEOPLE_USERS'));
const apps = setting('SAFEHAND_PEOPLE_APPS');
const number = setting('SAFEHAND_PEOPLE_NUMBER');

/** The navigation of each role, and an address that is not for them. */
const OF_EACH = {
  administrator1: { pages: ['People', 'Proposals', 'Endpoint registry', 'Agencies', 'Settings', 'Dispatch counts'], not: '/referrals' },
  administrator2: { pages: ['People', 'Proposals', 'Endpoint registry', 'Agencies', 'Settings', 'Dispatch counts'], not: '/duty' },
  officer1: { pages: ['Referrals', 'Duty roster'], not: '/people' },
  supervisor1: { pages: ['Referrals', 'Proposals', 'Endpoint registry', 'Agencies', 'Settings', 'Duty roster', 'Break-glass'], not: '/people/officer1' },
  'liaison-north': { pages: ['Referrals'], not: '/registry' },
  auditor1: { pages: ['Referrals', 'People', 'Proposals', 'Endpoint registry', 'Agencies', 'Settings', 'Break-glass', 'Dispatch counts'], not: '/proposals/new-person' },
};

function whoIs(user) {
  return { user, password: users[user], code: async () => (await fetch(apps + user)).text() };
}

/** What the browser remarks on although the walk wants it, by status and address. */
const WANTED = [
  // the session is over
  ['401', '/api/v1/proposals'],
  // somebody who is only proposed is not there yet
  ['404', `/api/v1/people/${number}`],
  // somebody else was faster
  ['412', '/api/v1/proposals'],
  ['409', '/withdraw'],
];

function wanted(text, url) {
  return asksToSignIn(text, url) || WANTED.some(([status, end]) => text.includes(status) && url.endsWith(end));
}

/** Signs `user` in with a browser of their own, and looks at what is offered to them. */
async function arrive(browser, user) {
  const context = await newContext(browser);
  listenToConsole(context, wanted);
  const page = await context.newPage();
  await signIn(page, whoIs(user));
  const { pages, not } = OF_EACH[user];
  const entries = await page.locator('nav a').allTextContents();
  expect(entries.join() === pages.join(), `${user} is offered ${entries.join(', ')}`);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(origin + not);
  await page.getByRole('heading', { name: 'Nothing here' }).waitFor({ timeout: STEP });
  const everywhere = ['/api/v1/me', '/api/v1/log/standing', '/api/v1/break-glass/mine'];
  const refused = asked.filter((path) => path.startsWith('/api/') && !everywhere.includes(path));
  expect(refused.length === 0, `for ${user} ${not} is no page, and nothing is asked on their behalf`);
  return page;
}

/** Opens an entry of the navigation as a person does. */
async function open(page, name) {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor({ timeout: STEP });
  expect((await page.title()).startsWith(name), `the title of the page says ${name}`);
}

async function proposalOpened(page) {
  await page.waitForURL(/\/proposals\/[0-9a-f-]{36}$/, { timeout: STEP });
  await page.locator('#proposal-digest-check[data-holds=true]').waitFor({ timeout: STEP });
  return page.url();
}

async function done(page, text) {
  await page.locator('#proposal-done', { hasText: text }).waitFor({ timeout: STEP });
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(focused === 'proposal-done', `${text} is said, and the keyboard is led there`);
}

/** The rows that the page marks as different, each as one text. */
async function different(page, scope = '') {
  const rows = page.locator(`${scope} tr[data-different=true]`);
  await rows.first().waitFor({ timeout: STEP });
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

/** With the keyboard alone, and what is wrong said before anything is sent; the end of the session costs nothing. */
async function proposeSomebody(page) {
  await open(page, 'People');
  await checkAccess(page, 'people');
  await shot(page, 'people');
  await page.getByRole('link', { name: 'Propose a new person' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#person-number', { timeout: STEP });
  await page.focus('#person-number');
  await page.keyboard.type(number);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Wanda Walk');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.isChecked('#role-referral-officer'), 'a role is chosen with the keyboard');
  await page.check('#role-auditor');
  const exclusion = await page.textContent('#person-exclusion');
  expect(exclusion.includes('at the same time'), 'roles that exclude one another are told of before anything is sent');
  await page.focus('#propose-person');
  await page.keyboard.press('Enter');
  await page.locator('#person-roles-fault').waitFor({ timeout: STEP });
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(focused === 'person-roles', 'and sending leads the keyboard to them');
  await checkAccess(page, 'new person with a fault');
  await page.uncheck('#role-auditor');
  await page.fill('#person-place', 'hotline');
  await shot(page, 'people-new');

  await page.context().clearCookies({ name: /^__Host-/ });
  await page.click('#propose-person');
  await page.getByRole('button', { name: 'Sign in again' }).click({ timeout: STEP });
  await signInHere(page, whoIs('administrator1'));
  await page.waitForSelector('#person-number', { timeout: STEP });
  expect((await page.inputValue('#person-number')) === number, 'after the end of the session the form is as it was');
  expect(await page.isChecked('#role-referral-officer'), 'with its choices');
  await page.click('#propose-person');
  const address = await proposalOpened(page);
  const kept = await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('new person')));
  expect(kept.length === 0, 'what was sent is not kept');
  expect(await page.isDisabled('#approve-proposal'), 'an own proposal cannot be approved');
  expect((await page.textContent('#proposal-own')).includes('You proposed this'), 'and the page says why');
  return address;
}

async function approve(page, address) {
  await open(page, 'Proposals');
  await page.getByRole('link', { name: new RegExp(number) }).first().click();
  await proposalOpened(page);
  expect(page.url() === address, 'the other administrator finds it among those that wait');
  const shown = await different(page);
  expect(shown.some((row) => row.includes('Wanda Walk')), 'and sees what would be there');
  const digests = await page.locator('.sh-digest').allTextContents();
  expect(digests.length > 1 && new Set(digests).size === 1, 'the digest that is approved is the one that is shown');
  await checkAccess(page, 'proposal');
  await shot(page, 'people-proposal');
  await page.click('#approve-proposal');
  await done(page, 'Approved, and done.');
}

/** Shown another change than the digest names, the page says so and lets nobody decide. */
async function shownAnother(page, address) {
  const resource = `/api/v1${new URL(address).pathname}`;
  const headers = { 'X-Requested-With': 'XMLHttpRequest' };
  const json = await page.evaluate(async (asked) => (await fetch(asked.resource, asked)).json(), { resource, headers });
  json.change.person.roles = ['release-supervisor'];
  await page.route(origin + resource, (route) => route.fulfill({ json, headers: { ETag: '"1"' } }));
  await page.goto(address);
  await page.locator('#proposal-digest-check[data-holds=false]').waitFor({ timeout: STEP });
  await different(page);
  expect((await page.$('#approve-proposal')) === null, 'who is shown another change than the digest names cannot approve it');
  await page.unroute(origin + resource);
}

/** One begins a change; meanwhile another change is approved; the first is told field by field, and loses nothing. */
async function changeMeanwhile(first, second) {
  await open(first, 'People');
  await first.fill('#people-filter', `${number} officer`);
  await first.locator('#people-count', { hasText: '1 of' }).waitFor({ timeout: STEP });
  await first.getByRole('link', { name: number }).click();
  await first.waitForSelector('#person-displayName', { timeout: STEP });
  await first.click('#propose-change');
  await first.locator('#change-same', { hasText: 'Nothing is different' }).waitFor({ timeout: STEP });
  await first.fill('#person-displayName', 'Wanda Wander');
  await first.click('#propose-change');
  const name = await proposalOpened(first);
  const rows = await different(first);
  expect(rows.length === 1 && /Wanda Walk.*Wanda Wander/.test(rows[0]), `only what is different is marked: ${rows[0]}`);
  await first.goto(`${origin}/people/${number}`);
  await first.waitForSelector('#role-release-supervisor', { timeout: STEP });
  await first.check('#role-release-supervisor');

  await second.goto(name);
  await second.click('#approve-proposal', { timeout: STEP });
  await done(second, 'Approved, and done.');

  await first.click('#propose-change');
  const changed = await different(first, '#person-changed');
  expect(changed.length === 1 && /Wanda Walk.*Wanda Wander/.test(changed[0]), 'what another changed meanwhile is told field by field');
  expect(await first.isChecked('#role-release-supervisor'), 'and the form keeps its entries');
  await checkAccess(first, 'person, changed meanwhile');
  await shot(first, 'people-changed');
  await first.click('#adopt-change');
  await first.fill('#person-displayName', 'Wanda Wander');
  await first.click('#propose-change');
  return proposalOpened(first);
}

async function reject(page, address, proposer) {
  await page.goto(address);
  await page.fill('#proposal-reason', 'one role is enough', { timeout: STEP });
  await page.click('#reject-proposal');
  await done(page, 'Rejected.');
  await proposer.click('#withdraw-proposal');
  const meanwhile = await different(proposer, '#proposal-meanwhile');
  expect(meanwhile.some((row) => /Waiting.*Rejected/.test(row)), 'whoever comes too late is told what became of it');
  expect(meanwhile.some((row) => row.includes('one role is enough')), 'and reads the reason');
}

async function deactivateAndTakeBack(page) {
  await page.goto(`${origin}/people/${number}`);
  await page.click('#propose-deactivate', { timeout: STEP });
  await proposalOpened(page);
  const rows = await different(page);
  expect(rows.length === 1 && rows[0].startsWith('Active yes no'), `a deactivation changes that alone: ${rows.join()}`);
  await page.click('#withdraw-proposal');
  await done(page, 'Taken back.');
}

/** What is out of its limits is said before anything is sent; what is proposed stands beside what is there. */
async function settings(page, auditor) {
  await open(page, 'Settings');
  await page.fill('#setting-glassMinutes', '61', { timeout: STEP });
  await page.click('#propose-settings');
  await page.locator('#setting-glassMinutes-fault').waitFor({ timeout: STEP });
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(focused === 'setting-glassMinutes', 'a setting out of its limits is told, and the keyboard is led there');
  await checkAccess(page, 'settings with a fault');
  await shot(page, 'settings');
  await page.fill('#setting-glassMinutes', '30');
  await page.click('#propose-settings');
  await proposalOpened(page);
  const rows = await different(page);
  expect(rows.length === 1 && /60 30/.test(rows[0]), `the one setting is marked: ${rows.join()}`);
  await page.click('#withdraw-proposal');
  await done(page, 'Taken back.');
  await open(auditor, 'Settings');
  await auditor.locator('#settings-revision').waitFor({ timeout: STEP });
  expect((await auditor.$('form:not(.sh-signout)')) === null, 'an auditor reads the settings and proposes none');
}

async function oneself(page) {
  await page.goto(`${origin}/people/administrator1`);
  await page.waitForSelector('#person-own', { timeout: STEP });
  expect((await page.$('#propose-change')) === null, 'nobody is offered a change of themselves, and the page says why');
}

/** An auditor reads both lists and is offered nothing to do. */
async function readOnly(page, address) {
  await open(page, 'People');
  await page.goto(`${origin}/people/${number}`);
  await page.getByRole('heading', { level: 1, name: 'Wanda Wander' }).waitFor({ timeout: STEP });
  expect((await page.$('form:not(.sh-signout)')) === null, 'an auditor is offered no change of a person');
  await open(page, 'Proposals');
  await page.selectOption('#proposals-state', 'REJECTED');
  await page.getByRole('link', { name: new RegExp(number) }).first().waitFor({ timeout: STEP });
  await checkAccess(page, 'proposals');
  await page.goto(address);
  await page.waitForSelector('#proposal-digest-check', { timeout: STEP });
  expect((await page.$('#approve-proposal')) === null, 'and reads a proposal without a part in it');
}

/** A supervisor puts somebody on duty, and takes that back; an officer reads it. */
async function duty(supervisor, officer) {
  await open(supervisor, 'Duty roster');
  await supervisor.click('#add-duty');
  await supervisor.locator('#duty-person-fault').waitFor({ timeout: STEP });
  await checkAccess(supervisor, 'duty with a fault');
  await supervisor.fill('#duty-person', 'officer2');
  await supervisor.fill('#duty-from', '2026-01-01T08:00');
  await supervisor.fill('#duty-until', '2026-01-01T07:00');
  await supervisor.click('#add-duty');
  await supervisor.locator('#duty-until-fault').waitFor({ timeout: STEP });
  const minute = (time) => new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await supervisor.fill('#duty-from', minute(Date.now() - 3_600_000));
  await supervisor.fill('#duty-until', minute(Date.now() + 3_600_000));
  await supervisor.click('#add-duty');
  await supervisor.locator('#duty-done', { hasText: 'Put on duty' }).waitFor({ timeout: STEP });
  const row = supervisor.locator('tbody tr', { hasText: 'officer2' }).first();
  await row.getByText('On duty now').waitFor({ timeout: STEP });
  await shot(supervisor, 'duty');

  await open(officer, 'Duty roster');
  await officer.locator('tbody tr', { hasText: 'officer2' }).first().waitFor({ timeout: STEP });
  expect((await officer.$('#add-duty')) === null, 'an officer reads the roster and does not keep it');

  await row.getByRole('button').focus();
  await supervisor.keyboard.press('Enter');
  const focused = await supervisor.evaluate(() => document.activeElement?.id ?? '');
  expect(focused.startsWith('remove-yes-'), 'taking a shift away asks once more, at the keyboard');
  await checkAccess(supervisor, 'duty, asked once more');
  await supervisor.keyboard.press('Enter');
  await supervisor.locator('#duty-done', { hasText: 'taken away' }).waitFor({ timeout: STEP });
}

async function walk(browser) {
  const at = {};
  for (const user of Object.keys(OF_EACH)) at[user] = await arrive(browser, user);
  const { administrator1: first, administrator2: second } = at;
  const proposed = await proposeSomebody(first);
  await shownAnother(second, proposed);
  await approve(second, proposed);
  const refused = await changeMeanwhile(first, second);
  await reject(second, refused, first);
  await deactivateAndTakeBack(first);
  await oneself(first);
  await settings(first, at.auditor1);
  await readOnly(at.auditor1, refused);
  await duty(at.supervisor1, at.officer1);
}

await inChromium('people', async (browser) => {
  try {
    await walk(browser);
  } catch (error) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.allSettled(pages.map((page, index) => shot(page, `people-failure-${index}`)));
    throw new Error(`at ${pages.map((page) => new URL(page.url()).pathname).join(' ')}: ${error.message}`);
  }
});
