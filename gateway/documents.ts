import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { HubError, InvalidInput } from '../platform/errors/hub-error.js';
import { BoundedMap } from './bounded-map.js';
import { isAboutTheSchema, limitsFor } from './introspection.js';
import { InvalidQuestion } from './invalid-question.js';
import { checkDocument } from './document-limits.js';
import type { Limits } from './limits.js';
import { locationsOf } from './locations.js';
import type { DocumentOutcome } from './metrics.js';
import { PersistedQueryError } from './persisted-query-error.js';
import type { Question } from './question.js';
import { type CurrentOperations, Safelist, sha256 } from './safelist.js';
import { checkText } from './text-limits.js';

/** A document that was parsed, measured and validated once; the same object for every request that sends it. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Asks nothing of any domain. */
  readonly aboutTheSchema: boolean;
  /** The same for the same question. */
  readonly key: string;
  /** About what keeping it takes, in each form it is kept in. */
  readonly bytes: number;
}

export interface DocumentRules {
  readonly limits: Limits;
  /** SHA-256 (hex) of a document → its text; null where there is none. */
  readonly safelist: ReadonlyMap<string, string> | null;
  /** What partners registered beside it; none where not given. */
  readonly registered?: CurrentOperations;
  /** In production only the safelist is answered, and introspection is not. */
  readonly production: boolean;
  /** Told what reading each document came to. */
  readonly documentRead?: (outcome: DocumentOutcome) => void;
}

/** What is kept of documents, in bytes: those that may be asked, and why others may not. */
const kept = { prepared: 64 * 1024 * 1024, refused: 4 * 1024 * 1024 } as const;

/** A refusal beside its message and places, and a field of a document with its part of a plan: measured, rounded up. */
const entryBytes = 1024;

const none: readonly never[] = [];

const notListed = (): InvalidInput => new InvalidInput('This document is not on the safelist.');

/** What may be asked, and in which form it was asked before. */
export class Documents {
  private readonly prepared = new BoundedMap<string, Prepared>(kept.prepared, (_, { bytes }) => bytes);
  /** A question that was refused once is refused again without being read: what it costs, it costs once. */
  private readonly refused = new BoundedMap<string, HubError>(
    kept.refused,
    (_, { message }) => entryBytes + 2 * message.length,
  );
  private readonly safelist: Safelist;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: DocumentRules,
  ) {
    if (rules.production && !rules.safelist) {
      throw new InvalidInput('In production the gateway needs its safelist: run hub schema, which writes it.');
    }
    const registered = rules.registered ?? ((): readonly never[] => none);
    this.safelist = new Safelist(rules.safelist ?? new Map<string, string>(), registered, rules.limits.tokens);
  }

  /** The prepared form of what was sent, as text or as hash; InvalidInput says why it will not be answered. */
  find(question: Question): Prepared {
    const text = this.textOf(question);
    const key = sha256(`${question.operationName ?? ''}\0${text}`);
    const known = this.prepared.get(key);
    if (known) return this.counted('known', known);
    const refusal = this.refused.get(key);
    if (refusal) throw this.counted('refused_again', refusal);
    try {
      const fresh = this.prepare(text, question.operationName, key);
      this.prepared.set(key, fresh);
      return this.counted('prepared', fresh);
    } catch (error) {
      if (error instanceof HubError) this.refused.set(key, error);
      throw error;
    }
  }

  private counted<Found>(outcome: DocumentOutcome, found: Found): Found {
    this.rules.documentRead?.(outcome);
    return found;
  }

  /** The text that a question asks: what it sent, or what its hash names. */
  sourceOf({ query, hash }: Question): string | undefined {
    return query ?? (hash === undefined ? undefined : this.safelist.named(hash));
  }

  private textOf({ query, hash }: Question): string {
    if (query !== undefined) return this.allowed(query, hash);
    if (hash === undefined) throw new InvalidInput('Send a document as "query", or the hash of a safelisted one.');
    const text = this.safelist.named(hash);
    if (text !== undefined) return text;
    const nothingToFind = this.rules.production && this.safelist.empty;
    throw new PersistedQueryError(nothingToFind ? 'PERSISTED_QUERY_NOT_SUPPORTED' : 'PERSISTED_QUERY_NOT_FOUND');
  }

  private allowed(query: string, hash: string | undefined): string {
    if (hash !== undefined && sha256(query) !== hash) {
      throw new InvalidInput('The hash is not the SHA-256 of the document beside it.');
    }
    if (!this.rules.production) {
      if (hash !== undefined) this.safelist.remember(hash, query);
      return query;
    }
    const listed = this.safelist.match(query);
    if (listed === undefined) throw notListed();
    return listed;
  }

  private prepare(text: string, operationName: string | undefined, key: string): Prepared {
    const { document, fields } = this.measured(text);
    const rules = this.rules.production ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
    const [problem] = validate(this.schema, document, rules, { maxErrors: 1, hideSuggestions: true });
    if (problem) {
      throw this.counted('invalid', new InvalidQuestion(problem.message, locationsOf(problem.nodes, document, text)));
    }
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new InvalidInput('Say which operation of the document to run, as "operationName".');
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      throw new InvalidInput('Subscriptions are not answered at this address.');
    }
    const bytes = 2 * text.length + fields * entryBytes;
    return { document, operation, aboutTheSchema: isAboutTheSchema(document, operation), key, bytes };
  }

  /** Before validation, which costs more than all of this. */
  private measured(text: string): { document: DocumentNode; fields: number } {
    const { limits, production } = this.rules;
    try {
      checkText(text, limits);
      const document = this.parse(text);
      return { document, fields: checkDocument(document, limitsFor(document, limits, production)) };
    } catch (error) {
      throw this.counted('too_large', error);
    }
  }

  private parse(text: string): DocumentNode {
    try {
      return parse(text, { maxTokens: this.rules.limits.tokens, noLocation: true });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw new InvalidInput('The document cannot be read.');
      throw new InvalidQuestion(error.message, error.locations ?? []);
    }
  }
}
