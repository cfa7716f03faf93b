import { type DocumentNode, Kind, parse, print, type SelectionSetNode, stripIgnoredCharacters, visit } from 'graphql';

/** A document as it was sent, and as it is compared. */
export interface Form {
  /** What was sent, without spaces and comments: as long as what it asks. */
  readonly compact: string;
  /** What it is compared by: see `normalForm`. */
  readonly normal: string;
}

/**
 * What two documents have in common that ask the same: printed one way, definitions in one order, and without the
 * `__typename` that Apollo Client, urql and others add to every selection. It tells the name of a type, which whoever
 * may read the fields beside it knows. One under another name, under a condition, or alone in its selection stays.
 */
export function normalForm(document: DocumentNode): string {
  const bare = visit(document, { SelectionSet: { leave: withoutTypename } });
  return bare.definitions
    .map((definition) => stripIgnoredCharacters(print(definition)))
    .sort()
    .join('\n');
}

/** Both forms of a text; undefined for one that cannot be read within so many tokens. */
export function formOf(text: string, maxTokens: number): Form | undefined {
  try {
    const document = parse(text, { noLocation: true, maxTokens });
    return { compact: stripIgnoredCharacters(print(document)), normal: normalForm(document) };
  } catch {
    return undefined;
  }
}

function withoutTypename(set: SelectionSetNode): SelectionSetNode | undefined {
  const kept = set.selections.filter(
    (node) =>
      !(node.kind === Kind.FIELD && node.name.value === '__typename' && !node.alias && !node.directives?.length),
  );
  return kept.length === 0 || kept.length === set.selections.length ? undefined : { ...set, selections: kept };
}
