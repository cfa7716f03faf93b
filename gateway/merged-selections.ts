import {
  type DocumentNode,
  type FieldNode,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/**
 * The same question with each name once in a selection set. The planner puts a list that is asked for twice beside
 * itself (`friends { name } friends { age }`) together by appending: two children would be answered as four. What
 * stands in a fragment it puts together place by place, so that is where a field goes which is asked for on other
 * conditions than its namesake.
 */
export function mergedSelections(document: DocumentNode): DocumentNode {
  return visit(document, { SelectionSet: merged });
}

function merged(set: SelectionSetNode): SelectionSetNode | undefined {
  const selections: SelectionNode[] = [];
  const places = new Map<string, number>();
  for (const node of set.selections) {
    const place = node.kind === Kind.FIELD ? places.get(nameOf(node)) : undefined;
    const namesake = place === undefined ? undefined : selections[place];
    if (node.kind !== Kind.FIELD || place === undefined || namesake?.kind !== Kind.FIELD) {
      if (node.kind === Kind.FIELD) places.set(nameOf(node), selections.length);
      selections.push(node);
    } else if (conditions(node) === conditions(namesake)) {
      selections[place] = both(namesake, node);
    } else {
      selections.push(inFragment(node));
    }
  }
  return places.size === 0 || selections.every((node, at) => node === set.selections[at])
    ? undefined
    : { ...set, selections };
}

const nameOf = (node: FieldNode): string => node.alias?.value ?? node.name.value;

const conditions = (node: FieldNode): string => (node.directives ?? []).map(print).sort().join(' ');

const inFragment = (node: FieldNode): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [node] },
});

function both(first: FieldNode, second: FieldNode): FieldNode {
  const selections = [...(first.selectionSet?.selections ?? []), ...(second.selectionSet?.selections ?? [])];
  return selections.length === 0 ? first : { ...first, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
