// Walks the console as a person does, in Chromium, and fails on anything a person or the browser would complain of.
// Beside what browser.mjs needs:
//
//   SAFEHAND_WALK_USERS      JSON: {"officer": {"user": "…", "password": "…", "code": "…"}}
//                            code: of the authenticator app; or at a first sign-in, newPassword, and securityKey: true
//                            (supervisor likewise, optional: signs in after the officer and looks at the same referral)
//   SAFEHAND_WALK_REFERRAL   human reference of the referral to open; without it, the first of the list
//   SAFEHAND_WALK_REISSUE    fingerprint of the certificate that the supervisor reissues to; without it, they only look
//   SAFEHAND_WALK_CODE       the code of the authenticator app that confirms the reissue
import { checkAccess } from './access.mjs';
import {
  STEP,
  asksToSignIn,
  complaints,
  expect,
  inChromium,
  listenToConsole,
  newContext,
  origin,
  setting,
  shot,
} from './browser.mjs';
import { plugSecurityKey } from './security-key.mjs';
import { signIn, signInHere } from './sign-in.mjs';

const users = JSON.parse(setting('SAFEHAND_WALK_USERS'));
const reference = process.env.SAFEHAND_WALK_REFERRAL;
const certificate = process.env.SAFEHAND_WALK_REISSUE;

/** The first sign-in with a one-time password sets a new one and a security key. */
async function signInFirst(page, who) {
  const asked = await signIn(page, who);
  expect(asked.join() === '#password-new,#registerWebAuthn', `${who.user} sets a password and a security key`);
}

/** From then on both are asked for, and no other key does. */
async function signInAgain(page, who, key) {
  const known = { ...who, password: who.newPassword };
  const refusal = await key.swappedFor(() =>
    signIn(page, known).then(
      () => undefined,
      (error) => error.message,
    ),
  );
  expect(refusal?.startsWith('sign-in refused'), `another security key is refused: ${refusal}`);
  // the console leads to the sign-in once; after one that failed it offers it
  await page.goto(origin);
  await page.click('a[href="/login"]', { timeout: STEP });
  const asked = await signInHere(page, known);
  expect(asked.join() === '#authenticateWebAuthnButton', `${who.user} is asked for the security key again`);
}

async function openReferral(page) {
  await page.waitForSelector('table tbody tr', { timeout: STEP });
  const row = reference === undefined ? page.locator('tbody tr').first() : page.locator('tbody tr', { hasText: reference });
  // the newest stand first, and others may have opened many since
  const next = page.getByRole('button', { name: 'Next page' });
  while (reference !== undefined && (await row.count()) === 0 && (await next.count()) > 0) {
    const before = await page.locator('tbody tr').first().innerText();
    await next.click();
    await page.waitForFunction((old) => document.querySelector('tbody tr')?.innerText !== old, before, { timeout: STEP });
  }
  const link = row.locator('a').first();
  const text = (await link.textContent())?.trim() ?? '';
  await link.click();
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/, { timeout: STEP });
  await page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, text, {
    timeout: STEP,
  });
  return text;
}

async function look(page, prefix) {
  await page.waitForSelector('h1', { timeout: STEP });
  await shot(page, `${prefix}-list`);
  await checkAccess(page, `the list of the ${prefix}`);
  const opened = await openReferral(page);
  console.log(`ok   opened ${opened}`);
  await page.waitForSelector('ol[aria-label] li[data-event]', { timeout: STEP });
  const events = await page.$$eval('ol li[data-event]', (all) => all.map((li) => li.dataset.event));
  expect(events.length > 0, `the custody timeline shows ${events.length} events, first ${events[0]}`);
  const state = await page.locator('dl .pf-v6-c-label').first().textContent();
  expect((state ?? '').trim() !== '', `the state is shown: ${state?.trim()}`);
  await shot(page, `${prefix}-detail`);
  await checkAccess(page, `the referral of the ${prefix}`);
  await page.reload();
  await page.waitForSelector('ol li[data-event]', { timeout: STEP });
  expect(true, 'the address of a referral can be opened again');
}

/** A supervisor opens the reissue of a dispatch, reads, and leaves it, all with the keyboard. */
async function reissueByKeyboard(page) {
  const opener = page.locator('button[id^=reissue-]').first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#reissue-nothing, input[name=certificate]', { timeout: STEP });
  const title = await page.evaluate(() => document.activeElement?.id);
  expect(title === 'reissue-title', 'opening a reissue leads the keyboard to its title');
  if (certificate !== undefined) {
    await reissueTo(page);
    return;
  }
  await shot(page, 'supervisor-reissue');
  await page.locator('#reissue-cancel').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#reissue-title', { state: 'detached', timeout: STEP });
  const back = await page.evaluate(() => document.activeElement?.id ?? '');
  expect(back.startsWith('reissue-'), 'leaving a reissue leads the keyboard back');
}

