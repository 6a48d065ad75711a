// Whether everybody can use a page: axe-core's rules for WCAG 2.2 A and AA, in light and dark, wide and 320 pixels narrow.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { complaints, expect } from './browser.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
];

/** The innermost element of the page that would have to be scrolled sideways (WCAG 2.2, 1.4.10), in the page. */
function tooWide() {
  const scrolls = (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
  const found = [document.documentElement, ...document.querySelectorAll('body *')].findLast(
    (element) => element.clientWidth > 1 && (scrolls(element) || element.getBoundingClientRect().right > innerWidth + 1),
  );
  return found === undefined ? null : `${found.tagName.toLowerCase()} ${found.className}`;
}

/** Until everything in the page that moves for a time has come to rest: a colour on its way is no colour to judge. */
async function atRest() {
  // the page is told of another look before its next frame, and only then do colours begin to move
  for (let frames = 0; frames < 2; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  for (;;) {
    const moving = document
      .getAnimations()
      .filter((it) => it.playState === 'running' && it.effect.getComputedTiming().endTime !== Infinity);
    if (moving.length === 0) return;
    await Promise.allSettled(moving.map((it) => it.finished));
  }
}

/** Fails on what a rule finds wrong with the page as it stands, and on a page that is wider than its window. */
export async function checkAccess(page, name) {
  const size = page.viewportSize();
  const before = complaints.length;
  const found = [];
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: size.height });
    await page.evaluate(atRest);
    await page.evaluate(`${axe}; undefined`);
    const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: 'tag', values } }), RULES);
    found.push(...violations.map((it) => `${colorScheme} ${width}: ${it.id} at ${it.nodes.map((n) => n.target).join(' and ')}`));
    const wide = await page.evaluate(tooWide);
    if (wide !== null) found.push(`${colorScheme} ${width}: ${wide} is wider than its place`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(size);
  // what axe-core itself does that the policy forbids is no fault of the page
  complaints.splice(before);
  expect(found.length === 0, `${name}: usable in light, dark and narrow ${found.join('; ')}`);
}
