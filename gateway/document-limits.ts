import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Limits } from './limits.js';
import { add, Measure, nothing, type Size } from './measure.js';
import { comparisonsOf } from './namesakes.js';
import { tooLarge } from './too-large.js';

const words: Readonly<Record<keyof Size, string>> = {
  depth: 'levels deep',
  nesting: 'selections within one another',
  aliases: 'aliases',
  rootFields: 'fields at the top',
  directives: 'directives',
  fields: 'fields',
  fragments: 'uses of fragments',
};

/** These count for the document as a whole: validation reads all of it, whichever operation is to run. */
const together: readonly (keyof Size)[] = ['fields', 'fragments'];

/**
 * Refuses a document of which any definition is beyond the limits, or all are together; run before validation, which
 * is itself costly. A fragment that nothing uses is measured as if it were asked. Answers how many fields it has.
 */
export function checkDocument(document: DocumentNode, limits: Limits): number {
  if (document.definitions.length > limits.definitions) throw tooLarge(limits.definitions, 'operations and fragments');
  const measure = new Measure(document);
  let total = nothing;
  const roots: SelectionSetNode[] = [];
  const take = (set: SelectionSetNode, directives: number): void => {
    const size = add({ ...nothing, directives }, measure.of(set));
    total = add(total, size);
    within(size, limits, Object.keys(words) as (keyof Size)[]);
    within(total, limits, together);
    roots.push(set);
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) take(node.selectionSet, directivesOf(node));
  }
  for (const [name, { selectionSet, directives }] of measure.fragments) {
    if (!measure.has(name)) take(selectionSet, directives?.length ?? 0);
  }
  let comparisons = 0;
  for (const set of roots) {
    comparisons += comparisonsOf(set, measure.fragments, limits);
    if (comparisons > limits.comparisons) throw tooLarge(limits.comparisons, 'comparisons of fields of one name');
  }
  return total.fields;
}

const directivesOf = ({ directives, variableDefinitions }: OperationDefinitionNode): number =>
  (variableDefinitions ?? []).reduce((sum, each) => sum + (each.directives?.length ?? 0), directives?.length ?? 0);

function within(size: Size, limits: Limits, which: readonly (keyof Size)[]): void {
  for (const limit of which) if (size[limit] > limits[limit]) throw tooLarge(limits[limit], words[limit]);
}
