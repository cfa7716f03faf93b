import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from 'pg';
import type { Tier } from '../../platform/access/rule.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { type Domain } from '../../platform/vocabulary/domain.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Asking, auditOf, type OpenedUnit, openUnit, requestIdOf } from '../support/opening.js';
import { type Fault, installBefore, mistake, openedBefore, type Outcome } from '../support/opening-before.js';
import {
  anyUnit,
  anyWorld,
  arrangeKeys,
  type Asker,
  build,
  type RandomUnit,
  widenRules,
  type World,
  worldChildren,
} from '../support/opening-world.js';

let hub: TestHub;
let admin: Client;

beforeAll(async () => {
  hub = await testHub();
  admin = hub.admin;
  await arrangeKeys(admin);
  await widenRules(admin);
  await installBefore(admin);
});

afterAll(() => hub.close());

async function vouch(asker: Asker): Promise<Voucher> {
  if ('system' in asker) return (await hub.assembly.minter(asker.system)).vouchForSystem();
  return hub.voucher({ persona: 'senco', claims: asker });
}

const acts = ['READ', 'WRITE'] as const;

/** Every set that the unit might have opened, and its neighbours: the domain whose facts they are and who holds them changed about. */
function neighbours(opens: readonly (readonly Asking[])[]): (readonly [Domain, Domain, Tier, 'READ' | 'WRITE'])[] {
  const requests = opens.flat();
  const seen = new Map<string, readonly [Domain, Domain, Tier, 'READ' | 'WRITE']>();
  for (const { holder, about, tier } of requests)
    for (const act of acts)
      for (const set of [
        [holder, about, tier, act],
        [about, holder, tier, act],
        [holder, holder, tier, act],
      ] as const)
        seen.set(set.join(' '), set);
  return [...seen.values()];
}

/** The unit opened as it is done now, seen through the same functions as every other test of it. */
async function openedNow(voucher: Voucher, opens: readonly (readonly Asking[])[]): Promise<Outcome> {
  const answers: OpenedUnit[] = [];
  for (const requests of opens) answers.push(...(await openUnit(admin, voucher, requests)));
  const asked = neighbours(opens);
  const sets = await admin.query<{ name: string; ids: string[] }>(
    `select concat_ws(' ', holder, about, tier, act) as name, array(select distinct i from unnest(ids) i order by i) ids
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) s(holder, about, tier, act)
     cross join lateral ctx.permitted(holder, about, tier, act) ids where cardinality(ids) > 0`,
    [0, 1, 2, 3].map((column) => asked.map((set) => set[column])),
  );
  await admin.query('set local role hubtest_health');
  const links = await admin.query<{ id: string }>(`select asked || ' ' || held id from ctx.keys($1) order by id`, [
    worldChildren,
  ]);
  await admin.query('reset role');
  return {
    answers,
    audit: await auditOf(admin, requestIdOf(voucher)),
    sets: Object.fromEntries(sets.rows.map(({ name, ids }) => [name, ids])),
    links: links.rows.map(({ id }) => id),
  };
}

/** In an order of their own: what is permitted, and whom keys lead to, are sets. */
const ordered = ({ answers, audit, ...rest }: Outcome): Outcome => ({
  ...rest,
  // One row a holder carries all its requests: those of two holders have no order between them.
  audit: [...audit].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  answers: answers.map(({ permitted, subjects, died, version }) => ({
    permitted: [...permitted].sort(),
    // Nor did a list say that it may go on: opening-keys.test.ts asks for that.
    subjects: subjects.filter(([key]) => key !== 'more').sort(),
    died,
    version,
    // There were none then: opening-facets-random.test.ts has an oracle of its own.
    facets: {},
    // Nor figures of groups.
    entitled: null,
  })),
});

/** Everything done within the transaction is undone; what failed has its SQLSTATE for an outcome. */
async function undoneTo(work: () => Promise<Outcome>): Promise<Outcome> {
  await admin.query('savepoint opening');
  try {
    return ordered(await work());
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    return { failed: code, answers: [], audit: [], sets: {}, links: [] };
  } finally {
    await admin.query('rollback to savepoint opening');
  }
}

const person = (was: string, becomes: string): Fault => ({ file: 'decide_person.sql', was, becomes });
const opening = (was: string, becomes: string): Fault => ({ file: 'open.sql', was, becomes });

interface Pair {
  readonly now: Outcome;
  readonly before: Outcome;
}

async function bothOf({ asker, opens }: RandomUnit): Promise<Pair> {
  const voucher = await vouch(asker);
  const now = await undoneTo(() => openedNow(voucher, opens));
  const before = await undoneTo(() => openedBefore(admin, voucher, opens));
  return { now, before };
}

/** Works in a world of its own, which is gone afterwards. */
async function inWorld<T>(world: World, work: () => Promise<T>): Promise<T> {
  await admin.query('begin');
  try {
    await build(admin, world);
    return await work();
  } finally {
    await admin.query('rollback');
  }
}

const worlds = (numRuns: number, seed: number): World[] => fc.sample(anyWorld, { numRuns, seed });
const units = (numRuns: number, seed: number): RandomUnit[] => fc.sample(anyUnit, { numRuns, seed });

