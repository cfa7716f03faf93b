import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../access/rule.js';
import type { Consumer } from '../events/consumer.js';
import type { Cube } from '../access/cube.js';
import { Domain } from '../vocabulary/domain.js';
import type { Concept } from './concept.js';
import { subgraphOf } from './subgraph-of.js';

class OneResolver {
  readonly is = 'OneResolver';
}
class OtherResolver {
  readonly is = 'OtherResolver';
}
class OneRow {
  readonly is = 'OneRow';
}
class OneType {
  readonly is = 'OneType';
}
const policy: Policy = { domain: Domain.HEALTH, version: 'test', rules: [] };
const cube = { name: 'one-cube' } as Cube;
const consumer = { name: 'one-feed' } as Consumer;
const one: Concept<object> = {
  ...{
    rows: [OneRow],
    policies: [policy],
    cubes: [cube],
    bases: ['REFERRAL'],
    resolvers: [OneResolver],
    orphanedTypes: [OneType],
  },
  ...{ references: { One: () => 1 }, owns: ['One'], openFields: ['One.id'], consumers: [consumer] },
};
const of = (...concepts: readonly Concept<object>[]) =>
  subgraphOf({ domain: Domain.SOCIAL_CARE, services: () => ({}), concepts });

describe('a subgraph of concepts', () => {
  it('has what each of them brings, in their order, and its own folder', () => {
    const { schema, rows, resolvers, references, orphanedTypes, owns, openFields, consumers } = of(one, {
      resolvers: [OtherResolver],
      references: { Other: () => 2 },
    });
    expect({ rows, resolvers, orphanedTypes, owns, openFields, consumers }).toEqual({
      rows: [OneRow],
      resolvers: [OneResolver, OtherResolver],
      orphanedTypes: [OneType],
      owns: ['One'],
      openFields: ['One.id'],
      consumers: [consumer],
    });
    expect(Object.keys(references)).toEqual(['One', 'Other']);
    expect(schema.policies).toEqual([policy]);
    expect(schema.cubes).toEqual([cube]);
    expect(schema.bases).toEqual(['REFERRAL']);
    expect(schema.migrations).toMatch(/subgraphs\/social-care\/migrations$/);
    expect(schema.functions).toMatch(/subgraphs\/social-care\/functions$/);
  });

  it.each([
    ['OneRow', { rows: [OneRow] }],
    ['one policy', { policies: [policy] }],
    ['one-cube', { cubes: [cube] }],
    ['REFERRAL', { bases: ['REFERRAL'] }],
    ['OneResolver', { resolvers: [OneResolver] }],
    ['OneType', { orphanedTypes: [OneType] }],
    ['One', { references: { One: () => 2 } }],
    ['One', { owns: ['One'] }],
    ['One.id', { openFields: ['One.id'] }],
    ['one-feed', { consumers: [consumer] }],
  ] as const)('is not built where two of them bring %s', (named, other) => {
    expect(() => of(one, other as unknown as Concept<object>)).toThrow(`Two concepts of SOCIAL_CARE bring ${named}.`);
  });

  it('offers the sources of each, made for the area it is handed', () => {
    const area = { council: '123' } as never;
    const offering = (name: string): Concept<object> => ({
      ingest: ({ council }) => [{ name: `${name} of ${council}` } as never],
    });
    expect(of(offering('a'), {}, offering('b')).ingest?.(area)).toEqual([{ name: 'a of 123' }, { name: 'b of 123' }]);
  });
});
