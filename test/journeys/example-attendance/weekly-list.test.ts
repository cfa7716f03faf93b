import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { areas } from './areas.js';
import { compareLists } from './compare-figures.js';
import { expectedOf } from './expected-figures.js';
import { type ExampleHub, loadExample } from './load-example.js';
import { calendarLines } from './partner-lines.js';
import { settle } from '../../support/settle.js';
import { take } from '../../support/partner-files.js';

describe.each(areas())('the weekly list of %s', (_, area) => {
  let hub: ExampleHub;
  const expected = expectedOf(area);
  beforeAll(async () => {
    hub = await loadExample(area);
  });
  afterAll(() => hub.close());

  it('is what the rules make it, child by child, each week', async () => {
    await compareLists(hub, expected);
  });

  it('is the same page by page', async () => {
    await compareLists(hub, expected, 1);
  });

  it('is the same by the calendars of its schools, INSET days and all', async () => {
    await take(hub, 'school-calendar', calendarLines(area));
    await settle(hub);
    await compareLists(hub, expected);
  });
});
