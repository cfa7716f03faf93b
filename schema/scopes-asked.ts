import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

/** What may be asked of a caller: any one of these, each a set of scopes held at once. */
type Asked = readonly (readonly string[])[];

const ofEverybody: Asked = [[]];

function askedBy(directives: readonly ConstDirectiveNode[] | undefined): Asked {
  const found = directives?.find(({ name }) => name.value === 'requiresScopes');
  const value = found?.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  return value === undefined ? ofEverybody : (valueFromASTUntyped(value) as Asked);
}

/** The scopes that each type and field of a supergraph asks for, by its name in the graph (`Child`, `Child.name`). */
function scopesAsked(supergraph: DocumentNode): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    asked.set(definition.name.value, askedBy(definition.directives));
    for (const field of definition.fields ?? [])
      asked.set(`${definition.name.value}.${field.name.value}`, askedBy(field.directives));
  }
  return asked;
}

/** Whoever held enough before holds enough now. */
const asksNoMore = (before: Asked, now: Asked): boolean =>
  before.every((held) => now.some((set) => set.every((scope) => held.includes(scope))));

const words = (asked: Asked): string => asked.map((set) => set.join(' and ')).join(', or ');

/** What asks for a scope that it did not ask for in the release: a line each, empty where nothing does. */
export function scopesAdded(released: DocumentNode, present: DocumentNode): string[] {
  const now = scopesAsked(present);
  return [...scopesAsked(released)].flatMap(([name, before]) => {
    const after = now.get(name);
    return after === undefined || asksNoMore(before, after) ? [] : [`SCOPE_ADDED: ${name} asks for ${words(after)}.`];
  });
}
