import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Whether a question asks for a field of what is being resolved, directly or through fragments. */
export function selects(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>, field: string): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return selection.name.value === field;
        case Kind.INLINE_FRAGMENT:
          return within(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return within(info.fragments[selection.name.value]?.selectionSet);
      }
    });
  return info.fieldNodes.some(({ selectionSet }) => within(selectionSet));
}
