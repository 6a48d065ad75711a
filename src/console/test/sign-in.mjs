// Through the identity provider's own pages, as a person goes.
import { STEP, expect, origin } from './browser.mjs';

/** What Keycloak's pages may ask for beside user name and password: how it is answered. */
const questions = {
  '#password-new': async (page, who) => {
    await page.fill('#password-new', who.newPassword);
    await page.fill('#password-confirm', who.newPassword);
    await page.click('[type=submit]');
  },
  '#otp': async (page, who) => {
    // a code that is asked for now is good now
    await page.fill('#otp', typeof who.code === 'function' ? await who.code() : who.code);
    await page.click('#kc-login');
  },
  '#registerWebAuthn': (page) => page.click('#registerWebAuthn'),
  '#authenticateWebAuthnButton': (page) => page.click('#authenticateWebAuthnButton'),
};

/** Which of `selectors` stands on the page; the text of a complaint; or that somebody is signed in. */
async function nextQuestion(page, selectors) {
  const found = await page.waitForFunction(
    (wanted) => {
      const asked = wanted.find((selector) => document.querySelector(selector) !== null);
      const complaint = [...document.querySelectorAll('[id^=input-error], #kc-error-message, .pf-m-danger')]
        .map((element) => element.textContent.trim())
        .find((text) => text !== '');
      const done = document.querySelector('#sign-out') !== null;
      return asked || complaint || done ? { asked, complaint, done } : null;
    },
    selectors,
    { timeout: STEP },
  );
  return found.jsonValue();
}

/** Through Keycloak's own pages; answers with what was asked beside user name and password. */
export async function signIn(page, who) {
  await page.goto(origin);
  return signInHere(page, who);
}

export async function signInHere(page, who) {
  await page.waitForSelector('#password', { timeout: STEP });
  expect(!page.url().startsWith(origin), 'without a session the console leads to the identity provider');
  // whoever was signed in a moment ago is asked for the password alone
  if (await page.$('#username')) await page.fill('#username', who.user);
  await page.fill('#password', who.password);
  await page.click('#kc-login');
  const answered = [];
  for (;;) {
    const open = Object.keys(questions).filter((selector) => !answered.includes(selector));
    const next = await nextQuestion(page, open);
    if (next.done) {
      expect(page.url().startsWith(origin), `${who.user} is signed in`);
      return answered;
    }
    if (next.asked === undefined) {
      throw new Error(`sign-in refused: ${next.complaint}`);
    }
    answered.push(next.asked);
    await questions[next.asked](page, who);
  }
}
