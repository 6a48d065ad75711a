// What every walk needs: Chromium as our tests start it, the gateway's address, and an ear for what the browser says.
//
//   SAFEHAND_WALK_ORIGIN     the gateway, e.g. https://localhost:8443
//   SAFEHAND_WALK_SPKI       base64 SHA-256 of the public keys of gateway and Keycloak, comma separated
//   SAFEHAND_WALK_SHOTS      folder for screenshots
//   SAFEHAND_WALK_CHROMIUM   default /usr/bin/chromium
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** How long anything may take, in milliseconds. */
export const STEP = 30_000;

export function setting(name, otherwise) {
  const value = process.env[name] ?? otherwise;
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

export const origin = setting('SAFEHAND_WALK_ORIGIN');
const shots = setting('SAFEHAND_WALK_SHOTS');

/** What the browser complained of about our pages. */
export const complaints = [];

export function expect(holds, what) {
  if (!holds) throw new Error(what);
  console.log(`ok   ${what}`);
}

export async function shot(page, name) {
  await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
}

/** A person's own browser: what it complains of about one of our pages ends up in `complaints`. */
export async function newContext(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.exposeBinding('safehandViolation', (_, text) => complaints.push(`CSP: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.safehandViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
    page.on('response', (response) => {
      if (response.url().startsWith(origin) && response.status() >= 500) {
        complaints.push(`${response.status()} ${response.url()}`);
      }
    });
  });
  return context;
}

/** Every error in the console of our pages is a complaint too, unless `wanted` knows of it. */
export function listenToConsole(context, wanted) {
  context.on('page', (page) => {
    page.on('console', (message) => {
      const { url } = message.location();
      if (message.type() === 'error' && url.startsWith(origin) && !wanted(message.text(), url)) {
        complaints.push(`console: ${message.text()} (${url})`);
      }
    });
  });
}

/** Whether it is the one 401 that tells the console to sign in: the browser's own remark, not a fault. */
export function asksToSignIn(text, url) {
  return text.includes('401') && url.endsWith('/api/v1/me');
}

/** Walks in a browser of its own, and ends this process with 1 if the walk or the browser complains. */
export async function inChromium(name, walk) {
  await mkdir(shots, { recursive: true });
  const profile = await mkdtemp(path.join(tmpdir(), `safehand-${name}-`));
  const browser = await chromium.launch({
    executablePath: setting('SAFEHAND_WALK_CHROMIUM', '/usr/bin/chromium'),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--ignore-certificate-errors-spki-list=${setting('SAFEHAND_WALK_SPKI')}`,
    ],
    env: { ...process.env, HOME: profile },
  });
  let failure;
  try {
    await walk(browser);
    if (complaints.length > 0) throw new Error(`the browser complained:\n  ${complaints.join('\n  ')}`);
    expect(true, 'no content security policy violation, no console error');
  } catch (error) {
    failure = error;
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
  if (failure !== undefined) {
    console.error(`FAIL ${failure.message}`);
    process.exit(1);
  }
}
