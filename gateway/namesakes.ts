import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Limits } from './limits.js';
import { tooLarge } from './too-large.js';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * What validation will have to compare: it holds each field against every other that would stand under the same name
 * in the same place of the answer, through fragments and through what is below both. Walks what is asked spread out,
 * so only within the limits on fields and fragments. Throws where one place has too many of one name.
 */
export function comparisonsOf(root: SelectionSetNode, fragments: Fragments, limits: Limits): number {
  let sum = 0;
  const places: SelectionSetNode[][] = [[root]];
  for (let place = places.pop(); place; place = places.pop()) {
    for (const namesakes of byName(place, fragments).values()) {
      if (namesakes.length > limits.namesakes) throw tooLarge(limits.namesakes, 'fields of one name in one place');
      const below = namesakes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) places.push(below);
      if (namesakes.length < 2) continue;
      const each = namesakes.reduce((weight, node) => weight + 1 + weightOf(node.arguments), 0);
      sum += (namesakes.length - 1) * each;
    }
  }
  return sum;
}

function byName(sets: readonly SelectionSetNode[], fragments: Fragments): Map<string, FieldNode[]> {
  const names = new Map<string, FieldNode[]>();
  const open = [...sets];
  for (let set = open.pop(); set; set = open.pop()) {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const known = names.get(name);
        if (known) known.push(node);
        else names.set(name, [node]);
        continue;
      }
      const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (inner) open.push(inner.selectionSet);
    }
  }
  return names;
}

/** How many parts a field's arguments have. */
function weightOf(given: readonly ArgumentNode[] | undefined): number {
  let parts = 0;
  for (const argument of given ?? []) visit(argument, { enter: () => void (parts += 1) });
  return parts;
}
