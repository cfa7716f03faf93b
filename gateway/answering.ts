import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Minter } from '../platform/auth/minter.js';
import { HubError, InvalidInput } from '../platform/errors/hub-error.js';
import { framesOf, type Log } from '../platform/telemetry/log.js';
import { Asking, type SignedIn } from './asking.js';
import { BoundedMap } from './bounded-map.js';
import type { Documents, Prepared } from './documents.js';
import type { FieldScopes } from './field-scopes.js';
import { type FreshNames, givenBack, pathGivenBack, type Renamed } from './fresh-names.js';
import { InvalidQuestion } from './invalid-question.js';
import { locationsOf, locator } from './locations.js';
import { mergedSelections } from './merged-selections.js';
import type { Question } from './question.js';
import type { RefusalNotes } from './refusal-notes.js';
import { nullRefused, type Permitted, permittedQuestion } from './refused-fields.js';
import { scopeRefusals } from './scope-refusals.js';
import { variableFault } from './variable-faults.js';
import { outOfScope, thrown, type WireError, wireError } from './wire-error.js';

/** What goes back to the client; `data` is absent where the question itself was refused. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly WireError[];
}

interface Request {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** Asks the subgraphs what a document needs and puts their answers together. */
export type Planner = (request: Request, asking: Asking) => Promise<ExecutionResult>;

export interface AnsweringOptions {
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly scopes: FieldScopes;
  readonly freshNames: FreshNames;
  readonly plan: Planner;
  readonly minter: Minter;
  readonly log: Log;
  readonly refusals: RefusalNotes;
}

/** A question as one set of scopes may ask it, and as the planner is asked it. */
interface Form extends Permitted {
  readonly planned: Renamed | null;
  readonly bytes: number;
}

/** Of questions as they may be asked, with their plans. */
const formsBytes = 64 * 1024 * 1024;

/** One question from its body to its answer. */
export class Answering {
  private readonly forms = new BoundedMap<string, Form>(formsBytes, (_, { bytes }) => bytes);

  constructor(private readonly options: AnsweringOptions) {}

  readonly answer = async (question: Question, who: SignedIn): Promise<Answer> => {
    const asking = new Asking(this.options.minter, who);
    try {
      return await this.respond(question, who, asking);
    } catch (error) {
      if (!(error instanceof HubError)) {
        const { requestId } = asking;
        this.options.log.error({ requestId, stack: framesOf(error) }, 'a question could not be answered');
      }
      return { errors: [thrown(error, asking.requestId)] };
    }
  };

  private async respond(question: Question, who: SignedIn, asking: Asking): Promise<Answer> {
    const { schema, documents } = this.options;
    const asked = documents.find(question);
    const { operation } = asked;
    const { variables } = question;
    const text = documents.sourceOf(question) ?? '';
    checkVariables(schema, asked, question, text);
    const { document, planned, refused } = this.permitted(asked, who.scopes);
    if (!document || refused.length > 0) this.noteRefused(asked, question, who, asking);
    if (!document || !planned) return { data: null, errors: [outOfScope(undefined, asking.requestId)] };
    const operationName = operation.name?.value;
    const result = asked.aboutTheSchema
      ? await execute({ schema, document, variableValues: variables, operationName })
      : await this.planned(planned, { variables, operationName }, asking);
    const data = result.data ?? nothingAnswered(schema, operation);
    const nulled = nullRefused(data, refused);
    const errors = [
      ...(result.errors ?? []).map((error) => wireError(error, data, asking.requestId)),
      ...nulled.map((field) => outOfScope(field, asking.requestId)),
    ];
    if (errors.length === 0) return { data };
    return { data, errors: located(distinct(errors), text, question.operationName) };
  }

  /** Nobody waits for it: what is refused stays refused. */
  private noteRefused(asked: Prepared, { variables }: Question, who: SignedIn, asking: Asking): void {
    const { schema, scopes, refusals } = this.options;
    const fields = scopeRefusals(schema, scopes, asked, variables, who.scopes);
    refusals.note({ asking, who, fields, write: asked.operation.operation === OperationTypeNode.MUTATION });
  }

  /** The planner sees no alias of the client's, and the client none of the gateway's. */
  private async planned(
    { document, names }: Renamed,
    request: Omit<Request, 'document'>,
    asking: Asking,
  ): Promise<ExecutionResult> {
    const { data, errors } = await this.options.plan({ ...request, document }, asking);
    if (names.size === 0) return { data, errors };
    return {
      data: givenBack(data, names) as ExecutionResult['data'],
      errors: errors?.map(
        ({ message, path, extensions }) => new GraphQLError(message, { path: pathGivenBack(path, names), extensions }),
      ),
    };
  }

  /** The same objects for the same scopes: the planner remembers its plans by them. */
  private permitted(asked: Prepared, held: readonly string[]): Form {
    const key = `${asked.key} ${[...held].sort().join(' ')}`;
    const form = this.forms.get(key) ?? this.form(asked, new Set(held));
    this.forms.set(key, form);
    return form;
  }

  private form(asked: Prepared, held: ReadonlySet<string>): Form {
    const { schema, scopes, freshNames } = this.options;
    const permitted = permittedQuestion(schema, scopes, asked, held);
    // A refused field's placeholder is an alias too, and could stand where another field's key or need does.
    return {
      ...permitted,
      bytes: asked.bytes,
      planned: permitted.document && freshNames.of(mergedSelections(permitted.document)),
    };
  }
}

/** The message names the variable and never repeats its value, which may be a child's. */
function checkVariables(schema: GraphQLSchema, asked: Prepared, { variables }: Question, text: string): void {
  const fault = variableFault(schema, asked.operation.variableDefinitions ?? [], variables);
  if (fault) throw new InvalidQuestion(fault.message, locationsOf([fault.definition], asked.document, text));
  // No text of ours has a null character, and PostgreSQL takes none.
  if (JSON.stringify(variables).includes('\\u0000'))
    throw new InvalidInput('A text holds a character that cannot be taken.');
}

/** Null for each thing asked: the planner leaves data out where no subgraph answered at all. */
function nothingAnswered(schema: GraphQLSchema, operation: OperationDefinitionNode): Record<string, null> | null {
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const nulls: Record<string, null> = {};
  for (const node of operation.selectionSet.selections) {
    if (node.kind !== Kind.FIELD || node.directives?.length || isNonNullType(fields[node.name.value]?.type))
      return null;
    nulls[node.alias?.value ?? node.name.value] = null;
  }
  return nulls;
}

function located(errors: readonly WireError[], text: string, operationName: string | undefined): WireError[] {
  const at = locator(text, operationName);
  return errors.map((error) => {
    const locations = at(error.path);
    return locations.length > 0 ? { ...error, locations } : error;
  });
}

function distinct(errors: readonly WireError[]): WireError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
