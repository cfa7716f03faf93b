import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  NoUnusedFragmentsRule,
  OperationTypeNode,
  OverlappingFieldsCanBeMergedRule,
  parse,
  print,
  specifiedRules,
  validate,
} from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { checkDocument } from './document-limits.js';
import type { Limits } from './limits.js';
import { checkText } from './text-limits.js';

/** At most so many faults of one operation are told: nobody mends more at once. */
const mostFaults = 1000;

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
  const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const beyond = limitFault(document, limits);
  if (beyond === undefined) return validate(schema, document, rules, { maxErrors: mostFaults });
  // Of what is too large, whether fields can be merged is not asked: that is what its size makes dear.
  const cheap = rules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);
  return [fault(beyond), ...validate(schema, document, cheap, { maxErrors: mostFaults })];
}

/** What is wrong with fragments that no operation of their files needs: they are not asked, and whoever wrote them is told. */
export function looseFragmentFaults(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
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
