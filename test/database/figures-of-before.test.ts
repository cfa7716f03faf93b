import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roleNames } from '../../platform/db/names.js';
import { Cohort } from '../../subgraphs/virtual-school/cohort/cohort.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { childId, keep, type Slice } from '../journeys/cohort-figures/slices.js';
import { testHub, type TestHub } from '../support/hub.js';
import { migrateAgain } from '../support/migrated-again.js';
import { rolePrefix } from '../support/templates.js';

const owner = roleNames(rolePrefix).owner(Domain.VIRTUAL_SCHOOL);
const one: Slice = {
  ...{ child: 1, week: '2025-12-08', cohort: Cohort.CHILD_IN_NEED, school: '900001', team: 'North', phase: 'Primary' },
  ...{ sen: 'NONE', fsm: 'NO', possible: 10, attended: 9 },
};

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
  await keep(hub.admin, [
    one,
    // Two teams within a week; a week that begins in one term and has most of its days in the next, and one in the next.
    { ...one, week: '2025-12-15', possible: 4, attended: 4 },
    { ...one, week: '2025-12-15', team: 'South', possible: 6, attended: 1 },
    { ...one, week: '2026-03-30', attended: 5 },
    { ...one, week: '2026-04-20', attended: 7 },
    { ...one, cohort: Cohort.ON_PLAN },
  ]);
  await hub.admin.query(
    'drop table virtual_school.cohort_session_term; alter table virtual_school.cohort_session_week drop column alone',
  );
  await migrateAgain(hub.admin, 'subgraphs/virtual-school/migrations', owner, 'figures_of_a_year');
});
afterAll(() => hub.close());

describe('a hub that had slices before they were added up', () => {
  it('knows which are alone in their week, and what each term adds up to, once it is migrated', async () => {
    const { rows: weeks } = await hub.admin.query(
      `select week_beginning::text week, cohort, team, alone from virtual_school.cohort_session_week
       where not alone order by 1, 2, 3`,
    );
    expect(weeks).toEqual(
      ['North', 'South'].map((team) => ({ week: '2025-12-15', cohort: 'CHILD_IN_NEED', team, alone: false })),
    );
    const { rows: terms } = await hub.admin.query(
      `select child_id, cohort, term_begins::text begins, team, first_week::text first, last_week::text last, possible, attended
       from virtual_school.cohort_session_term order by cohort, term_begins, team`,
    );
    const of = (begins: string, team: string, first: string, last: string, possible: number, attended: number) => ({
      ...{ child_id: childId(1), cohort: 'CHILD_IN_NEED', begins, team, first, last, possible, attended },
    });
    expect(terms).toEqual([
      of('2025-09-01', 'North', '2025-12-08', '2025-12-15', 14, 13),
      of('2025-09-01', 'South', '2025-12-15', '2025-12-15', 6, 1),
      of('2026-04-01', 'North', '2026-03-30', '2026-04-20', 20, 12),
      { ...of('2025-09-01', 'North', '2025-12-08', '2025-12-08', 10, 9), cohort: 'ON_PLAN' },
    ]);
  });

  it('keeps row-level security forced on what was changed', async () => {
    const { rows } = await hub.admin.query(
      `select distinct relrowsecurity and relforcerowsecurity as forced from pg_class
       where oid in ('virtual_school.cohort_session_week'::regclass, 'virtual_school.cohort_session_term'::regclass)`,
    );
    expect(rows).toEqual([{ forced: true }]);
  });
});
