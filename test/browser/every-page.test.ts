import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';

sayWithout('every page against WCAG 2.2 AA, narrow and wide');
const inBrowser = hasBrowser ? describe : describe.skip;

const firstVisitBytes = 100_000;
const pageBytes = 80_000;

inBrowser('every page', () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site.close());

  /** Each page as the persona whose job it is. */
  const looked: readonly [persona: string, path: (child: string, school: string) => string][] = [
    ['SENCO', (_child, school) => `/schools/${school}`],
    ['SENCO', (_child, school) => `/schools/${school}?week=soon`],
    ['SENCO', (child) => `/children/${child}`],
    ['SENCO', () => '/children/nobody'],
    ['SENCO', (child, school) => `/schools/${school}/agenda/new?child=${child}`],
    ['Social worker', (child) => `/children/${child}`],
    ['Social worker', (child) => `/children/${child}/actions/new`],
    ['Social worker', () => '/notices'],
    ['Social worker', () => '/changes'],
    ['CAMHS clinician', () => '/changes?since=2026-01-01'],
    ['Social worker', () => '/children'],
    ['Virtual school head', () => '/virtual-school'],
    ['Virtual school adviser', () => '/virtual-school?cohort=CHILD_PROTECTION'],
    ['CAMHS clinician', () => '/waiting-lists'],
    ['CAMHS clinician', () => '/waiting-lists?service=CAMHS&past=yes'],
    ['Commissioner', () => '/'],
    ['Team around school lead', () => '/schools'],
  ];

  it('has no violation of WCAG 2.2 AA, scrolls nowhere sideways, holds no script, and is within its bytes', async () => {
    const { id, schoolUrn } = site.hub.story('all-five');
    const open = new Map<string, Awaited<ReturnType<Pages['as']>>>();
    for (const [persona, path] of looked) {
      const page = open.get(persona) ?? (await site.as(persona, persona === 'SENCO' ? (schoolUrn ?? '') : undefined));
      open.set(persona, page);
      const address = path(id, schoolUrn ?? '');
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${site.url}${address}`);
        expect({ persona, address, width, found: await violations(page) }).toEqual({
          persona,
          address,
          width,
          found: [],
        });
        await expectNoSidewaysScroll(page);
      }
      // As it was sent: what axe put into the page is not in it.
      const html = await (await page.request.get(`${site.url}${address}`)).text();
      expect(html).not.toMatch(/<script|javascript:| style=| on[a-z]+=/i);
      expect(Buffer.byteLength(html)).toBeLessThan(pageBytes);
    }
  });

  it('brings no more than a hundred kilobytes on a first visit, styles and all', async () => {
    const school = site.hub.story('all-five').schoolUrn ?? '';
    const sizes: Promise<number>[] = [];
    const page = await site.as('SENCO', school, (each) => {
      each.on('requestfinished', (request) => {
        if (!request.url().startsWith(`${site.url}/`)) return;
        sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
      });
    });
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    // More than the styles alone, or the visit was not the first.
    expect(bytes).toBeGreaterThan(17_000);
    expect(bytes).toBeLessThan(firstVisitBytes);
  });
});
