import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { productRoot } from '../../platform/config/product-root.js';
import { roleNames } from '../../platform/db/names.js';
import { sqlMigrations } from '../../platform/db/sql-migration.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { YearlyReturn } from '../../subgraphs/social-care/yearly-return/yearly-return.js';
import { plansOf } from '../../subgraphs/social-care/yearly-return/plans-of.js';
import { standing } from '../../subgraphs/social-care/yearly-return/standing.js';
import { statusesOf } from '../../subgraphs/social-care/yearly-return/statuses-of.js';
import { testHub, type TestHub } from '../support/hub.js';
import { rolePrefix } from '../support/templates.js';

const [inNeed, inCare] = [randomUUID(), randomUUID()];
let hub: TestHub;

/** The table that the second migration made, made again from what stands beside it now. */
async function migrateAgain(): Promise<void> {
  const folder = path.join(productRoot, 'subgraphs/social-care/migrations');
  const owner = roleNames(rolePrefix).owner(Domain.SOCIAL_CARE);
  const Second = sqlMigrations(folder, owner, { prefix: rolePrefix, owner })[1];
  if (!Second) throw new Error('There is no second migration.');
  const runner = { query: (sql: string) => hub.admin.query(sql) } as unknown as QueryRunner;
  await hub.admin.query('begin');
  await new Second().up(runner);
  await hub.admin.query('commit');
}

/** A status that was held, as it was kept while a return was the whole history. */
async function held(child: string, source: string, status: string, from: string, until: string | null): Promise<void> {
  await hub.admin.query('insert into social_care.status_interval values ($1, $2, $3, $4, $5, $6)', [
    child,
    source,
    `${status}/${from}`,
    status,
    from,
    until,
  ]);
}

async function returnsOf(child: string): Promise<YearlyReturn[]> {
  const { rows } = await hub.admin.query<YearlyReturn>(
    'select year, whole, spells from social_care.yearly_return where child_id = $1 order by year',
    [child],
  );
  return rows;
}

const statuses = (returns: readonly YearlyReturn[]): unknown[] =>
  statusesOf(standing(returns)).map(({ status, from, until }) => [status, from, until]);

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query('drop table social_care.yearly_return');
  await held(inNeed, 'cin-census', 'ASSESSMENT', '2024-05-01', '2024-06-03');
  await held(inNeed, 'cin-census', 'CHILD_PROTECTION', '2024-06-03', '2025-01-20');
  await held(inNeed, 'cin-census', 'ASSESSMENT', '2025-01-20', null);
  await hub.admin.query(
    `insert into social_care.care_plan values ($1, 'cin-census', 'CHILD_PROTECTION/2024-06-03', 'CHILD_PROTECTION', '2024-06-03', '2025-01-20', '2024-08-28', null)`,
    [inNeed],
  );
  await held(inCare, 'ssda903', 'LOOKED_AFTER', '2023-04-03', '2024-09-10');
  await held(inCare, 'ssda903', 'PREVIOUSLY_LOOKED_AFTER', '2024-09-10', '2025-10-01');
  await held(inCare, 'ssda903', 'KINSHIP', '2024-09-10', '2025-10-01');
  await held(inCare, 'ssda903', 'LOOKED_AFTER', '2025-10-01', null);
  await migrateAgain();
});
afterAll(() => hub.close());

describe('what was taken in before returns had years', () => {
  it('is a return of the year of the last day it tells of, from which the same is shown', async () => {
    const cases = await returnsOf(inNeed);
    expect(cases.map(({ year, whole }) => [year, whole])).toEqual([[2025, false]]);
    expect(statuses(cases)).toEqual([
      ['ASSESSMENT', '2024-05-01', '2024-06-03'],
      ['ASSESSMENT', '2025-01-20', null],
      ['CHILD_PROTECTION', '2024-06-03', '2025-01-20'],
    ]);
    expect(plansOf(standing(cases))).toMatchObject([{ startedOn: '2024-06-03', reviewedOn: '2024-08-28' }]);
    const care = await returnsOf(inCare);
    expect(care.map(({ year, whole }) => [year, whole])).toEqual([[2026, false]]);
    expect(statuses(care)).toEqual([
      ['LOOKED_AFTER', '2023-04-03', '2024-09-10'],
      ['LOOKED_AFTER', '2025-10-01', null],
      ['PREVIOUSLY_LOOKED_AFTER', '2024-09-10', '2025-10-01'],
      ['KINSHIP', '2024-09-10', '2025-10-01'],
    ]);
  });

  it('stays shown as it was', async () => {
    const { rows } = await hub.admin.query('select from social_care.status_interval');
    expect(rows).toHaveLength(7);
  });

  it('stands under row-level security like the rest', async () => {
    const { rows } = await hub.admin.query(
      `select relname from pg_class where relnamespace = 'social_care'::regnamespace
       and relname in ('status_interval', 'care_plan', 'yearly_return') and relrowsecurity and relforcerowsecurity order by 1`,
    );
    expect(rows).toEqual([{ relname: 'care_plan' }, { relname: 'status_interval' }, { relname: 'yearly_return' }]);
  });
});
