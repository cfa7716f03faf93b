import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';
import { testHub, type TestHub } from '../support/hub.js';
import { marked, onRoll, pupil, suspended, take } from '../support/partner-files.js';

const question = readFileSync(path.join(productRoot, 'bench/roll-page.graphql'), 'utf8');

const urn = '900001';
const pupils = Array.from({ length: 100 }, (_, n) => pupil(n));
const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'];

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into education.school (urn, name, phase, type, status, local_authority_code, local_authority_name)
     values ($1, 'Alder Bank', 'Primary', 'Community school', 'Open', '990', 'Aldermere')`,
    [urn],
  );
  const sen = { sen_provision: 'K', sen_need_primary: 'SEMH' };
  await take(
    hub,
    'school-census',
    pupils.map((of, n) => onRoll(of, urn, '2024-09-02', '', n % 3 === 0 ? sen : {})),
  );
  // One child in two was suspended on the Tuesday, every tenth twice.
  await take(
    hub,
    'attendance',
    pupils.flatMap((of, n) =>
      days.map((date) =>
        n % 2 === 0 && date === days[1] ? marked(of, urn, date, 'E', 'E') : marked(of, urn, date, '/', '\\'),
      ),
    ),
  );
  await take(
    hub,
    'suspensions',
    pupils.flatMap((of, n) => [
      ...(n % 2 === 0 ? [suspended(of, urn, '2026-11-03', '2')] : []),
      ...(n % 10 === 0 ? [suspended(of, urn, '2026-10-05', '1')] : []),
    ]),
  );
});

afterAll(() => hub.close());

/** Puts the first pupils of the roll on the agenda of the school's team, as far as they are not on it. */
async function discuss(many: number): Promise<void> {
  await hub.admin.query(
    `with roll as (
       select s.child_id from partnership.source_record s where s.source_key = any ($2)
         and not exists (select from partnership.agenda_item i where i.child_id = s.child_id)),
     item as (
       insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, meeting_on, until)
       select $1, child_id, 'The test', 'To be discussed', ctx.today(), ctx.today() + 28 from roll
       returning id, child_id)
     insert into access.relationship (child_id, grantee, basis, reference, valid)
     select child_id, 'team:tas:' || $1, 'TEAM_AROUND_SCHOOL', id::text, tstzrange(ctx.now() - interval '1 day', null) from item`,
    [urn, pupils.slice(0, many).map(({ upn }) => upn)],
  );
}

interface OnPage {
  readonly id: string;
  readonly education: {
    readonly enrolments: readonly object[];
    readonly attendance: { readonly possible: number; readonly attended: number };
    readonly sen: { readonly provision: string } | null;
    readonly suspensions: { readonly items: readonly object[]; readonly schoolDaysThisYear: number };
  };
}

async function statements(): Promise<number> {
  const metric = await hub.assembly.metrics.registry.getSingleMetric('hub_sql_statements_total')?.get();
  return (metric?.values ?? []).reduce((sum, { value }) => sum + value, 0);
}

/** The page, and how many statements it took when everything was warm. */
async function page(): Promise<{ readonly children: readonly OnPage[]; readonly statements: number }> {
  const ask = () => hub.post({ persona: 'senco', school: urn }, question, { urn });
  await ask();
  const before = await statements();
  const { body } = await ask();
  expect(body.errors).toBeUndefined();
  const { school } = body.data as { school: { teamAroundSchool: { agenda: readonly { child: OnPage }[] } } };
  return {
    children: school.teamAroundSchool.agenda.map(({ child }) => child),
    statements: (await statements()) - before,
  };
}

describe('a page of a roll, with attendance, needs and suspensions of each child', () => {
  it('takes no more statements for 100 children than for ten, and tells of each the same', async () => {
    await discuss(10);
    const ten = await page();
    expect(ten.children).toHaveLength(10);
    await discuss(100);
    const hundred = await page();
    expect(hundred.children).toHaveLength(100);
    expect(hundred.statements).toBe(ten.statements);
    const told = new Map(hundred.children.map((child) => [child.id, child]));
    for (const child of ten.children) expect(told.get(child.id)).toEqual(child);
    const all = hundred.children.map(({ education }) => education);
    expect(all.filter(({ attendance }) => attendance.possible === 10)).toHaveLength(100);
    expect(all.filter(({ attendance }) => attendance.attended === 8)).toHaveLength(50);
    expect(all.filter(({ sen }) => sen?.provision === 'SEN_SUPPORT')).toHaveLength(34);
    expect(all.flatMap(({ suspensions }) => suspensions.items)).toHaveLength(60);
  });
});
