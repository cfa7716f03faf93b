import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from 'graphql';

/** The operations of a document, each with the fragments it needs, and the fragments that none of them does. */
export interface Separated {
  readonly operations: readonly { readonly name: string | undefined; readonly document: DocumentNode }[];
  readonly loose: DocumentNode;
}

const documentOf = (definitions: DocumentNode['definitions']): DocumentNode => ({ kind: Kind.DOCUMENT, definitions });

/**
 * Takes a document apart as graphql's `separateOperations` does, definitions in the order they stand in, but keeps every
 * operation: there, of two of one name the earlier is lost, and what is wrong with it is never told.
 */
export function eachOperation({ definitions }: DocumentNode): Separated {
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const used = new Set<FragmentDefinitionNode>();
  const operations = definitions
    .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const needed = neededBy(operation, fragments);
      for (const fragment of needed) used.add(fragment);
      const own = definitions.filter((each) => each === operation || needed.has(each as FragmentDefinitionNode));
      return { name: operation.name?.value, document: documentOf(own) };
    });
  return { operations, loose: documentOf(fragments.filter((fragment) => !used.has(fragment))) };
}

function neededBy(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): ReadonlySet<FragmentDefinitionNode> {
  const needed = new Set<FragmentDefinitionNode>();
  const waiting: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const spread = spreadIn(next);
    for (const fragment of fragments.filter(({ name }) => spread.has(name.value))) {
      if (!needed.has(fragment)) waiting.push(fragment);
      needed.add(fragment);
    }
  }
  return needed;
}

function spreadIn(definition: OperationDefinitionNode | FragmentDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(definition, {
    FragmentSpread: ({ name }) => {
      names.add(name.value);
    },
  });
  return names;
}
