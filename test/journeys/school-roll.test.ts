import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { takeSeat } from '../support/meeting-table.js';

/** Who is on a school’s roll, by name, to whoever belongs to the team around it. */

const { school, council } = place;
const senco: As = { persona: 'senco' };
const lead: As = { persona: 'team-around-school-lead', school };
const names = [
  ['Zander', 'Ábel'],
  ['Ada', 'Abbott'],
  ['Bo', 'Abbott'],
  ['Cleo', 'adams'],
  ['Dot', 'Young'],
] as const;

let hub: TestHub;
const ids: string[] = [];

beforeAll(async () => {
  hub = await testHub();
  for (const [given, family] of names) {
    const id = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${school}` }]);
    await hub.admin.query('update partnership.child set given = $2, family = $3 where child_id = $1', [
      id,
      given,
      family,
    ]);
    ids.push(id);
  }
  // Of no name, and of another school.
  const [nameless, stranger] = [
    await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${school}` }]),
    await arrangeChild(hub.admin, [
      { basis: 'SCHOOL_ROLL', grantee: 'org:900002' },
      { basis: 'RESIDENCE', grantee: `org:${council}` },
    ]),
  ];
  await hub.admin.query('update partnership.child set given = null, family = null where child_id = $1', [nameless]);
  ids.push(nameless, stranger);
  await takeSeat(hub, lead);
});

afterAll(() => hub.close());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const question = `query Roll($of: [_Any!]!, $first: Int, $after: String) { _entities(representations: $of) { ... on School {
  teamAroundSchool { roll(first: $first, after: $after) { edges { cursor node { id name { family } } } pageInfo { hasNextPage endCursor } } } } } }`;

const ask = (as: As, asked: object, urn: string = school) =>
  hub.ask('partnership', as, question, { of: [{ __typename: 'School', urn }], ...asked });

async function page(as: As, asked: object = {}): Promise<Page> {
  const { data, errors } = await ask(as, asked);
  expect(errors).toBeUndefined();
  const [found] = data?.['_entities'] as { teamAroundSchool: { roll: Page } }[];
  return found?.teamAroundSchool.roll ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
}

const of = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);
const byName = (): string[] => [1, 2, 0, 3, 4, 5].map((at) => ids[at] ?? '');

describe('the roll of a school', () => {
  it('is by name, capitals and accents aside, and has whoever has no name last', async () => {
    expect(of(await page(senco))).toEqual(byName());
  });

  it('is the same however long a page is, and a cursor names nobody', async () => {
    for (const first of [1, 2, 5, 6]) {
      const found: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const one: Page = await page(senco, { first, after });
        found.push(...of(one));
        expect(one.edges.map(({ cursor }) => cursor)).toEqual(of(one));
        more = one.pageInfo.hasNextPage;
        after = one.pageInfo.endCursor;
      }
      expect(found).toEqual(byName());
    }
  });

  it('shows a member no more than they may see of each child', async () => {
    expect(of(await page(lead))).toEqual([]);
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       values ($1, 'team:tas:' || $2, 'TEAM_AROUND_SCHOOL', 'test', '[2026-11-01,)')`,
      [ids[3], school],
    );
    expect(of(await page(lead))).toEqual([ids[3]]);
  });

  it('goes on after a child whom the reader sees, and after nobody else: where it does would tell of a name', async () => {
    for (const after of [ids[6], '00000000-0000-4000-8000-000000000000', 'x', ids[4]]) {
      const { errors } = await ask(after === ids[4] ? lead : senco, { after });
      expect(errors?.map(({ message }) => message)).toEqual(['after must be a cursor of this list.']);
    }
    const { errors } = await ask(senco, { first: 101 });
    expect(errors?.map(({ message }) => message)).toEqual(['first must be from 1 to 100.']);
  });

  it('opens no more children than it tells of, and the next', async () => {
    await page(senco, { first: 2 });
    const { rows } = await hub.admin.query<{ many: number }>(
      `select cardinality((a.requests[1]).permitted) many from access.audit_unit a
       where (a.requests[1]).operation = 'teamAroundSchool.roll' order by a.seq desc limit 1`,
    );
    expect(rows[0]?.many).toBe(3);
  });

  it('has nobody who has died, and nobody who left', async () => {
    await hub.admin.query(`insert into access.death (child_id, died_on) values ($1, '2026-11-18')`, [ids[1]]);
    await hub.admin.query(
      `update access.relationship set valid = '[2025-01-01,2026-11-01)' where child_id = $1 and basis = 'SCHOOL_ROLL'`,
      [ids[2]],
    );
    expect(of(await page(senco))).toEqual([0, 3, 4, 5].map((at) => ids[at]));
    expect(of(await page(senco, { first: 1 }))).toEqual([ids[0]]);
  });

  it('is refused outside the team', async () => {
    const others: As[] = [{ persona: 'senco', school: '900002' }, { persona: 'educational-psychologist' }];
    for (const as of others) {
      const { errors } = await ask(as, {});
      expect((errors?.[0]?.extensions as { code: string }).code).toBe('REFUSED');
    }
  });
});