describe('the opening of a unit, beside what it was', () => {
  it('answers, permits and writes down the same for some thousands of requests of random callers', async () => {
    const seen: Record<string, number> = { requests: 0, failed: 0 };
    for (const [n, world] of worlds(20, 1).entries()) {
      await inWorld(world, async () => {
        for (const unit of units(30, n)) {
          const { now, before } = await bothOf(unit);
          // With the question beside it: a difference says how it came about.
          expect({ unit, ...now }).toEqual({ unit, ...before });
          if (now.failed !== undefined) seen['failed'] = (seen['failed'] ?? 0) + 1;
          for (const { decision } of now.audit) seen[decision] = (seen[decision] ?? 0) + 1;
          seen['requests'] = (seen['requests'] ?? 0) + now.audit.length;
        }
      });
    }
    // Of each there were many: nothing here is equal for want of anything to compare.
    for (const decision of ['PERMITTED', 'SILENT', 'REFUSED', 'SYSTEM', 'failed'])
      expect({ decision, often: (seen[decision] ?? 0) > 20 }).toEqual({ decision, often: true });
    expect(seen['requests']).toBeGreaterThan(3000);
  });

  const faults: Readonly<Record<string, Fault>> = {
    'a restriction is forgotten': person('and near.asked not in (select hidden.asked from hidden)', ''),
    'a restriction holds on its last day': person('x.until > (select ctx.today())', 'x.until >= (select ctx.today())'),
    'nobody is cleared for a restriction': person('cl.role = c', 'false and cl.role = c'),
    'a restriction counts under its own id alone': person(
      'h.asked from h join access.restriction',
      'h.held asked from h join access.restriction',
    ),
    'an objection to every domain is forgotten': person('o.about is null or', ''),
    'an objection to every purpose is forgotten': person('o.purpose is null or', ''),
    'an objection stands against safeguarding': person("c ->> 'purpose' = 'SAFEGUARDING' or", ''),
    'an agreement that ended is in force': person('and ag.valid @> (select ctx.now())', ''),
    'a relationship that ended is in force': person('and re.valid @> (select ctx.now())', ''),
    'a poorer outcome goes before a fuller': person(
      "'FULL' then 0 when 'REDACTED' then 1 else 2",
      "'FULL' then 2 when 'REDACTED' then 1 else 0",
    ),
    'another version is written down': person('max(ru.version)', 'min(ru.version)'),
    'a linked id is left out': person('select distinct h.held from h', 'select distinct h.asked from h'),
    'a refusal is taken for silence': person("then 'REFUSED'", "then 'SILENT'"),
    'a set is as wide as the unit': opening(
      '(e.holder, e.about, e.tier) = (d.holder, d.about, d.tier)',
      '(e.holder, e.tier) = (d.holder, d.tier)',
    ),
    'what may be changed is not seen': opening("a.act = 'READ' or e.act = 'WRITE'", 'a.act = e.act'),
    'the later of two days of death is told': opening('min(x.died_on)', 'max(x.died_on)'),
    'a key leads to a child who is not shared': opening(
      'case when p ->> 1 in',
      "case when p ->> 1 not in ('') or p ->> 1 in",
    ),
    'links are told of the first request’s children alone': opening(
      'array(select distinct i from decided e cross join unnest(e.permitted) i)))',
      'array(select distinct i from decided e cross join unnest(e.permitted) i where e.n = 1)))',
    ),
    'a system reads who is forgotten': {
      file: 'decide_system.sql',
      was: "x.r ->> 'act' = 'WRITE' or",
      becomes: 'true or',
    },
    'a system does what is not its own': {
      file: 'decide_system.sql',
      was: "where not (c -> 'operations') ?",
      becomes: "where false and not (c -> 'operations') ?",
    },
    'a seat that ended is one still': { file: 'grantees.sql', was: 'and valid @> (select ctx.now())', becomes: '' },
    'a list has no order': {
      file: 'children_of.sql',
      was: 'order by child limit',
      becomes: 'order by child desc limit',
    },
    'a list is of somebody else': {
      file: 'children_of.sql',
      was: 're.grantee = any (g) and re.valid',
      becomes: 're.valid',
    },
    'a key leads to another than the shown id': {
      file: 'children_of.sql',
      was: 'select s.id, coalesce(a.canonical, s.child_id) child',
      becomes: 'select s.id, s.child_id child',
    },
    'a search finds in another order': { file: 'found.sql', was: 'f.score desc', becomes: 'f.score' },
  };

  it.each(Object.entries(faults))('is told apart where %s', async (_, fault) => {
    let noticed = 0;
    for (const [n, world] of worlds(20, 1).entries()) {
      await inWorld(world, async () => {
        await mistake(admin, fault);
        for (const unit of units(30, n)) {
          const { now, before } = await bothOf(unit);
          if (!isDeepStrictEqual(now, before)) noticed += 1;
          if (noticed > 0) return;
        }
      });
      if (noticed > 0) break;
    }
    expect(noticed).toBeGreaterThan(0);
  });
});
