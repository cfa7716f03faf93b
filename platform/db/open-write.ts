import type { Permit, Subjects, Verdict } from '../access/permit.js';
import type { Caller } from '../auth/door.js';
import { mergeRequests } from './merge-requests.js';
import { openedIn, openStatement } from './open-statement.js';
import { inFull, verdictsOf } from './opened-request.js';
import type { Query } from './query.js';
import { subjectsOf } from './subjects-of.js';

/** What a write asks to be opened for: under which permit, and about whom. */
export interface Asking {
  readonly permit: Permit;
  readonly subjects: Subjects;
}

/**
 * What a write was opened with: the permitted children, and the child of each key that is not a child's. A child of whom
 * less than all may be told is not among them: nobody changes what they do not see.
 */
export interface OpenedWrite {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly childOf: ReadonlyMap<string, string>;
  /** The keys that lead to a child who may not be changed. */
  readonly withheld: ReadonlySet<string>;
}

/** Opens the running transaction, for all that is asked in one statement; one answer to each, in order. */
export async function openWrite(query: Query, { voucher }: Caller, asked: readonly Asking[]): Promise<OpenedWrite[]> {
  const { requests, of } = mergeRequests(asked.map(({ permit, subjects }) => ({ ...permit.request, subjects })));
  const { text, values } = openStatement(voucher, requests);
  const answers = openedIn(await query(text, values));
  return of.map((at) => {
    const { permitted, subjects, died } = answers[at] ?? { permitted: [], subjects: [], died: {} };
    const verdicts = inFull(verdictsOf({ permitted, died }));
    return { verdicts, ...subjectsOf(subjects, verdicts) };
  });
}
