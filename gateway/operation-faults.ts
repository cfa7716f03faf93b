import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  print,
  specifiedRules,
  validate,
} from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { checkDocument } from './document-limits.js';
import type { Limits } from './limits.js';
import { checkText } from './text-limits.js';

/** At most so many faults of one operation are told. */
const mostFaults = 20;

/** Why the gateway would not answer an operation in production, were it on the safelist; nothing where it would. */
export function operationFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  limits: Limits,
): readonly GraphQLError[] {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fault = (message: string): GraphQLError => new GraphQLError(message, { nodes: operations });
  if (operations.some(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION)) {
    return [fault('Subscriptions are not answered at the gateway’s address.')];
  }
  const beyond = limitFault(document, limits);
  if (beyond !== undefined) return [fault(beyond)];
  const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule];
  return validate(schema, document, rules, { maxErrors: mostFaults });
}

function limitFault(document: DocumentNode, limits: Limits): string | undefined {
  try {
    const text = print(document);
    checkText(text, limits);
    parse(text, { noLocation: true, maxTokens: limits.tokens });
    checkDocument(document, limits);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    return `The question is too large: at most ${String(limits.tokens)} tokens are read.`;
  }
}
