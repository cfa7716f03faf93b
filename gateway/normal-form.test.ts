import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, parse, print, visit } from 'graphql';
import { formOf, normalForm } from './normal-form.js';

const typename = { kind: 'Field', name: { kind: 'Name', value: '__typename' } };

/** As clients add it: to every selection, at either end. */
const withTypename = (document: DocumentNode, first: boolean): DocumentNode =>
  visit<DocumentNode>(document, {
    SelectionSet: {
      leave: (set) => ({ ...set, selections: first ? [typename, ...set.selections] : [...set.selections, typename] }),
    },
  });

const documents = fc
  .letrec<{ set: string }>((tie) => ({
    set: fc
      .array(
        fc.oneof(
          { maxDepth: 3 },
          fc.constantFrom('name', 'a: name', 'now @skip(if: $x)', 't: __typename', '...F', 'note(at: "x, y")'),
          tie('set').map((inner) => `child { ${inner} }`),
          tie('set').map((inner) => `... on Child { ${inner} }`),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(' ')),
  }))
  .set.map((set) => `query Q($x: Boolean!) { ${set} } fragment F on Child { name }`);

describe('the form a document is compared by', () => {
  it('is the same with __typename everywhere, printed any way, in any order', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (text, first) => {
        const document = parse(text);
        const sent = withTypename({ ...document, definitions: [...document.definitions].reverse() }, first);
        expect(normalForm(sent)).toBe(normalForm(document));
        expect(formOf(`# a note\n${print(sent).replaceAll('\n', ' ,\n')}`, 2000)?.normal).toBe(normalForm(document));
      }),
    );
  });

  it.each([
    ['another field', '{ child { name id } }'],
    ['another argument', '{ child(id: 1) { name } }'],
    ['another name', '{ c: child { name } }'],
    ['__typename under another name', '{ child { name t: __typename } }'],
    ['__typename under a condition', '{ child { name __typename @skip(if: true) } }'],
    ['__typename in the place of the field', '{ child { __typename } }'],
    ['another order of fields', '{ child { id name } }'],
    ['a mutation', 'mutation { child { name } }'],
  ])('is not the same with %s', (_, text) => {
    expect(normalForm(parse(text))).not.toBe(normalForm(parse('{ child { name } }')));
  });

  it('is none of a text that cannot be read, or is longer than it may be', () => {
    expect(formOf('{', 2000)).toBeUndefined();
    expect(formOf('{ a b c d e }', 5)).toBeUndefined();
  });
});
