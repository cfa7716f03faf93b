import { parse, visit } from 'graphql';

interface Named {
  readonly description?: unknown;
  readonly name: { readonly value: string };
}

/**
 * What an SDL says nothing of: types, fields, arguments and values, each by its path (`Child.team.first`). The roots need no
 * word of their own.
 */
export function undescribed(sdl: string): string[] {
  const found: string[] = [];
  const within: string[] = [];
  const enter = (node: Named): void => {
    within.push(node.name.value);
    const root = within.length === 1 && ['Query', 'Mutation', 'Subscription'].includes(node.name.value);
    if (!node.description && !root) found.push(within.join('.'));
  };
  const both = { enter, leave: (): void => void within.pop() };
  visit(parse(sdl), {
    ObjectTypeDefinition: both,
    InterfaceTypeDefinition: both,
    UnionTypeDefinition: both,
    EnumTypeDefinition: both,
    ScalarTypeDefinition: both,
    InputObjectTypeDefinition: both,
    FieldDefinition: both,
    InputValueDefinition: both,
    EnumValueDefinition: both,
  });
  return found;
}
