import { describe, expect, it } from '@jest/globals';
import fc, { type GeneratorValue } from 'fast-check';
import { buildSchema, type DocumentNode, parse, validate } from 'graphql';
import { attackQuestions } from '../../bench/attack-questions.js';
import { checkDocument } from '../../gateway/document-limits.js';
import { Documents } from '../../gateway/documents.js';
import { defaultLimits } from '../../gateway/limits.js';
import type { DocumentOutcome } from '../../gateway/metrics.js';
import { checkText } from '../../gateway/text-limits.js';

const schema = buildSchema(`
  type Query { child(id: ID!): Child children: [Child!] }
  type Child { name: String record: Record friends: [Child!] }
  type Record { asAt: String child: Child }`);

const each = Object.entries(attackQuestions('record', 'name'));

/** How often anything reads a part of a document: what validating it costs, on any machine. */
function readsOf(document: DocumentNode): { document: DocumentNode; reads: () => number } {
  let reads = 0;
  const known = new WeakMap<object, object>();
  const watched = <Part extends object>(part: Part): Part => {
    const proxy = known.get(part) ?? new Proxy(part, handler);
    known.set(part, proxy);
    return proxy as Part;
  };
  const handler: ProxyHandler<object> = {
    get: (target, key) => {
      reads += 1;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'object' && value !== null && !Object.isFrozen(target) ? watched(value) : value;
    },
  };
  return { document: watched(document), reads: () => reads };
}

function validationReads(query: string): number {
  const { document, reads } = readsOf(parse(query, { noLocation: true }));
  validate(schema, document, undefined, { maxErrors: 1 });
  return reads();
}

/** What is read of the largest ordinary question, every limit nearly reached. */
const ordinary = validationReads(
  `{ ${Array.from({ length: 9 }, (_, at) => `a${String(at)}: children { ${'friends { name record { asAt } } '.repeat(5)} }`).join(' ')} }`,
);

describe('a cheap question that costs much', () => {
  it.each(each)('is refused before it is validated, and not read again: %s', (_, query) => {
    const outcomes: DocumentOutcome[] = [];
    const documentRead = (outcome: DocumentOutcome): void => void outcomes.push(outcome);
    const documents = new Documents(schema, { limits: defaultLimits, safelist: null, production: false, documentRead });
    const asked = (): unknown => documents.find({ query, variables: {} });
    expect(asked).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(asked).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(outcomes).toEqual(['too_large', 'refused_again']);
  });

  it.each([
    ['an alias', '{ __proto__: __typename }'],
    ['an operation', 'query __proto__ { __typename }'],
    ['a variable', 'query ($__proto__: ID!) { child(id: $__proto__) { name } }'],
    ['an argument’s part', '{ child(id: { __proto__: 1 }) { name } }'],
    ['a fragment', '{ ...__proto__ } fragment __proto__ on Query { __typename }'],
  ])('is refused that calls %s __proto__', (_, query) => {
    const documents = new Documents(schema, { limits: defaultLimits, safelist: null, production: false });
    expect(() => documents.find({ query, variables: {} })).toThrow('Nothing can be called __proto__.');
  });

  it('is not on the safelist in production', () => {
    const safelist = new Map([['f'.repeat(64), '{ __typename }']]);
    const documents = new Documents(schema, { limits: defaultLimits, safelist, production: true });
    for (const [, query] of each) expect(() => documents.find({ query, variables: {} })).toThrow('not on the safelist');
  });

  it('is refused again without another word', () => {
    const documents = new Documents(schema, { limits: defaultLimits, safelist: null, production: false });
    const refusal = (): unknown => {
      try {
        return documents.find({ query: '{ nothing }', variables: {} });
      } catch (error) {
        return error;
      }
    };
    expect(refusal()).toBe(refusal());
  });

  it('would have been read many times as often as what may be asked', () => {
    const [[, siblings] = ['', '']] = each;
    expect(validationReads(siblings)).toBeGreaterThan(ordinary);
  });
});

/** A selection of a child's fields, with the same names again and again, some of them in fragments. */
function selection(pick: GeneratorValue, depth: number): string {
  const parts = Array.from({ length: pick(fc.integer, { min: 1, max: 4 }) }, () => {
    const kind = depth > 1 ? pick(fc.nat, 3) : 0;
    const inner = kind > 1 ? selection(pick, depth - 1) : '';
    const field = ['name', 'record { asAt asAt }', `friends { ${inner} }`, `record { child { ${inner} } }`][kind] ?? '';
    const again = `${field} `.repeat(pick(fc.integer, { min: 1, max: depth > 2 ? 4 : 20 }));
    return pick(fc.boolean) ? again : `... { ${again} }`;
  });
  return parts.join(' ');
}

describe('whatever the limits let through', () => {
  it('is validated in a bounded number of steps', () => {
    let passed = 0;
    fc.assert(
      fc.property(fc.gen(), (pick) => {
        const query = `{ children { ${selection(pick, 4)} } }`;
        try {
          checkText(query, defaultLimits);
          checkDocument(parse(query, { maxTokens: defaultLimits.tokens }), defaultLimits);
        } catch {
          return;
        }
        passed += 1;
        expect(validationReads(query)).toBeLessThan(2 * ordinary);
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(20);
  });
});
