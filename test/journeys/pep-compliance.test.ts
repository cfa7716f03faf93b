import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { academicTerm } from '../../platform/code-sets/academic-term.js';
import { pepsToMake } from '../../subgraphs/virtual-school/pep/duty/peps-to-make.js';
import { standingPlans, unwritten } from '../../subgraphs/virtual-school/pep/duty/standing-plan.js';
import { onePlanATerm } from '../../subgraphs/virtual-school/pep/one-plan-a-term.js';
import { PepQuality } from '../../subgraphs/virtual-school/pep/pep-quality.js';
import { toldExactly, toldHidden } from '../../subgraphs/virtual-school/pep/compliance/told-compliance.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

const TODAY = '2026-11-20';
const terms = ['2025/26 Autumn', '2025/26 Spring', '2025/26 Summer', '2026/27 Autumn'] as const;

const addDays = (on: string, days: number): string => Temporal.PlainDate.from(on).add({ days }).toString();
const day = fc.integer({ min: 0, max: 440 }).map((days) => addDays('2025-09-01', days));
const written = fc.record({
  term: fc.constantFrom(...terms),
  dueOn: day,
  completedOn: fc.option(
    day.filter((on) => on <= TODAY),
    { freq: 3 },
  ),
  quality: fc.constantFrom(null, PepQuality.RED, PepQuality.AMBER, PepQuality.GREEN, PepQuality.GREEN),
});
const anyChild = fc.record({
  born: fc.constantFrom('2023-02-01', '2012-05-05', '2016-07-30', '2007-11-02'),
  care: fc
    .uniqueArray(day, { minLength: 1, maxLength: 3 })
    .map((days) => [...days].sort())
    .map((days) => days.flatMap((from, at) => (at % 2 === 0 ? [{ from, until: days[at + 1] ?? null }] : []))),
  plans: fc.uniqueArray(written, { maxLength: 4, selector: ({ term }) => term }),
});
const children = fc.sample(anyChild, { numRuns: 150, seed: 20261120 });

let hub: TestHub;
const query = `query Compliance($term: String!) { pepCompliance(term: $term) {
  term from to basis asAt eligible completed percent overdue byQuality { quality count } suppressed } }`;
const ask = async (as: As, term: string) => (await hub.post(as, query, { term })).body;
const head = { persona: 'virtual-school-head' } as const;

beforeAll(async () => {
  hub = await testHub();
  const known = children.map((one) => ({ ...one, id: randomUUID() }));
  const told = JSON.stringify(known);
  await hub.admin.query(
    `insert into partnership.child (child_id, date_of_birth, sex)
     select x.id, x.born, 'UNKNOWN' from jsonb_to_recordset($1) x(id uuid, born date)`,
    [told],
  );
  await hub.admin.query(
    `insert into social_care.status_interval
     select x.id, 'test', 'LOOKED_AFTER/' || c."from", 'LOOKED_AFTER', c."from", c.until
     from jsonb_to_recordset($1) x(id uuid, care jsonb),
       jsonb_to_recordset(x.care) c("from" date, until date)`,
    [told],
  );
  await hub.admin.query(
    `insert into virtual_school.pep (child_id, term, due_on, completed_on, quality)
     select x.id, p.term, p."dueOn", p."completedOn", p.quality
     from jsonb_to_recordset($1) x(id uuid, plans jsonb),
       jsonb_to_recordset(x.plans) p(term text, "dueOn" date, "completedOn" date, quality text)`,
    [told],
  );
  await hub.admin.query(
    `insert into social_care.outbox (topic, child_id) select 'involvement-changed', x.id from jsonb_to_recordset($1) x(id uuid)`,
    [told],
  );
  await settle(hub);
});

afterAll(() => hub.close());

/** The same, child by child, from the rule that the child's own record is told by. */
function countsOf(term: string) {
  const owed = children.flatMap(({ born, care, plans }) => {
    const files = onePlanATerm(plans.map((plan) => ({ ...unwritten, ...plan })));
    return pepsToMake(care, born)
      .filter((duty) => duty.term === term && duty.from <= TODAY)
      .flatMap((duty) => standingPlans(files, [duty]).filter(({ until }) => until !== null));
  });
  const still = owed.filter(({ dueOn, until }) => (until ?? '') > (dueOn < TODAY ? dueOn : TODAY));
  const done = still.filter(({ completedOn }) => completedOn !== null);
  const judged = (quality: PepQuality | null): number => done.filter((plan) => plan.quality === quality).length;
  return {
    ...{ eligible: still.length, completed: done.length },
    overdue: still.filter(({ completedOn, dueOn, until }) => {
      return completedOn === null && dueOn < TODAY && (until ?? '') > TODAY;
    }).length,
    ...{ red: judged(PepQuality.RED), amber: judged(PepQuality.AMBER) },
    ...{ green: judged(PepQuality.GREEN), unjudged: judged(null) },
  };
}

describe('how far the plans of a term are done', () => {
  it.each(terms)('in %s is what the children’s own plans come to, exact to the head', async (term) => {
    const counts = countsOf(term);
    expect(counts.eligible).toBeGreaterThan(20);
    const { data, errors } = await ask(head, term);
    expect(errors).toBeUndefined();
    expect(data?.['pepCompliance']).toMatchObject({ term, basis: 'child', asAt: TODAY, ...toldExactly(counts) });
  });

  it.each(['commissioner', 'analyst'] as const)('is rounded for the %s, and its period said', async (persona) => {
    const { data } = await ask({ persona }, '2026/27 Autumn');
    const period = { from: '2026-09-01', to: '2026-12-31' };
    expect(data?.['pepCompliance']).toMatchObject({ ...period, ...toldHidden(countsOf('2026/27 Autumn')) });
  });

  it.each(['virtual-school-adviser', 'senco', 'headteacher', 'social-worker'] as const)(
    'is refused to a %s',
    async (persona) => {
      const body = await ask({ persona }, '2026/27 Autumn');
      expect(body.data?.['pepCompliance'] ?? null).toBeNull();
      expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['REFUSED']);
    },
  );

  it.each([
    ['Autumn', 'term must be an academic year and a term, for example 2026/27 Autumn.'],
    ['2026/28 Autumn', 'term must be an academic year and a term, for example 2026/27 Autumn.'],
    ['2026/27 Spring', 'term has not begun.'],
    ['2024/25 Summer', 'term is before any Personal Education Plan that is held.'],
  ])('is not asked of %p', async (term, message) => {
    const { errors } = await ask(head, term);
    expect(errors?.map((error) => [error.extensions.code, error.message])).toEqual([['INVALID_INPUT', message]]);
  });

  it('ends with a life, as that is noted', async () => {
    const before = countsOf('2026/27 Autumn').eligible;
    const { rows } = await hub.admin.query<{ id: string }>(
      `insert into access.death select child_id, date '2026-11-01' from virtual_school.pep_to_make
       where term = '2026/27 Autumn' and due_on > '2026-11-20' and made_until > '2026-11-20'
         and made_from < '2026-11-01' limit 1 returning child_id id`,
    );
    const [died] = rows;
    await hub.admin.query(`insert into partnership.outbox (topic, child_id) values ('death-noted', $1)`, [died?.id]);
    await settle(hub);
    const { data } = await ask(head, academicTerm(TODAY));
    const { eligible, completed } = data?.['pepCompliance'] as { eligible: number; completed: number };
    expect([before - eligible, completed <= countsOf('2026/27 Autumn').completed]).toEqual([1, true]);
  });
});
