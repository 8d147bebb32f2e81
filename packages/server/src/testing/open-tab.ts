import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

export interface TabOptions {
  /** CSS pixels. @defaultValue 360 */
  readonly width?: number;
  /** @defaultValue 740 */
  readonly height?: number;
  /** @defaultValue true */
  readonly javaScript?: boolean;
  /** Whether the person prefers dark colours. @defaultValue false */
  readonly dark?: boolean;
}

export interface Tab {
  readonly page: Page;
  /** Cuts the network off and mends it. */
  setOffline(offline: boolean): Promise<void>;
  /** What the content security policy refused so far. */
  violations(): readonly string[];
  /** All that the console calls an error, and every error that nobody caught, without the violations. */
  errors(): readonly string[];
  /** What axe calls serious or critical: rule, and where. @param rule - That one alone. @defaultValue all of them */
  seriousFindings(rule?: string): Promise<readonly string[]>;
  /** CSS pixels by which the page is wider than the window. */
  overflow(): Promise<number>;
  /** Pairs of elements with something to read or to press, of which one lies on the other. */
  overlaps(): Promise<readonly string[]>;
}

export async function openTab(context: BrowserContext, url: string, options: TabOptions): Promise<Tab> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);

  return {
    page,
    setOffline: (offline) => context.setOffline(offline),
    violations: () => complaints.filter(isViolation),
    errors: () => complaints.filter((text) => !isViolation(text)),
    seriousFindings: (rule) => (options.javaScript === false ? refuseToJudge() : judge(page, rule)),
    overflow: () =>
      page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    overlaps: () => page.evaluate(findOverlaps),
  };
}

/** Runs in the page. A pixel is rounding; what lies within its own parent is meant to. */
const findOverlaps = `(() => {
  const isSeen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const all = [...document.querySelectorAll('body *')].filter(
    (element) => isSeen(element) && (says(element) || element.matches('button, input, img, svg')),
  );
  const named = (element) => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + ' ' + (element.textContent ?? '').trim().slice(0, 12);
  const meet = (a, b) => [...a.getClientRects()].some((one) => [...b.getClientRects()].some((two) =>
    Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1 && Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 1));
  return all.flatMap((a, index) => all.slice(index + 1)
    .filter((b) => !a.contains(b) && !b.contains(a) && meet(a, b))
    .map((b) => named(a) + ' / ' + named(b)));
})()`;

const isViolation = (text: string): boolean => text.includes('Content Security Policy');

/** An empty list would read as praise. */
function refuseToJudge(): Promise<never> {
  return Promise.reject(new Error('axe needs JavaScript: open the page with it'));
}

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Through the debugger, which no content security policy stops. */
async function judge(page: Page, rule?: string): Promise<readonly string[]> {
  if (await page.evaluate('globalThis.axe === undefined')) await page.evaluate(axe.source);
  const only = rule === undefined ? '' : `, runOnly: ['${rule}']`;
  const findings: Finding[] = await page.evaluate(
    `axe.run({ resultTypes: ['violations']${only} }).then(({ violations }) => violations.map(
      ({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ target }) => ({ target })) })))`,
  );
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
