import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from 'pg';
import { operations } from '../../cli/schema-files.js';
import type { OpenRequest } from '../../platform/db/merge-requests.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { scoreOf } from '../../subgraphs/partnership/search/score.test-support.js';
import type { Searchable } from '../../subgraphs/partnership/search/search-keys.js';
import { type Sought, searchTerms } from '../../subgraphs/partnership/search/search-terms.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { place } from '../support/arrange.js';
import { arrangeNamed, type NamedChild } from '../support/arrange-names.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let app: Client;
const question = operations().find(({ name }) => name === 'search-children')?.text ?? '';
const short =
  'query S($family: String!, $given: String, $dateOfBirth: Date, $first: Int) { searchChildren(family: $family, given: $given, dateOfBirth: $dateOfBirth, first: $first) { id } }';

const roll = [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }];
const otherRoll = [{ basis: 'SCHOOL_ROLL', grantee: 'org:900002' }];
const resident = [{ basis: 'RESIDENCE', grantee: `org:${place.council}` }];

// Everybody may look up 30 times a minute: each test is somebody else at the same school.
let people = 0;
const somebody = (persona: Role = 'senco'): As => ({ persona, claims: { sub: `${persona}-${String(++people)}` } });

beforeAll(async () => {
  hub = await testHub({ area: true });
  app = await hub.appClient(Domain.PARTNERSHIP);
});

afterAll(() => hub.close());

const arrange = (child: NamedChild): Promise<string> => arrangeNamed(hub.admin, child);

async function ids(as: As, sought: Partial<Sought> & { family: string; first?: number }): Promise<string[]> {
  const { data, errors } = await hub.ask('partnership', as, short, sought);
  expect(errors).toBeUndefined();
  return (data?.['searchChildren'] as { id: string }[]).map(({ id }) => id);
}

const codeOf = async (as: As, sought: object): Promise<unknown> =>
  (await hub.ask('partnership', as, short, { ...sought })).errors?.[0]?.extensions?.['code'];

async function hide(id: string, kind = 'SEALED'): Promise<void> {
  await hub.admin.query(`insert into access.restriction values ($1, $2, '2026-01-01', null)`, [id, kind]);
}

describe('a search through the gateway', () => {
  it('finds a child of the sample by a name slightly wrong, and shows who it is', async () => {
    const { body } = await hub.post({ persona: 'senco' }, question, { family: 'Adeyimi', given: 'Tamsyn' });
    expect(body.errors).toBeUndefined();
    expect(body.data).toMatchObject({
      searchChildren: [{ id: hub.story('all-five').id, name: { given: 'Tamsin', family: 'Adeyemi' } }],
    });
  });
});

