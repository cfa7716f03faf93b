import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let children: readonly string[];

const today = '2026-11-20';

beforeAll(async () => {
  hub = await testHub();
  const [school, worker] = [
    { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
    { basis: 'CASELOAD', grantee: 'person:sw-001' },
  ];
  children = await Promise.all(
    [[school], [worker], [school, worker], [school, worker], []].map((relations) => arrangeChild(hub.admin, relations)),
  );
  // Of whom nobody is told who may not see the child.
  await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01')`, [children[3]]);
});

afterAll(() => hub.close());

const sources = [
  ...(['EDUCATION T2', 'HEALTH T3', 'VIRTUAL_SCHOOL T2', 'SOCIAL_CARE T3', 'SOCIAL_CARE T3 HISTORY'] as const),
  ...([
    'SOCIAL_CARE T3 today',
    'SOCIAL_CARE T3 once',
    'PARTNERSHIP T1',
    'PARTNERSHIP T2',
    'PARTNERSHIP T2 team',
  ] as const),
  ...(['PARTNERSHIP T2 other team', 'PARTNERSHIP T4'] as const),
  ...(['EDUCATION T3 today', 'EDUCATION T3 once', 'EDUCATION T3 tomorrow'] as const),
];
type Source = (typeof sources)[number];

/** A reader, which of the children they are connected with, and what of a child they are shown. */
interface Reader {
  readonly as: As;
  readonly of: readonly number[];
  readonly shown: ReadonlySet<Source>;
}

const ofBoth = [
  'EDUCATION T3 today',
  'EDUCATION T2',
  'HEALTH T3',
  'VIRTUAL_SCHOOL T2',
  'SOCIAL_CARE T3',
  'PARTNERSHIP T1',
  'PARTNERSHIP T2',
] as const;
const readers: readonly Reader[] = [
  {
    as: { persona: 'senco' },
    of: [0, 2],
    shown: new Set([...ofBoth, 'SOCIAL_CARE T3 today', 'PARTNERSHIP T2 team']),
  },
  {
    as: { persona: 'social-worker' },
    of: [1, 2],
    shown: new Set([...ofBoth, 'SOCIAL_CARE T3 HISTORY', 'PARTNERSHIP T4']),
  },
  { as: { persona: 'send-officer' }, of: [], shown: new Set() },
];

/** A change of one of the children: at which of some few moments the hub learnt it, and when it could first be told. */
const aChange = fc.record({
  child: fc.nat(4),
  source: fc.constantFrom(...sources),
  at: fc.nat(5),
  heard: fc.nat(5),
});
type Drawn = typeof aChange extends fc.Arbitrary<infer One> ? One : never;

/** On which days a change is told that is not told on every day. */
const laidOut: Readonly<Record<string, readonly [string, string | null]>> = {
  today: [today, '2027-09-01'],
  once: ['2026-10-01', today],
  tomorrow: ['2026-11-21', '2027-09-01'],
};

const moment = (at: number): string => new Date(Date.UTC(2026, 10, 2) + at * 1000).toISOString();

/** Lays the changes in place of all there are, and answers their ids in order. */
async function lay(drawn: readonly Drawn[]): Promise<readonly string[]> {
  await hub.admin.query('delete from partnership.change');
  const rows = drawn.map(({ child, source, at, heard }, number) => {
    const [domain, tier, more = ''] = source.split(/ (T\d) ?/);
    const days = laidOut[more] ?? [null, null];
    const team = { team: place.school, 'other team': '900002' }[more] ?? null;
    return {
      ...{ child: children[child], domain, tier, key: String(number), at: moment(at), heard: moment(heard), team },
      ...{ facet: more === 'HISTORY' ? more : null, from: days[0], until: days[1] },
    };
  });
  const { rows: laid } = await hub.admin.query<{ id: string }>(
    `with laid as (
       insert into partnership.change (child_id, domain, tier, change_key, facet, team_urn, told_from, told_until, at, heard_at, what)
       select child, domain, tier, key, facet, team, "from", until, at, heard, 'A fact'
       from jsonb_to_recordset($1) x(child uuid, domain text, tier text, key text, facet text, team text, "from" date, until date,
         at timestamptz, heard timestamptz)
       returning id, change_key)
     select id from laid order by change_key::int`,
    [JSON.stringify(rows)],
  );
  return laid.map(({ id }) => id);
}

/** What a reader is told in pages of so many, by going on after the last of each full one. */
async function toldInPages({ as }: Reader, since: string, first: number): Promise<string[]> {
  const question =
    'query Changes($since: DateTime!, $first: Int, $after: String) { changes(since: $since, first: $first, after: $after) { id } }';
  const found: string[] = [];
  for (let after: string | undefined, full = true; full; after = found.at(-1)) {
    const { data, errors } = await hub.ask('partnership', as, question, { since, first, after });
    expect(errors).toBeUndefined();
    const page = (data as { changes: { id: string }[] }).changes.map(({ id }) => id);
    expect(page.length).toBeLessThanOrEqual(first);
    found.push(...page);
    full = page.length === first;
  }
  return found.map((id) => id.split('.')[1] ?? '');
}

it('tells each reader, in pages of any length, what going through all changes one by one comes to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aChange, { maxLength: 24 }),
      fc.integer({ min: -1, max: 5 }),
      fc.integer({ min: 1, max: 6 }),
      async (drawn, since, first) => {
        const ids = await lay(drawn);
        for (const reader of readers) {
          const expected = drawn
            .map((one, number) => ({ ...one, id: ids[number] ?? '' }))
            .filter(
              ({ child, source, heard }) => reader.of.includes(child) && reader.shown.has(source) && heard > since,
            )
            .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
            .map(({ id }) => id);
          expect(await toldInPages(reader, moment(since), first)).toEqual(expected);
        }
      },
    ),
    { numRuns: 15 },
  );
});
