import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  concatAST,
  type DocumentNode,
  GraphQLError,
  getLocation,
  Kind,
  parse,
  print,
  Source,
  type SourceLocation,
} from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { looseFragmentFaults, operationFaults } from '../../gateway/operation-faults.js';
import type { Limits } from '../../gateway/limits.js';
import type { RegisteredOperation } from '../../gateway/registered-operations.js';
import { eachOperation } from './each-operation.js';

/** What some files hold: operations, each with the fragments it needs, and what is wrong, a fault a line. */
export interface ReadOperations {
  readonly operations: readonly RegisteredOperation[];
  readonly faults: readonly string[];
}

/**
 * Reads operations from files; a fragment may stand in another of them than the operation that needs it. What is wrong
 * with one file hides nothing of another: every fault of each is told.
 */
export function readOperations(files: readonly string[], schema: GraphQLSchema, limits: Limits): ReadOperations {
  const read = files.map((file) => parsed(file, limits));
  const unread = read.flatMap(({ fault }) => fault ?? []);
  const whole = concatAST(read.flatMap(({ document }) => document ?? []));
  const { operations, loose } = eachOperation(whole);
  const found = operations.flatMap(({ document }) => operationFaults(schema, document, limits));
  const lines = [...found, ...looseFragmentFaults(schema, loose)].map((error) => line(error));
  const faults = [...unread, ...nameFaults(whole), ...(unread.length > 0 ? lines.map(mayBeElsewhere) : lines)];
  if (operations.length === 0 && unread.length === 0) faults.push(`${files.join(', ')}: there is no operation here.`);
  return {
    operations: operations.map(({ name = '', document }) => ({ name, text: print(document) })),
    faults: [...new Set(faults)],
  };
}

/** A fragment that is not found may stand in the file that could not be read. */
function mayBeElsewhere(fault: string): string {
  return fault.replace(/(: Unknown fragment "\w+")\.$/, '$1, unless it stands in a file that cannot be read.');
}

function parsed(file: string, { tokens }: Limits): { readonly document?: DocumentNode; readonly fault?: string } {
  const name = path.relative('.', file);
  if (!existsSync(file)) return { fault: `${name}: there is no such file.` };
  try {
    // Each operation is measured by itself: a file of many may be as long as many.
    return { document: parse(new Source(readFileSync(file, 'utf8'), name), { maxTokens: tokens * 50 }) };
  } catch (error) {
    return { fault: error instanceof GraphQLError ? line(error) : `${name}: it cannot be read.` };
  }
}

/** Two operations of one name, or two fragments, would take each other's place; one without a name, everybody's. */
function* nameFaults(document: DocumentNode): Generator<string> {
  const seen = new Set<string>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION && node.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const name = node.name?.value;
    const at = { source: node.loc?.source, nodes: [node] };
    if (name === undefined) yield line(new GraphQLError('An operation needs a name.', at));
    else if (seen.has(`${node.kind} ${name}`)) yield line(new GraphQLError(`There are two called ${name}.`, at));
    seen.add(`${node.kind} ${name ?? ''}`);
  }
}

function line(error: GraphQLError): string {
  const place = placeOf(error);
  const message = error.message.replaceAll(/\s+/g, ' ');
  return place ? `${place.file}:${String(place.line)}:${String(place.column)}: ${message}` : message;
}

function placeOf({ nodes, source, positions }: GraphQLError): (SourceLocation & { readonly file: string }) | undefined {
  const loc = nodes?.find((node) => node.loc)?.loc;
  if (loc) return { ...getLocation(loc.source, loc.start), file: loc.source.name };
  const [position] = positions ?? [];
  return source && position !== undefined ? { ...getLocation(source, position), file: source.name } : undefined;
}
