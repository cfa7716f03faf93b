import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { startHub } from '../../bench/started-hub.js';
import { productRoot } from '../../platform/config/product-root.js';
import { browserProgram } from '../support/browser-program.js';
import { testToday } from '../support/templates.js';
import { atSchool, looked, placeIn } from './looked.js';

/**
 * Pictures of every page, for `docs/screenshots`: `npm run screenshots`, on a day that does not pass and of the sample area
 * that every start makes alike. A folder of one’s own, such as `npm run screenshots -- /tmp/shots`, has them whole.
 */
const own = process.argv[2];
const folder = own ?? path.join(productRoot, 'docs/screenshots');
const children = 300;
/** Of a long page its beginning, in the repository: what is below is more of the same. */
const sizes = [
  { width: 1280, most: 1800 },
  { width: 320, most: 1800 },
] as const;

const theChild = `
  select coalesce(a.canonical, c.child_id) as id, e.urn from partnership.child c
  join education.enrolment e on e.child_id = c.child_id and e.status = 'CURRENT'
  left join access.child_alias a on a.held = c.child_id
  where c.given = 'Tamsin' and c.family = 'Adeyemi' order by 1 limit 1`;

async function shoot(page: Page, name: string): Promise<void> {
  for (const { width, most } of sizes) {
    await page.setViewportSize({ width, height: 800 });
    const height = Math.ceil(await page.evaluate<number>('document.documentElement.scrollHeight'));
    const clip = { x: 0, y: 0, width, height: own === undefined ? Math.min(height, most) : height };
    const picture = await page.screenshot({ clip, fullPage: true });
    // A page has few colours: with a palette its picture is a third as large.
    writeFileSync(
      path.join(folder, `${name}-${String(width)}.png`),
      await sharp(picture).png({ palette: true, colours: 64, effort: 10, compressionLevel: 9 }).toBuffer(),
    );
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const hub = await startHub(children, testToday);
const browser = await chromium.launch({ executablePath: browserProgram, args: ['--no-sandbox', '--lang=en-GB'] });
try {
  const { rows } = await hub.admin.query<{ id: string; urn: string }>(theChild);
  // No picture is of one item of an agenda.
  const place = await placeIn(hub.admin, rows[0]?.id ?? '', rows[0]?.urn ?? '');
  for (const [persona, addressOf, name] of looked) {
    if (name === undefined) continue;
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(hub.pages);
    if (atSchool.includes(persona)) await page.fill('#school', place.school);
    await page.getByRole('button', { name: persona, exact: true }).click();
    await page.goto(`${hub.pages}${addressOf(place)}`);
    await shoot(page, name);
    await context.close();
    process.stdout.write(`${name}\n`);
  }
} finally {
  await browser.close();
  await hub.stop();
}
