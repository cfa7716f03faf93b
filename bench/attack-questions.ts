const times = (count: number, of: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at)).join(' ');

/**
 * Small questions that cost much to whoever validates them, over a schema with `Query.child(id: ID!)`, `Query.children`
 * and, of a child, a text `name` and a record `record` with a text `asAt`. By what is large about each.
 */
export function attackQuestions(record: string, name: string): Readonly<Record<string, string>> {
  const child = 'child(id: "1")';
  return {
    'equal siblings': `{ ${child} { ${times(480, () => name)} } }`,
    'equal siblings with selections': `{ ${child} { ${times(240, () => `${record} { asAt }`)} } }`,
    'equal siblings in inline fragments': `{ ${child} { ${times(200, () => `... { ${name} }`)} } }`,
    'equal siblings in fragments': `{ ${child} { ${times(90, (at) => `...F${String(at)}`)} } } ${times(90, (at) => `fragment F${String(at)} on Child { ${name} }`)}`,
    'an unused fragment': `{ __typename } fragment U on Child { ${times(480, () => name)} }`,
    'unused fragments within one another': `{ __typename } ${times(50, (at) => `fragment U${String(at)} on Child { ${times(5, () => `...U${String(at + 1)}`)} }`)} fragment U50 on Child { ${name} }`,
    'inline fragments within one another': `{ ${child} ${'{ ... '.repeat(600)}{ ${name} }${' }'.repeat(600)} }`,
    'fragments in a chain': `{ ${child} { ...C0 } } ${times(58, (at) => `fragment C${String(at)} on Child { ...C${String(at + 1)} }`)} fragment C58 on Child { ${name} }`,
    'lists within one another': `{ child(id: ${'['.repeat(900)}${']'.repeat(900)}) { ${name} } }`,
    'objects within one another': `{ child(id: ${'{ a: '.repeat(600)}1${' }'.repeat(600)}) { ${name} } }`,
    'a type of lists': `query ($a: ${'['.repeat(900)}ID${']'.repeat(900)}) { __typename }`,
    'many operations': times(200, (at) => `query Q${String(at)} { ${child} { ${name} } }`),
    'equal siblings with arguments': `{ ${times(10, () => `child(id: { ${times(30, (at) => `a${String(at)}: 1`)} }) { ${name} }`)} }`,
    'levels of equal siblings': `{ ${times(8, () => `${child} { ${times(8, () => `${record} { ${times(8, () => 'asAt')} }`)} }`)} }`,
    'a long comment': `{ __typename } #${'x'.repeat(200_000)}`,
  };
}
