import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Behind } from '../events/behind.repository.js';
import { Domain } from '../vocabulary/domain.js';
import { noteCopies, ToldByCopies } from './told-by-copies.js';

const feeds = [
  { name: 'team-feed', shownIn: ['Child.team'] },
  { name: 'death-feed', shownIn: ['Child.diedOn', 'Child.team'] },
  { name: 'silent-feed' },
];
const schema = (): GraphQLSchema =>
  noteCopies(
    buildSchema(
      'type Query { children: [Child] child: Child } type Child { name: String team: [String] diedOn: String }',
    ),
    feeds,
  );

const child = { name: 'Robin', team: ['Jo'], diedOn: null };

async function asked(
  source: string,
  behind: () => Promise<Behind>,
  rootValue: object = { child, children: [child, child] },
) {
  const copies = new ToldByCopies(behind);
  const { data, errors = [] } = await graphql({ schema: schema(), source, rootValue, contextValue: { copies } });
  const failed = errors.map((error) => error.toJSON());
  return { data: JSON.parse(JSON.stringify(data)) as unknown, late: (await copies.late(failed)).map(named) };
}

const named = ({ path, extensions }: GraphQLFormattedError): string =>
  `${(path ?? []).join('.')} ${String(extensions?.['domain'])} ${String(extensions?.['code'])}`;

const late: Behind = new Map([
  ['team-feed', [Domain.HEALTH, Domain.EDUCATION]],
  ['death-feed', [Domain.HEALTH]],
]);
const withLate = (): Promise<Behind> => Promise.resolve(late);

describe('a field that is made of copies', () => {
  it('is shown as it is, and names each domain that is late once', async () => {
    expect(await asked('{ child { name team diedOn } }', withLate)).toEqual({
      data: { child },
      late: [
        'child.team EDUCATION SUBGRAPH_UNAVAILABLE',
        'child.team HEALTH SUBGRAPH_UNAVAILABLE',
        'child.diedOn HEALTH SUBGRAPH_UNAVAILABLE',
      ],
    });
  });

  it('says nothing where its feeds have heard all, nor of what is not asked for', async () => {
    expect((await asked('{ child { team } }', () => Promise.resolve(new Map()))).late).toEqual([]);
    expect((await asked('{ child { name } }', withLate)).late).toEqual([]);
  });

  it('is named once in a list, and once in each place that it is asked for in', async () => {
    expect((await asked('{ children { diedOn } child { diedOn } again: child { diedOn } }', withLate)).late).toEqual([
      'children.0.diedOn HEALTH SUBGRAPH_UNAVAILABLE',
      'child.diedOn HEALTH SUBGRAPH_UNAVAILABLE',
      'again.diedOn HEALTH SUBGRAPH_UNAVAILABLE',
    ]);
  });

  it('asks how far the feeds have got before it is read', async () => {
    const order: string[] = [];
    const behind = (): Promise<Behind> => {
      order.push('feeds');
      return withLate();
    };
    await asked('{ child { team } }', behind, { child: { team: () => (order.push('copy'), ['Jo']) } });
    expect(order).toEqual(['feeds', 'copy']);
  });

  it('is not late as well where it could not be given', async () => {
    const broken = {
      team: () => {
        throw new Error('refused');
      },
    };
    expect((await asked('{ child { team diedOn } }', withLate, { child: broken })).late).toEqual([
      'child.diedOn HEALTH SUBGRAPH_UNAVAILABLE',
    ]);
  });

  it('says that it may be late where that could not be asked', async () => {
    const { data, late: said } = await asked('{ child { team } }', () => Promise.reject(new Error('away')));
    expect(data).toEqual({ child: { team: ['Jo'] } });
    expect(said).toEqual(['child.team undefined SUBGRAPH_UNAVAILABLE']);
  });
});

describe('a feed that is said to be shown in a field', () => {
  it.each(['Child.teams', 'Childs.team', 'Child'])('is refused where there is no such field: %s', (field) => {
    expect(() => noteCopies(schema(), [{ name: 'team-feed', shownIn: [field] }])).toThrow(
      `team-feed is said to be shown in ${field}.`,
    );
  });
});
