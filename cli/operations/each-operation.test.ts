import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, print, separateOperations } from 'graphql';
import { eachOperation } from './each-operation.js';

/** Documents of operations and fragments of different names, spread in one another without a circle. */
const documents = fc
  .tuple(
    fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { maxLength: 6 }),
    fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([fragments, operations, fragmentsFirst]) => {
    const spreads = (numbers: readonly number[]): string => numbers.map((n) => `...F${String(n)}`).join(' ');
    const parts = fragments.map(
      (uses, at) => `fragment F${String(at)} on T { x ${spreads(uses.filter((n) => n > at))} }`,
    );
    const asked = operations.map((uses, at) => `query Q${String(at)} { x ${spreads(uses)} }`);
    return (fragmentsFirst ? [...parts, ...asked] : [...asked, ...parts]).join('\n');
  });

describe('the operations of a document, taken apart', () => {
  it('are those of graphql itself where no name stands twice', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = parse(text);
        const ours = eachOperation(document).operations.map(({ name, document: own }) => [name, print(own)]);
        const theirs = Object.entries(separateOperations(document)).map(([name, own]) => [name, print(own)]);
        expect(ours).toEqual(theirs);
      }),
    );
  });

  it('are all of them where one does, beside the fragments that none needs', () => {
    const { operations, loose } = eachOperation(
      parse('query A { x } query A { y ...F } fragment F on T { x } fragment G on T { x }'),
    );
    expect(operations.map(({ name }) => name)).toEqual(['A', 'A']);
    expect(operations.map(({ document }) => document.definitions.length)).toEqual([1, 2]);
    expect(print(loose)).toContain('fragment G');
    expect(loose.definitions).toHaveLength(1);
  });
});
