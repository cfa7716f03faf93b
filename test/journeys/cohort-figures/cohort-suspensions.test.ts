import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { operations } from '../../../cli/schema-files.js';
import { Cohort } from '../../../subgraphs/virtual-school/cohort/cohort.js';
import { type As, testHub, type TestHub } from '../../support/hub.js';
import { childId, keep, type Slice, slices } from './slices.js';

const question = operations().find(({ name }) => name === 'cohort-suspensions')?.text ?? '';
const head = { persona: 'virtual-school-head' } as const;
const academicYear = '2025/26';

/** A suspension that counts for a cohort, as it is kept. */
interface Suspended extends Pick<Slice, 'child' | 'cohort' | 'school' | 'phase' | 'sen' | 'fsm'> {
  readonly startedOn: string;
  readonly category: 'SUSPENSION' | 'PERMANENT';
  readonly sessions: number;
}

interface Cell {
  readonly cohort: Cohort;
  readonly key: readonly string[];
  readonly children: number | null;
  readonly suspensions: number | null;
  readonly childrenSuspended: number | null;
  readonly permanentExclusions: number | null;
  readonly lostDays: number | null;
  readonly suppressed: boolean;
  readonly comparatorOfChildren: { readonly percent: number } | null;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

async function ask(as: As, by: readonly string[], year = academicYear) {
  const { body } = await hub.post(as, question, { academicYear: year, by });
  const cells = (body.data?.['cohortSuspensions'] ?? null) as Cell[] | null;
  return { cells, codes: body.errors?.map(({ extensions }) => extensions.code) };
}

/** Puts these into the read model, and into the copy that they are of, in the place of what was there. */
async function suspend(all: readonly Suspended[]): Promise<void> {
  await hub.admin.query('delete from virtual_school.cohort_suspension; delete from virtual_school.kept_suspension');
  const rows = JSON.stringify(all.map(({ child, ...one }) => ({ id: childId(child), ...one })));
  const shape =
    'id uuid, cohort text, school text, "startedOn" date, category text, phase text, sen text, fsm text, sessions int';
  await hub.admin.query(
    `insert into virtual_school.cohort_suspension (child_id, cohort, school_urn, started_on, category, week_beginning, team, phase,
       sen_provision, free_school_meals, sessions, believed_from)
     select id, cohort, school, "startedOn", category, date_trunc('week', "startedOn")::date, '', phase, sen, fsm, sessions, now()
     from jsonb_to_recordset($1) x(${shape})`,
    [rows],
  );
  await hub.admin.query(
    `insert into virtual_school.kept_suspension (child_id, school_urn, started_on, category, sessions)
     select distinct id, school, "startedOn", category, sessions from jsonb_to_recordset($1) x(${shape}) on conflict do nothing`,
    [rows],
  );
}

const suspension = fc
  .record({
    child: fc.nat(11),
    cohort: fc.constantFrom(Cohort.CHILD_PROTECTION, Cohort.CHILD_IN_NEED, Cohort.LOOKED_AFTER),
    school: fc.constantFrom('900001', '900002'),
    at: fc.nat(4),
    category: fc.constantFrom('SUSPENSION' as const, 'SUSPENSION' as const, 'PERMANENT' as const),
    sen: fc.constantFrom('NONE', 'EHC_PLAN'),
    fsm: fc.constantFrom('YES', 'UNKNOWN'),
    sessions: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ at, school, category, sessions, ...one }): Suspended => ({
    ...{ ...one, school, category, phase: school === '900001' ? 'Primary' : 'Secondary' },
    sessions: category === 'PERMANENT' ? 0 : sessions,
    // The first and the last day of the year, and days on either side of it.
    startedOn: ['2025-08-29', '2025-09-01', '2025-12-10', '2026-08-31', '2026-09-01'][at] ?? '',
  }));
const suspensions = fc.uniqueArray(suspension, {
  ...{ minLength: 1, maxLength: 40 },
  selector: (one) => [one.child, one.cohort, one.school, one.startedOn, one.category].join(),
});

type Divided = Pick<Slice, 'cohort' | 'school' | 'phase' | 'sen' | 'fsm'>;
const valueOf: Readonly<Record<string, (one: Divided) => string>> = {
  SCHOOL: ({ school }) => school,
  PHASE: ({ phase }) => phase,
  SEN_PROVISION: ({ sen }) => sen,
  FREE_SCHOOL_MEALS: ({ fsm }) => fsm,
};

