// A supervisor releases a referral in Chromium, with their second factor, and meets every way in which that fails.
// Beside what browser.mjs needs:
//
//   SAFEHAND_STEP_UP_USER, _PASSWORD and _CODES   who; two codes of their authenticator app, comma separated
//   SAFEHAND_STEP_UP_REFERRAL, _AGENCY            what is released, sealed and not theirs, and to whom
import { STEP, expect, inChromium, newContext, origin, setting, shot } from './browser.mjs';

const referral = `${origin}/referrals/${setting('SAFEHAND_STEP_UP_REFERRAL')}`;
const recipient = `#recipient-${setting('SAFEHAND_STEP_UP_AGENCY')}`;
const codes = setting('SAFEHAND_STEP_UP_CODES').split(',');

async function code(page, digits) {
  await page.fill('#otp', digits);
  await page.click('#kc-login');
}

async function signIn(page) {
  await page.goto(referral);
  await page.waitForSelector('#username', { timeout: STEP });
  await page.fill('#username', setting('SAFEHAND_STEP_UP_USER'));
  await page.fill('#password', setting('SAFEHAND_STEP_UP_PASSWORD'));
  await page.click('#kc-login');
  await page.waitForSelector('#otp', { timeout: STEP });
  await code(page, codes[0]);
  await page.waitForSelector(recipient, { timeout: STEP });
}

/** Presses the button, and is asked for the second factor by the identity provider. */
async function leave(page) {
  await page.click('#release-referral');
  await page.waitForSelector('#otp, #password', { timeout: STEP });
  if (await page.$('#password')) {
    // whoever was signed in elsewhere as well is asked for the password too
    await page.fill('#password', setting('SAFEHAND_STEP_UP_PASSWORD'));
    await page.click('#kc-login');
    await page.waitForSelector('#otp', { timeout: STEP });
  }
  expect(!page.url().startsWith(origin), 'the identity provider asks for the second factor');
}

/** Somebody at the keyboard adds to the gateway's question on its way to the identity provider. */
async function adding(page, more, act) {
  const question = (url) => url.pathname.endsWith('/protocol/openid-connect/auth');
  await page.route(question, (route) => route.continue({ url: `${route.request().url()}&${more}` }));
  await act();
  await page.unroute(question);
}

/** Asked to ask nothing, the identity provider refuses, and that is said in words. */
async function declined(page) {
  await page.click('#release-referral');
  await page.locator('.pf-v6-c-alert', { hasText: 'step-up-refused' }).waitFor({ timeout: STEP });
  expect(page.url() === referral, 'a refusal is said on the page where it began');
  expect(await page.isChecked(recipient), 'and leaves the form as it was');
}

async function refused(page, address, reason) {
  await page.goto(address);
  const alert = page.locator('[role=alert], .pf-v6-c-alert', { hasText: reason });
  await alert.first().waitFor({ timeout: STEP });
  expect(!page.url().includes('step-up'), `${reason} is said in words and leaves the address`);
}

async function walk(page) {
  let answer = '';
  page.on('request', (request) => {
    if (request.url().startsWith(`${origin}/stepup/callback`)) answer = request.url();
  });
  await signIn(page);
  await page.check(recipient);
  await shot(page, 'step-up-form');
  await adding(page, 'prompt=none', () => declined(page));
  await adding(page, 'acr_values=silver', () => leave(page));

  await page.goto(referral);
  await page.waitForSelector(recipient, { timeout: STEP });
  expect(await page.isChecked(recipient), 'who turns back finds the form as they left it');
  expect(await page.isEnabled('#release-referral'), 'and nothing was sent');

  await leave(page);
  await code(page, '000000');
  await page.locator('[id^=input-error]', { hasText: /\S/ }).first().waitFor({ timeout: STEP });
  expect(!page.url().startsWith(origin), 'a wrong code leads nowhere');
  await code(page, codes[1]);
  await page.waitForURL((url) => url.origin === origin && url.pathname.startsWith('/referrals/'), { timeout: STEP });
  const released = page.locator('dl .pf-v6-c-label', { hasText: 'Released' });
  await released.first().waitFor({ timeout: STEP });
  expect((await page.$('#release-referral')) === null, 'with the second factor it is released, without another click');
  expect(page.url() === referral, 'on the page where it began, at its plain address');
  expect((await page.evaluate(() => sessionStorage.length)) === 0, 'nothing is kept in the browser');
  await shot(page, 'step-up-released');

  expect(answer.includes('state='), 'the answer of the identity provider was seen');
  await refused(page, answer, 'step-up-state');
  await refused(page, answer.replace(/state=[^&]*/, 'state=forged'), 'step-up-state');
  await refused(page, `${origin}/stepup/callback`, 'step-up-state');
}

await inChromium('step-up', async (browser) => {
  const context = await newContext(browser);
  const page = await context.newPage();
  await walk(page).catch(async (error) => {
    await shot(page, 'step-up-failure').catch(() => undefined);
    throw new Error(`at ${page.url().split('?')[0]}: ${error.message}`);
  });
});
