import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';
import { listed, numberOf, type Pupil, pupil, take } from '../support/partner-files.js';
import { recordId } from '../support/sight.js';

sayWithout('settling what a file and the hub say of a wait');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('whoever keeps a list, where a file says otherwise', () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
    await atOdds(pupil(701));
    await atOdds(pupil(702));
  });
  afterAll(() => site.close());

  /** A wait that was booked by hand, and then a file of an earlier step. */
  async function atOdds(of: Pupil): Promise<void> {
    const { hub } = site;
    await take(hub, 'waiting-list', [listed(of, 'ACCEPTED_WAITING')]);
    const { rows } = await hub.admin.query<{ id: string; version: number }>(
      'select id, version from health.waiting_list_entry where child_id = $1',
      [await recordId(hub, 'waiting-list:XAC01', numberOf(of))],
    );
    const input = {
      ...{ id: rows[0]?.id, expectedVersion: rows[0]?.version, idempotencyKey: randomUUID() },
      ...{ to: 'BOOKED', effectiveOn: '2026-11-10', nextAppointmentOn: '2026-12-01' },
    };
    const text = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';
    const { body } = await hub.post({ persona: 'camhs-clinician' }, text, { input });
    expect(body.data?.['updateWaitingListEntry']).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
    await take(hub, 'waiting-list', [listed(of, 'ON_HOLD', { status_on: '2026-11-05', reason: 'Abroad' })]);
  }

  it('finds it from the list, says which holds, and is told where somebody was first', async () => {
    const [page, late] = [await site.as('Health admin'), await site.as('CAMHS clinician')];
    for (const one of [page, late]) await one.getByRole('link', { name: 'Where a file says otherwise' }).click();
    const rows = page.getByRole('table').getByRole('row').filter({ hasText: 'the file says On hold' });
    const before = await rows.count();
    expect(before).toBeGreaterThanOrEqual(2);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });

    await rows.first().getByRole('button', { name: 'Take the file’s word' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('The file’s word was taken.');
    expect(await rows.count()).toBe(before - 1);
    await rows.first().getByRole('button', { name: 'Keep the hub’s' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('What stands here was kept.');
    expect(await rows.count()).toBe(before - 2);

    const stale = late.getByRole('row').filter({ hasText: 'the file says On hold' });
    await stale.first().getByRole('button', { name: 'Keep the hub’s' }).click();
    expect(await late.locator('main').innerText()).toContain('Somebody changed it first.');
    expect(await (await site.as('SENCO')).getByRole('link', { name: 'Where a file says otherwise' }).count()).toBe(0);
  });
});
