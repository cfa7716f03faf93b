import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserProgram } from '../support/browser-program.js';
import { hasBrowser, sayWithout } from '../support/browser.js';
import { testHub, type TestHub } from '../support/hub.js';

sayWithout('GraphiQL in a browser');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('GraphiQL at the gateway’s address', () => {
  let hub: TestHub;
  let browser: Browser;
  let page: Page;
  const said: string[] = [];
  const hosts = new Set<string>();

  beforeAll(async () => {
    hub = await testHub({ area: true });
    browser = await chromium.launch({ executablePath: browserProgram, args: ['--no-sandbox'] });
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(240_000);
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(message.text());
    });
    page.on('pageerror', (error) => void said.push(error.message));
    page.on('request', (request) => void hosts.add(new URL(request.url()).host));
    await page.goto((await hub.gateway()).url);
  });
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

  const answer = () => page.locator('.result-window .CodeMirror-code').innerText();
  const run = async (words: string): Promise<string> => {
    const seen = page.locator('.result-window').getByText(words).first();
    // GraphiQL may take a press that comes while it still changes tabs for one of the tab before: it is pressed again.
    for (let left = 12; ; left -= 1) {
      await page.getByRole('button', { name: /Execute query/ }).click();
      try {
        await seen.waitFor({ timeout: 15_000 });
        return await answer();
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };

  it('answers what is typed, as the persona that is picked', async () => {
    await page.getByRole('button', { name: 'Add tab' }).click();
    await page.locator('.graphiql-query-editor .CodeMirror').first().click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('query Me { me { role organisation { id } } }');
    expect(await run('"senco"')).toContain('"900001"');
    await page.getByLabel('Ask as').selectOption('camhs-clinician');
    expect(await run('"camhs-clinician"')).toContain('"XAC01"');
    await page.getByLabel('Ask as').selectOption('senco');
    await page.getByLabel('at school').fill('900002');
    expect(await run('"900002"')).toContain('"senco"');
  });

  it('has the ready questions in its tabs, with what means something in the sample area', async () => {
    await page.getByLabel('at school').fill('');
    await page.getByLabel('Ask as').selectOption('commissioner');
    await page.getByRole('tab', { name: 'WaitingTimes' }).click();
    // A tab's question stands in the editor a moment after its tab was chosen.
    await page.locator('.graphiql-query-editor .CodeMirror-code').getByText('WaitingTimes').first().waitFor();
    expect(await run('"waitingTimes"')).not.toContain('"errors"');
  });

  it('keeps nothing in the browser, asks no other host, and breaks no rule of its page', async () => {
    expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
    expect([...hosts]).toEqual([new URL((await hub.gateway()).url).host]);
    expect(said).toEqual([]);
  });
});
