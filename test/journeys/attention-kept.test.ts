import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;

const senco: As = { persona: 'senco' };
const week = '2026-11-16';
const roll = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const marked = (child: string, marks: string) =>
  hub.admin.query(
    `insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
     select id, child_id, $2, $3 from education.enrolment where child_id = $1
     on conflict (enrolment_id, week_beginning) do update set marks = excluded.marks`,
    [child, week, Buffer.from(marks)],
  );

async function say(child: string, topic: string, schema = 'education'): Promise<void> {
  await hub.admin.query(`insert into ${schema}.outbox (topic, child_id) values ($1, $2)`, [topic, child]);
}

/** Says that a child’s registers changed, and lets every feed work. */
async function heard(...children: readonly string[]): Promise<void> {
  for (const child of children) await say(child, 'attendance-changed');
  await settle(hub);
}

/** What of education’s facts the child is told to need attention for; null where the child is not shown. */
async function kinds(child: string, as: As = senco): Promise<string[] | null> {
  const { body } = await hub.post(as, 'query A($id: ID!) { child(id: $id) { attention { kind domain } } }', {
    id: child,
  });
  const seen = body.data?.['child'] as { attention: { kind: string; domain: string }[] } | null;
  return seen?.attention.filter(({ domain }) => domain === 'EDUCATION').map(({ kind }) => kind) ?? null;
}

const held = async (): Promise<unknown[]> =>
  (
    await hub.admin.query<Record<string, unknown>>(
      'select child_id, domain, fact_key, fact, since, stands_from, stands_until, xmin::text from partnership.attention_fact order by 1, 2, 3',
    )
  ).rows;

describe('what needs attention', () => {
  it('follows its domain: told, told otherwise, and taken back', async () => {
    const child = await arrangeChild(hub.admin, [roll]);
    await marked(child, 'N/N/......');
    await heard(child);
    // Of four weeks before one alone is known, of 9 sessions in 10.
    expect(await kinds(child)).toEqual(['UNEXPLAINED_ABSENCE', 'ATTENDANCE_FELL']);
    await marked(child, 'I/N/......');
    await heard(child);
    expect(await kinds(child)).toEqual(['ATTENDANCE_FELL']);
    await marked(child, '//////////');
    await heard(child);
    expect(await kinds(child)).toEqual([]);
  });

  it('is not written again where it is told again', async () => {
    const child = await arrangeChild(hub.admin, [roll]);
    await marked(child, 'N/N/......');
    await heard(child);
    const before = await held();
    expect(before.length).toBeGreaterThan(0);
    await heard(child, child);
    await heard(child);
    expect(await held()).toEqual(before);
  });

  it('is told once of what two records of one child tell', async () => {
    const child = await arrangeChild(hub.admin, [roll]);
    await hub.admin.query(
      `insert into education.enrolment (id, child_id, urn, entry_on, status)
       select gen_random_uuid(), $1, urn, '2026-11-18', 'CURRENT' from unnest(array['900002', '900003']) urn`,
      [child],
    );
    await heard(child);
    expect(await kinds(child)).toEqual(['SCHOOL_MOVE']);
  });

  it('is whole again after a feed fell over in the middle, and after everything is told anew', async () => {
    const children = [await arrangeChild(hub.admin, [roll]), await arrangeChild(hub.admin, [roll])];
    for (const child of children) await marked(child, 'N/N/......');
    const facts = `select child_id, fact_key, fact from partnership.attention_fact where child_id = any ($1) order by 1, 2`;
    await hub.admin.query(`create function partnership.fall_over() returns trigger language plpgsql as $$
       begin if new.fact_key like 'UNEXPLAINED%' then raise exception 'ended in the middle'; end if; return new; end $$;
       create trigger fall_over after insert on partnership.attention_fact for each row execute function partnership.fall_over()`);
    for (const child of children) await say(child, 'attendance-changed');
    await expect(settle(hub)).rejects.toThrow();
    expect((await hub.admin.query(facts, [children])).rows).toEqual([]);
    await hub.admin.query(
      'drop trigger fall_over on partnership.attention_fact; drop function partnership.fall_over()',
    );
    await settle(hub);
    const { rows } = await hub.admin.query(facts, [children]);
    expect(rows).toHaveLength(4);
    await hub.admin.query('delete from partnership.attention_fact where child_id = any ($1)', [children]);
    await heard(...children);
    expect((await hub.admin.query(facts, [children])).rows).toEqual(rows);
  });

  it('is one child’s of records that are linked, and each its own when they are taken apart', async () => {
    const one = await arrangeChild(hub.admin, [roll]);
    const two = await arrangeChild(hub.admin, [{ basis: 'CASELOAD', grantee: 'person:sw-001' }]);
    const worker: As = { persona: 'social-worker' };
    await marked(two, 'N/N/......');
    await heard(one, two);
    expect([await kinds(one), await kinds(two), await kinds(two, worker)]).toEqual([
      [],
      null,
      ['UNEXPLAINED_ABSENCE', 'ATTENDANCE_FELL'],
    ]);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [two, one]);
    await say(one, 'child-linked', 'partnership');
    await settle(hub);
    for (const as of [senco, worker]) expect(await kinds(one, as)).toContain('UNEXPLAINED_ABSENCE');
    expect(new Set((await held()).map((row) => (row as { child_id: string }).child_id)).has(two)).toBe(false);
    await hub.admin.query('delete from access.child_alias where held = $1', [two]);
    for (const child of [one, two]) await say(child, 'child-linked', 'partnership');
    await settle(hub);
    expect([await kinds(one), await kinds(two, worker)]).toEqual([[], ['UNEXPLAINED_ABSENCE', 'ATTENDANCE_FELL']]);
  });
});
