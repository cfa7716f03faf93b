import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  getLocation,
  getOperationAST,
  Kind,
  parse,
  type SelectionSetNode,
  type SourceLocation,
} from 'graphql';

type Steps = readonly (string | number)[];

/**
 * Where these nodes stand in the text they were parsed from. Documents are kept without locations, which would hold
 * every token of every text: the text is read again, and only once something is wrong with it.
 */
export function locationsOf(
  nodes: readonly ASTNode[] | undefined,
  document: DocumentNode,
  text: string,
): SourceLocation[] {
  if (!nodes?.length) return [];
  const again = parse(text);
  return nodes.flatMap((node) => {
    const steps = stepsTo(node, document);
    return steps ? standsAt(follow(again, steps)) : [];
  });
}

/** A field that is asked for again and again is shown at so many places, not at all of them. */
const mostPlaces = 10;

/**
 * Where a text asks for what stands at a path of its answer; nowhere, where that cannot be said. The text is read once,
 * and a path once for all the positions of its lists: an answer may have a thousand errors.
 */
export function locator(
  text: string,
  operationName: string | undefined,
): (path: Steps | undefined) => readonly SourceLocation[] {
  const known = new Map<string, readonly SourceLocation[]>();
  let document: DocumentNode | undefined;
  return (path) => {
    const names = (path ?? []).filter((step): step is string => typeof step === 'string');
    if (names.length === 0) return [];
    const key = names.join(' ');
    document ??= parse(text);
    const found = known.get(key) ?? fieldsAt(names, document, operationName).slice(0, mostPlaces).flatMap(standsAt);
    known.set(key, found);
    return found;
  };
}

function fieldsAt(names: readonly string[], document: DocumentNode, operationName: string | undefined): FieldNode[] {
  const root = getOperationAST(document, operationName)?.selectionSet;
  let fields: FieldNode[] = [];
  let sets = root ? [root] : [];
  for (const name of names) {
    fields = sets.flatMap((set) => fieldsNamed(name, set, document));
    sets = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return fields;
}

function standsAt(node: ASTNode | undefined): SourceLocation[] {
  return node?.loc ? [getLocation(node.loc.source, node.loc.start)] : [];
}

function fieldsNamed(name: string, set: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return (node.alias ?? node.name).value === name ? [node] : [];
    if (node.kind === Kind.INLINE_FRAGMENT) return fieldsNamed(name, node.selectionSet, document);
    const spread = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value,
    );
    return spread && 'selectionSet' in spread ? fieldsNamed(name, spread.selectionSet, document) : [];
  });
}

const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null;

function stepsTo(wanted: ASTNode, within: object): Steps | undefined {
  for (const [key, value] of Object.entries(within)) {
    if (value === wanted) return [key];
    const deeper = isNode(value) ? stepsTo(wanted, value) : undefined;
    if (deeper) return [key, ...deeper];
  }
  return undefined;
}

function follow(document: DocumentNode, steps: Steps): ASTNode | undefined {
  let here: unknown = document;
  for (const step of steps) here = isNode(here) ? (here as Record<string | number, unknown>)[step] : undefined;
  return isNode(here) && 'kind' in here ? (here as ASTNode) : undefined;
}
