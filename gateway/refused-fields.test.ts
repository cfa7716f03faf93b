import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, getOperationAST, parse, print } from 'graphql';
import { FieldScopes } from './field-scopes.js';
import { nullRefused, permittedQuestion } from './refused-fields.js';

const supergraph = parse(`
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE
  type Query { child: Child! record: Record everyone: [Child!] secret: Secret secrets: Int! @requiresScopes(scopes: [["s"]]) }
  type Child { name: String health: Health plan: Plan }
  interface Record { asAt: String }
  type Health implements Record { asAt: String @requiresScopes(scopes: [["health:read", "deep"], ["all"]]) weeks: Int }
  type Plan { id: ID! @requiresScopes(scopes: [["plan:read"]]) words: String }
  type Secret @requiresScopes(scopes: [["s"]]) { word: String }`);

const schema = buildASTSchema(supergraph);
const rules = FieldScopes.of(supergraph);

function permitted(query: string, ...scopes: string[]) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const form = permittedQuestion(schema, rules, { document, operation }, new Set(scopes));
  const text = form.document && print(form.document).replace(/\s+/g, ' ');
  return { text, paths: form.refused.map(({ path }) => path.join('.')), same: form.document === document };
}

describe('what of a question may be asked', () => {
  it('is the very same document where nothing is refused', () => {
    expect(permitted('{ child { name } }').same).toBe(true);
    expect(permitted('{ child { health { asAt } } }', 'all').same).toBe(true);
    expect(permitted('{ child { health { asAt } } }', 'health:read', 'deep').same).toBe(true);
  });

  it('leaves out a field unless every scope of one list is held', () => {
    expect(permitted('{ child { health { asAt weeks } } }', 'health:read')).toMatchObject({
      text: '{ child { health { asAt: __typename weeks } } }',
      paths: ['child.health.asAt'],
    });
  });

  it('leaves out a field asked of an interface that one of its types refuses', () => {
    expect(permitted('{ record { asAt } }').paths).toEqual(['record.asAt']);
  });

  it('leaves out a field whose type is refused', () => {
    expect(permitted('{ secret { word } child { name } }').paths).toEqual(['secret']);
  });

  it('leaves out the parent of a field that may not be null', () => {
    const form = permitted('{ everyone { plan { words id } health { asAt } } }');
    expect(form.text).toBe('{ everyone { plan: __typename health { asAt: __typename } } }');
    expect(form.paths).toEqual(['everyone.plan', 'everyone.health.asAt']);
  });

  it('is nothing where what may not be null is refused at the top', () => {
    expect(permitted('{ child { name } secrets }').text).toBeNull();
  });

  it('keeps the conditions a field was asked under', () => {
    expect(permitted('query ($x: Boolean!) { child { h: health { asAt @skip(if: $x) } } }').text).toContain(
      'asAt: __typename @skip(if: $x)',
    );
  });
});

describe('an answer without its refused fields', () => {
  const refused = [{ path: ['children', 'plan', 'id'], domain: 'HEALTH' }];

  it('holds null at each place one stood, and nowhere else', () => {
    const data = { children: [{ plan: { id: 'Plan' } }, { plan: null }, null, { plan: {} }] };
    expect(nullRefused(data, refused)).toEqual([{ path: ['children', 0, 'plan', 'id'], domain: 'HEALTH' }]);
    expect(data).toEqual({ children: [{ plan: { id: null } }, { plan: null }, null, { plan: {} }] });
  });

  it('is left alone where there is none', () => {
    expect(nullRefused(null, refused)).toEqual([]);
  });
});