/** One after the other. */
function byHand(all: readonly Slice[], suspended: readonly Suspended[], by: readonly string[]) {
  const keyOf = (one: Divided): string => JSON.stringify([one.cohort, ...by.map((name) => valueOf[name]?.(one))]);
  const own = suspended.filter(({ startedOn }) => '2025-09-01' <= startedOn && startedOn <= '2026-08-31');
  const keys = [...new Set([...all, ...own].map(keyOf))].sort();
  return keys.map((key) => {
    const here = own.filter((one) => keyOf(one) === key);
    const some = here.filter(({ category }) => category === 'SUSPENSION');
    const [cohort, ...group] = JSON.parse(key) as [string, ...string[]];
    return {
      ...{ cohort, key: group, suppressed: false },
      children: new Set(all.filter((one) => keyOf(one) === key).map(({ child }) => child)).size,
      suspensions: some.length,
      childrenSuspended: new Set(some.map(({ child }) => child)).size,
      permanentExclusions: here.length - some.length,
      lostDays: here.reduce((sum, { sessions }) => sum + sessions, 0) / 2,
    };
  });
}

const inOrder = (cells: readonly Pick<Cell, 'cohort' | 'key'>[]) =>
  [...cells].sort((a, b) => (JSON.stringify([a.cohort, a.key]) < JSON.stringify([b.cohort, b.key]) ? -1 : 1));

describe('figures of the suspensions of each cohort', () => {
  it('are those of a slow count, child by child, however they are divided', async () => {
    const by = fc.shuffledSubarray(Object.keys(valueOf), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(slices, suspensions, by, async (all, suspended, dimensions) => {
        await keep(hub.admin, all);
        await suspend(suspended);
        const { cells } = await ask(head, dimensions);
        expect(inOrder(cells ?? [])).toMatchObject(inOrder(byHand(all, suspended, dimensions) as never));
        expect(cells).toHaveLength(byHand(all, suspended, dimensions).length);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  const many = (cohort: Cohort, children: number, suspended: number, from = 0): [Slice[], Suspended[]] => {
    const of = { cohort, school: '900001', phase: 'Primary', sen: 'NONE', fsm: 'NO' };
    const numbers = Array.from({ length: children }, (_, at) => from + at);
    return [
      numbers.map((child) => ({ ...of, child, week: '2025-12-08', team: '', possible: 10, attended: 9 })),
      numbers
        .slice(0, suspended)
        .map((child) => ({ ...of, child, startedOn: '2025-12-10', category: 'SUSPENSION', sessions: 3 })),
    ];
  };

  it('are told to those who plan services of three cohorts, with small numbers hidden, and undivided', async () => {
    const [[looked, some], [plans, few], [before, others]] = [
      many(Cohort.LOOKED_AFTER, 43, 12),
      many(Cohort.CHILD_PROTECTION, 30, 7, 50),
      many(Cohort.EVER_SOCIAL_WORKER, 40, 20, 100),
    ];
    await keep(hub.admin, [...looked, ...plans, ...before]);
    await suspend([...some, ...few, ...others]);
    const { cells } = await ask({ persona: 'commissioner' }, []);
    const nothing = { children: null, suspensions: null, childrenSuspended: null, lostDays: null, suppressed: true };
    expect(inOrder(cells ?? [])).toMatchObject([
      { cohort: 'CHILD_PROTECTION', ...nothing, comparatorOfChildren: null },
      { cohort: 'EVER_SOCIAL_WORKER', ...nothing },
      {
        ...{ cohort: 'LOOKED_AFTER', children: 45, suspensions: 10, childrenSuspended: 10, lostDays: 20 },
        ...{ suppressed: false, comparatorOfChildren: { percent: 14.55 } },
      },
    ]);
    expect((await ask({ persona: 'analyst' }, ['SCHOOL'])).codes).toEqual(['INVALID_INPUT']);
  });

  it('are null and not none where no school told of any', async () => {
    await keep(hub.admin, many(Cohort.LOOKED_AFTER, 3, 0)[0]);
    await suspend([]);
    expect((await ask(head, [])).cells).toMatchObject([{ children: 3, suspensions: null, lostDays: null }]);
  });

  it('are nobody else’s to ask, and of no year to come', async () => {
    expect(await ask({ persona: 'headteacher' }, [])).toEqual({ cells: null, codes: ['REFUSED'] });
    expect(await ask(head, [], '2027/28')).toEqual({ cells: null, codes: ['INVALID_INPUT'] });
    expect(await ask(head, ['SCHOOL', 'SCHOOL'])).toEqual({ cells: null, codes: ['INVALID_INPUT'] });
  });
});