describe('a search', () => {
  it('finds only children whom a relationship connects to the caller', async () => {
    const own = await arrange({ family: 'Quillfeather', given: 'Ada', relations: roll });
    await arrange({ family: 'Quillfeather', given: 'Ada', relations: otherRoll });
    await arrange({ family: 'Quillfeather', given: 'Ada', relations: resident });
    expect(await ids(somebody(), { family: 'Quillfeather', given: 'Ada' })).toEqual([own]);
    expect(await ids(somebody('social-worker'), { family: 'Quillfeather' })).toEqual([]);
  });

  it('answers the best first: the same, a letter wrong, what sounds alike; by date as it is, swapped, one digit out', async () => {
    const named = (family: string, dateOfBirth: string) =>
      arrange({ family, given: 'Nell', dateOfBirth, relations: roll });
    const [far, sound, near, digit, swapped, same] = [
      await named('Hargrevaes', '2011-12-12'),
      await named('Hurgrivs', '2014-05-06'),
      await named('Hargraeves', '2014-05-06'),
      await named('Hargreaves', '2014-05-08'),
      await named('Hargreaves', '2014-06-05'),
      await named('Hargreaves', '2014-05-06'),
    ];
    const found = await ids(somebody(), { family: 'Hargreaves', dateOfBirth: '2014-05-06' });
    const among = new Set([far, sound, near, digit, swapped, same]);
    expect(found.filter((id) => among.has(id))).toEqual([same, swapped, digit, near, sound, far]);
  });

  it('answers as many as were asked for, and no hidden child takes a place', async () => {
    const [first, second] = [
      await arrange({ family: 'Ormerod', given: 'Ida', dateOfBirth: '2015-01-01', relations: roll }),
      await arrange({ family: 'Ormerod', given: 'Ida', dateOfBirth: '2015-01-09', relations: roll }),
    ];
    const sought = { family: 'Ormerod', given: 'Ida', dateOfBirth: '2015-01-01' };
    const as = somebody();
    expect(await ids(as, sought)).toEqual([first, second]);
    for (let n = 0; n < 120; n++) {
      const hidden = await arrange({ ...sought, relations: roll });
      if (n % 2) await hide(hidden);
      else
        await hub.admin.query(
          `insert into access.objection values ($1, 'PARTNERSHIP', null, tstzrange('2026-01-01', null), 'test')`,
          [hidden],
        );
    }
    expect(await ids(as, sought)).toEqual([first, second]);
    expect(await ids(as, { ...sought, first: 1 })).toEqual([first]);
  });

  it('finds those who live in the council’s area, and no one who does not', async () => {
    const own = await arrange({ family: 'Zinnemann', given: 'Otto', relations: resident });
    const hidden = await arrange({ family: 'Zinnemann', given: 'Otto', relations: resident });
    await hide(hidden, 'ADOPTION');
    await arrange({ family: 'Zinnemann', given: 'Otto', relations: [{ basis: 'RESIDENCE', grantee: 'org:991' }] });
    await arrange({ family: 'Zinnemann', given: 'Otto' });
    expect(await ids(somebody('send-officer'), { family: 'Zineman', given: 'Oto' })).toEqual([own]);
    expect(await ids(somebody('send-officer'), { family: 'Zinn' })).toEqual([own]);
  });

  it('shows a child of several records once, by the id the child is shown by', async () => {
    const shown = await arrange({ family: 'Featherstonehaugh', given: 'Ivo' });
    const held = await arrange({ family: 'Featherstonehaugh', given: 'Ivo', relations: roll });
    await hub.admin.query('insert into access.child_alias values ($1, $2)', [held, shown]);
    expect(await ids(somebody(), { family: 'Fetherstonhaugh' })).toEqual([shown]);
  });

  it('asks for two letters of a family name, and for 1 to 50 children', async () => {
    for (const sought of [{ family: 'X' }, { family: ' -’ ' }, { family: 'Xu', first: 0 }, { family: 'Xu', first: 51 }])
      expect(await codeOf(somebody(), sought)).toBe('INVALID_INPUT');
  });

  it('is refused to a role that sees no child, and written down', async () => {
    const as: As = { persona: 'analyst', claims: { sub: 'analyst-9', scopes: ['partnership:read'] } };
    expect(await codeOf(as, { family: 'Smith' })).toBe('REFUSED');
    const { rows } = await hub.admin.query(`select decision, asked from partnership.audit where actor = 'analyst-9'`);
    expect(rows).toEqual([{ decision: 'REFUSED', asked: [] }]);
  });

  it('writes one audit row, with whom it showed and a hash in place of the name', async () => {
    const found = await arrange({ family: 'Wolstenholme', given: 'Una', relations: roll });
    const as = somebody();
    await ids(as, { family: 'Wolstenholme', given: 'Una', dateOfBirth: '2013-04-05' });
    await ids(as, { family: 'Wolstenholme', given: 'Nobody' });
    const { rows } = await hub.admin.query<{ line: string; subjects: string[] }>(
      `select a::text line, kind, tier, act, asked, permitted, decision, subjects from partnership.audit a where actor = $1 order by seq`,
      [as.claims?.sub],
    );
    const row = { kind: 'search', tier: 'T1', act: 'READ' };
    expect(rows).toMatchObject([
      { ...row, asked: [found], permitted: [found], decision: 'PERMITTED' },
      { ...row, asked: [], permitted: [], decision: 'SILENT' },
    ]);
    for (const { line, subjects } of rows) {
      expect(line).not.toMatch(/wolsten|una|2013-/i);
      expect(subjects).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    }
  });

  it('may be asked, with look-ups by number, thirty times a minute', async () => {
    const as = somebody();
    const number = 'query N { childByIdentifier(type: UPN, value: "X123") { id } }';
    for (let n = 0; n < 15; n++) {
      await ids(as, { family: 'Smith', first: 1 });
      await hub.ask('partnership', as, number);
    }
    expect(await codeOf(as, { family: 'Smith' })).toBe('REFUSED');
    expect((await hub.ask('partnership', as, number)).errors).toMatchObject([{ extensions: { code: 'REFUSED' } }]);
    expect(await codeOf(somebody(), { family: 'Smith' })).toBeUndefined();
  });

  it('is counted one by one where many are sent in one request', async () => {
    const many = Array.from({ length: 31 }, (_, n) => `s${String(n)}: searchChildren(family: "Smith") { id }`);
    const { errors } = await hub.ask('partnership', somebody(), `query Many { ${many.join(' ')} }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REFUSED' });
  });
});

describe('the database, asked to match', () => {
  const names = fc.constantFrom(
    'Smith',
    'Smyth',
    'Smit',
    'Schmidt',
    'Smith-Jones',
    'Jones',
    'Johns',
    'Ann',
    'Anne',
    'Joan',
  );
  const dates = fc.constantFrom('2014-05-06', '2014-06-05', '2014-05-07', '2012-11-30');
  const child = fc.record({
    family: names,
    given: names,
    preferred: fc.option(names),
    previousFamily: fc.array(names, { maxLength: 1 }),
    dateOfBirth: fc.option(dates),
  });
  const sought = fc.record({ family: names, given: fc.option(names), dateOfBirth: fc.option(dates) });

  it('gives each child the worth that is worked out the slow way, whether named one by one or by area', async () => {
    const sample = fc.sample(child, { numRuns: 60, seed: 11 });
    const relations = [{ basis: 'RESIDENCE', grantee: 'org:777' }];
    const children: Searchable[] = [];
    for (const one of sample) children.push({ ...one, childId: await arrange({ ...one, relations }) });
    for (const one of fc.sample(sought, { numRuns: 40, seed: 12 })) {
      const terms = searchTerms(one);
      const slow = children.flatMap((held) => {
        const score = scoreOf(held, terms);
        return score === null ? [] : [[held.childId, score] as const];
      });
      for (const [circle, areas] of [
        [children.map(({ childId }) => childId), []],
        [[], ['org:777', 'person:x']],
      ]) {
        const { rows } = await hub.admin.query<{ child_id: string; score: number }>(
          'select child_id, max(score) score from partnership.matching($1, $2, $3) group by 1',
          [circle, areas, JSON.stringify(terms)],
        );
        expect(new Map(rows.map(({ child_id: id, score }) => [id, score]))).toEqual(new Map(slow));
      }
    }
  });

  it('shows the app’s own login no one’s search keys, and matches nobody for it', async () => {
    expect((await app.query('select from partnership.search_entry')).rowCount).toBe(0);
    for (const statement of [
      `select partnership.matching('{}', '{org:990}', '[]')`,
      `select access.found(null, '{}', 'partnership')`,
      `select access.areas_of('T1', '{00000000-0000-0000-0000-000000000001}')`,
      `insert into partnership.search_entry values (gen_random_uuid(), '{}', 'org:990')`,
    ]) {
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('shows it, within a search, the keys of those found and of no other', async () => {
    const own = await arrange({ family: 'Xenakis', given: 'Lia', relations: roll });
    await arrange({ family: 'Xenakis', given: 'Lia', relations: otherRoll });
    const { claims, tag } = await hub.voucher(somebody());
    const request: OpenRequest = {
      ...({
        holder: Domain.PARTNERSHIP,
        about: Domain.PARTNERSHIP,
        tier: 'T1',
        act: 'READ',
        operation: 'test',
      } as const),
      kind: 'search',
      keys: ['hash'],
      sought: { terms: searchTerms({ family: 'Xenakis', given: null, dateOfBirth: null }), first: 50 },
    };
    await app.query('begin');
    await app.query(openStatement({ claims, tag }, [request]));
    const { rows } = await app.query('select child_id from partnership.search_entry');
    await app.query('rollback');
    expect(rows).toEqual([{ child_id: own }]);
  });
});