/** Chooses the certificate, reads back both digests, gives a reason and sends, without a mouse. */
async function reissueTo(page) {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const chosen = `certificate-${certificate}`;
  const choices = await page.locator('input[name=certificate]').count();
  for (let i = 0; i < choices && (await page.evaluate(() => document.activeElement?.id)) !== chosen; i += 1) {
    await page.keyboard.press('ArrowDown');
  }
  const status = page.locator('section[aria-labelledby=reissue-title] [role=status] .sh-digest');
  await status.first().waitFor({ timeout: STEP });
  const digests = await status.allTextContents();
  expect(digests.length === 2 && digests[1] === certificate, 'the seal and the chosen certificate are read back');
  expect(await page.isDisabled('#reissue-dispatch'), 'a reissue needs a reason');
  await page.keyboard.press('Tab');
  await page.keyboard.type('the agency lost its key');
  expect(await page.isEnabled('#reissue-dispatch'), 'a certificate and a reason can be given by keyboard');
  await shot(page, 'supervisor-reissue');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#otp, #password', { timeout: STEP });
  if (await page.$('#password')) {
    // whoever was signed in elsewhere as well is asked for the password too
    await page.focus('#password');
    await page.keyboard.type(users.supervisor.password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#otp', { timeout: STEP });
  }
  await page.keyboard.type(setting('SAFEHAND_WALK_CODE'));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.origin === origin && url.pathname.startsWith('/referrals/'), { timeout: STEP });
  await page.waitForSelector('#reissue-done', { timeout: STEP });
  const rows = page.locator('table[aria-label=Dispatches] tbody tr');
  await rows.nth(1).waitFor({ timeout: STEP });
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(focused === 'reissue-done', 'after a reissue the keyboard is led to what was done');
  const [before, after] = await rows.allTextContents();
  expect(before.includes('Superseded'), 'the dispatch before is shown as superseded');
  expect(after.includes('Takes the place of an earlier one.'), 'the new dispatch is shown with what it is');
  await shot(page, 'supervisor-reissued');
}

async function checkHeaders(page) {
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/')).headers));
  const policy = headers['content-security-policy'] ?? '';
  expect(policy.includes("default-src 'none'"), 'the page has a strict content security policy');
  expect(policy.includes("require-trusted-types-for 'script'"), 'the policy requires trusted types');
  expect(headers['x-content-type-options'] === 'nosniff', 'the page is not sniffed');
}

async function checkCookie(context) {
  const cookies = await context.cookies(origin);
  const session = cookies.find((cookie) => cookie.name.startsWith('__Host-'));
  expect(session !== undefined, 'the session cookie has the __Host- prefix');
  expect(session.httpOnly && session.secure && session.sameSite === 'Lax', 'the session cookie is HttpOnly, Secure, Lax');
}

async function signOut(page) {
  await page.click('#sign-out');
  await page.waitForURL(`${origin}/bye.html`, { timeout: STEP });
  const status = await page.evaluate(async () => {
    const response = await fetch('/api/v1/me', { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    return `${response.status} ${response.headers.get('content-type')}`;
  });
  expect(status.startsWith('401 application/problem+json'), 'after sign-out the API answers 401 with a problem document');
}

async function walk(browser, name, who) {
  const context = await newContext(browser);
  listenToConsole(context, asksToSignIn);
  const page = await context.newPage();
  try {
    const key = who.securityKey === true ? await plugSecurityKey(page) : undefined;
    if (key === undefined) {
      const asked = await signIn(page, who);
      expect(asked.join() === '#otp', `${who.user} is asked for a code`);
    } else {
      await signInFirst(page, who);
    }
    await checkHeaders(page);
    await checkCookie(context);
    await look(page, name);
    if (name === 'supervisor') {
      await reissueByKeyboard(page);
    } else {
      expect((await page.$('[id^=reissue-]')) === null, `${name} is offered no reissue`);
    }
    // the last question of this walk is a 401 that it wants, which Chromium remarks on
    const before = complaints.length;
    await signOut(page);
    complaints.splice(before, complaints.length, ...complaints.slice(before).filter((text) => !text.includes('401')));
    if (key !== undefined) {
      await signInAgain(page, who, key);
    }
  } catch (error) {
    await shot(page, `${name}-failure`).catch(() => undefined);
    throw new Error(`${name}, at ${page.url().split('?')[0]}: ${error.message}`);
  } finally {
    await context.close();
  }
}

await inChromium('walk', async (browser) => {
  for (const [name, who] of Object.entries(users)) {
    await walk(browser, name, who);
  }
});
