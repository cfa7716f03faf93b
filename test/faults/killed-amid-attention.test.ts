import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inOrder } from '../../cli/replay-order.js';
import { arrangeChild } from '../support/arrange.js';
import { attentionFromNothing, keptAttention } from '../support/attention-facts.js';
import { digestsOf } from '../support/digests.js';
import { FeedsProcess } from '../support/feeds-process.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let feeds: FeedsProcess;
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

/** Marks a week of everybody's, and says so; and that their waits and workers are there to be heard of. */
async function marked(monday: string, marks: string): Promise<void> {
  await hub.admin.query(
    `with week as (
       insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
       select id, child_id, $2, $3 from education.enrolment where child_id = any ($1)),
     said as (insert into education.outbox (topic, child_id) select 'attendance-changed', c from unnest($1::uuid[]) c),
     waits as (insert into health.outbox (topic, child_id) select 'waiting-list-entry-changed', c from unnest($1::uuid[]) c)
     insert into social_care.outbox (topic, child_id) select 'allocation-changed', c from unnest($1::uuid[]) c`,
    [children, monday, Buffer.from(marks)],
  );
}

/** Of each kind, how many facts there are and of how many children. */
async function kinds(): Promise<string[]> {
  const { rows } = await hub.admin.query<{ told: string }>(
    `select kind || ' ' || count(*) || ' of ' || count(distinct child_id) as told from partnership.attention_fact group by kind order by 1`,
  );
  return rows.map(({ told }) => told);
}

const digest = async (): Promise<string | undefined> => (await digestsOf(hub))['partnership'];
const all = (kind: string, each = 1): string => `${kind} ${String(12 * each)} of 12`;
const [fell, waits, unexplained] = [all('ATTENDANCE_FELL'), all('WAIT_PAST_STANDARD'), all('UNEXPLAINED_ABSENCE')];

describe('the feed of what needs attention, killed amid a change of everybody’s registers', () => {
  it('has told nothing of any child by halves, and tells all when it is started again', async () => {
    await marked('2026-11-09', 'N/N/......');
    await feeds.killedWhileWriting('attention_fact', 'insert');
    expect(await kinds()).toEqual([]);
    await feeds.heardToTheEnd();
    expect(await kinds()).toEqual([fell, unexplained, waits]);
  });

  it('keeps what it had, to the digest, where it had told all and not yet said so', async () => {
    const before = await digest();
    const facts = await keptAttention(hub);
    await hub.admin.query(`delete from partnership.event_position where consumer = 'attention-feed'`);
    await feeds.killedWhileWriting('event_position', 'insert or update');
    expect([await digest(), await keptAttention(hub)]).toEqual([before, facts]);
    await feeds.heardToTheEnd();
    expect([await digest(), await keptAttention(hub)]).toEqual([before, facts]);
  });

  it('takes back what is no longer so, killed in that too', async () => {
    await hub.admin.query(`delete from education.attendance_week where week_beginning = '2026-11-09'`);
    await marked('2026-11-09', '//////////');
    await feeds.killedWhileWriting('event_position', 'insert or update');
    await feeds.heardToTheEnd();
    expect(await kinds()).toEqual([waits]);
  });

  it('is the same to the digest after all was said twice and mixed, and after it was made from nothing', async () => {
    await marked('2026-11-16', 'N/N/......');
    await feeds.heardToTheEnd();
    const before = await digest();
    const facts = await keptAttention(hub);
    expect(facts).toHaveLength(36);
    const [feed] = (await hub.assembly.repetitions()).filter(({ consumer: { name } }) => name === 'attention-feed');
    expect(await feed?.replay(inOrder({ times: 2, seed: 7 }), () => undefined)).toBeGreaterThan(200);
    expect([await digest(), await keptAttention(hub)]).toEqual([before, facts]);
    await hub.admin.query('delete from partnership.attention_fact');
    expect(await digest()).not.toBe(before);
    expect(await attentionFromNothing(hub)).toEqual(facts);
    expect(await digest()).toBe(before);
  });
});
