import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { format } from 'prettier';
import { productRoot } from '../../platform/config/product-root.js';
import { asked } from './asked.js';
import { operationName, operationText } from './documents.js';

const file = path.join(productRoot, 'dashboard/gateway/operations.generated.ts');

/** The hub's scalars, as JSON has them. */
const scalars = { Date: 'string', DateTime: 'string' };

/** What clients see: the supergraph without the directives that tell the gateway where things are. */
function publicSchema() {
  const text = readFileSync(path.join(productRoot, 'schema/supergraph.graphql'), 'utf8');
  return parse(text);
}

/** The file of types of the operations that pages ask, made from the operations and the supergraph. */
export async function generatedOperations(): Promise<string> {
  const operations = asked.map(operationText);
  const types = await codegen({
    filename: file,
    schema: publicSchema(),
    documents: operations.map((text) => ({ document: parse(text) })),
    config: { enumsAsTypes: true, onlyOperationTypes: true, skipTypename: true, immutableTypes: true, scalars },
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
  });
  const names = operations.map((text) => ({
    text,
    name: operationName(text),
    kind: text.startsWith('query') ? 'Query' : 'Mutation',
  }));
  const source = [
    '// Written by dashboard/gateway/write-operations.ts from schema/operations and the supergraph; do not edit it here.',
    types,
    '/** Every operation that pages ask: what it takes and what it answers. */',
    'export interface Operations {',
    ...names.map(
      ({ name, kind }) => `  ${name}: { readonly variables: ${name}${kind}Variables; readonly data: ${name}${kind} };`,
    ),
    '}',
    'export type OperationName = keyof Operations;',
  ].join('\n');
  return format(source, { parser: 'typescript', printWidth: 120, singleQuote: true, trailingComma: 'all' });
}

/** Whether the committed file is what would be written. */
export async function isCurrent(): Promise<boolean> {
  return readFileSync(file, 'utf8') === (await generatedOperations());
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(file, await generatedOperations());
