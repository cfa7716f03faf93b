import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { FeedsProcess } from '../support/feeds-process.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let feeds: FeedsProcess;

async function suspended(startedOn: string): Promise<void> {
  for (const child of children)
    await hub.admin.query(
      `with said as (insert into education.outbox (topic, child_id) values ('suspension-changed', $1))
       insert into education.suspension (id, child_id, urn, started_on, category, version, session, sessions, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, 'SUSPENSION', 1, 'AM', 2, now())`,
      [child, place.school, startedOn],
    );
}

/** How many notices there are of each day, and of how many children. */
async function notices(): Promise<string[]> {
  const { rows } = await hub.admin.query<{ told: string }>(
    `select happened_on || ' ' || count(*) || ' of ' || count(distinct child_id) as told from partnership.notice group by happened_on order by 1`,
  );
  return rows.map(({ told }) => told);
}

const children: string[] = [];

beforeAll(async () => {
  hub = await testHub();
  feeds = new FeedsProcess(hub);
  for (let nth = 0; nth < 12; nth += 1) children.push(await arrangeChild(hub.admin));
});

afterAll(async () => {
  feeds.end();
  await hub.close();
});

// Each is told to a social worker, and in the virtual school to its head and to an adviser.
const all = (day: string): string => `${day} 36 of 12`;

describe('the feed of notices, killed amid a burst of suspensions', () => {
  it('has told of none by halves, and tells of all when it is started again', async () => {
    await suspended('2026-11-02');
    await feeds.killedWhileWriting('notice', 'insert');
    expect(await notices()).toEqual([]);
    await feeds.heardToTheEnd();
    expect(await notices()).toEqual([all('2026-11-02')]);
  });

  it('raises no second one where it had told of all and not yet said so', async () => {
    await suspended('2026-11-04');
    await feeds.killedWhileWriting('event_position', 'insert or update');
    await feeds.heardToTheEnd();
    expect(await notices()).toEqual([all('2026-11-02'), all('2026-11-04')]);
  });

  it('loses none and raises no second one where all is heard again, and it is killed in that', async () => {
    await suspended('2026-11-06');
    await hub.admin.query(`delete from partnership.event_position where consumer = 'notice-feed'`);
    await feeds.killedWhileWriting('notice', 'insert');
    await feeds.heardToTheEnd();
    await hub.admin.query(`delete from partnership.event_position where consumer = 'notice-feed'`);
    await feeds.heardToTheEnd();
    expect(await notices()).toEqual([all('2026-11-02'), all('2026-11-04'), all('2026-11-06')]);
  });
});
