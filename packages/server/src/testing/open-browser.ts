import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, isRequired } from './find-chromium.js';
import { openTab, type Tab, type TabOptions } from './open-tab.js';

/** Opens a tab with a profile of its own: nothing is left in it from another test. */
export type OpenTab = (url: string, options?: TabOptions) => Promise<Tab>;

/** A headless browser on this machine that asks nobody but the page for anything. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A suite in a real browser: one Chromium for the file, a fresh profile for each tab. Where there is no Chromium the
 * suite is announced and left out, and fails where `KT_EVENT_REQUIRE` names it.
 */
export function describeInChromium(name: string, suite: (open: OpenTab) => void): void {
  const path = findChromium();
  if (path) {
    describe(name, () => suite(startBrowser(path)));
  } else if (isRequired('chromium')) {
    describe(name, () => {
      it('needs Chromium', () => expect.fail('install Chromium, or set CHROMIUM_PATH'));
    });
  } else {
    process.stderr.write(`left out, no Chromium here (CHROMIUM_PATH): ${name}\n`);
    describe.runIf(path)(name, () => suite(() => Promise.reject(new Error('no Chromium'))));
  }
}

function startBrowser(executablePath: string): OpenTab {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: quiet, chromiumSandbox: false });
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser.close());

  return async (url, options = {}) => {
    const { width = 360, height = 740, javaScript = true, dark = false } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: javaScript,
      colorScheme: dark ? 'dark' : 'light',
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
    });
    contexts.push(context);
    return openTab(context, url, options);
  };
}
