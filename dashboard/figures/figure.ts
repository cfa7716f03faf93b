import type { z } from 'zod';
import { type CsvFile, csvText } from '../csv/csv-file.js';
import type { Ask } from '../gateway/ask.js';
import type { Answer } from '../gateway/answer.js';
import type { OperationName, Operations } from '../gateway/operations.generated.js';

/** What an address is answered: a file, or one sentence that says why there is none. */
export type Figures =
  { readonly status: 200; readonly text: string } | { readonly status: 400 | 403 | 404 | 503; readonly words: string };

/** A question about groups, as an address asks it and a file answers it. */
export interface Figure {
  /** The file’s name in the address, without `.csv`. */
  readonly name: string;
  readonly title: string;
  readonly operation: OperationName;
  /** Its parameters, by what each says; those that must be there first. */
  readonly parameters: readonly string[];
  readonly answer: (query: Readonly<Record<string, string>>, ask: Ask) => Promise<Figures>;
}

type FileOf<Row> = Omit<CsvFile<Row>, 'filter' | 'role' | 'title'>;

interface Described<Name extends OperationName, Row> {
  readonly name: string;
  readonly title: string;
  readonly operation: Name;
  readonly parameters: z.ZodType<Operations[Name]['variables']>;
  /** The parameters’ names, as `parameters` has them. */
  readonly takes: readonly string[];
  /** Null where what was asked for is not there. */
  readonly fileOf: (data: Operations[Name]['data'], asked: Operations[Name]['variables']) => FileOf<Row> | null;
}

export const unavailable =
  'The hub could not answer just now. This does not mean that there is nothing: ask again later.';

/** Why there are no figures. Messages of the hub hold no value of the question. */
function refusal({ faults }: Answer<unknown>): Figures {
  const [fault] = faults;
  switch (fault?.code) {
    case 'REFUSED':
      return { status: 403, words: fault.message };
    case 'INVALID_INPUT':
      return { status: 400, words: fault.message };
    case 'NOT_FOUND':
    case undefined:
      return { status: 404, words: 'There is nothing here that you may be told of.' };
    default:
      return { status: 503, words: unavailable };
  }
}

/** What of an address is wrong, in a sentence that repeats no value of it. */
function mistake({ issues }: z.ZodError, takes: readonly string[]): string {
  const [issue] = issues;
  const [named] = issue?.path ?? [];
  return issue === undefined || issue.code === 'unrecognized_keys' || named === undefined
    ? `These figures take no parameters but ${takes.join(', ')}.`
    : `The parameter ${String(named)} ${issue.message}.`;
}

/** The filter of an address: what was asked, as it was understood. */
const filterOf = (asked: object): string => {
  const given = Object.entries(asked).filter(([, value]) => value != null && String(value) !== '');
  return given.length === 0 ? 'None' : given.map(([name, value]) => `${name}: ${String(value)}`).join('; ');
};

export function figure<Name extends OperationName, Row>(described: Described<Name, Row>): Figure {
  const { name, title, operation, parameters, takes, fileOf } = described;
  return {
    ...{ name, title, operation, parameters: takes },
    answer: async (query, ask) => {
      const asked = parameters.safeParse(query);
      if (!asked.success) return { status: 400, words: mistake(asked.error, takes) };
      const answer = await ask(operation, asked.data);
      // Half of the figures would be read as all of them.
      if (answer.faults.length > 0 || answer.data === null) return refusal(answer);
      const file = fileOf(answer.data, asked.data);
      if (file === null) return refusal(answer);
      return { status: 200, text: csvText({ ...file, title, filter: filterOf(asked.data), role: '' }) };
    },
  };
}
