import type { Permit, Subjects, Verdict } from '../access/permit.js';
import type { Caller } from '../auth/door.js';
import { Defect, Refused } from '../errors/hub-error.js';
import type { Domain } from '../vocabulary/domain.js';
import { mergeRequests } from './merge-requests.js';
import { openedIn, openStatement } from './open-statement.js';
import { inFull } from './opened-request.js';
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

/** The permits of what is asked. A Defect where there is none, or one is another domain's. */
export function permitsOf(asked: readonly Asking[], domain: Domain): Permit[] {
  const permits = asked.map(({ permit }) => permit);
  if (permits.length === 0) throw new Defect('A write must be opened with a permit.');
  if (permits.some(({ request }) => request.holder !== domain))
    throw new Defect('A write must be opened with permits of its own domain.');
  return permits;
}

/** What is said where one of the permits is refused. */
export function refusalOf(permits: readonly Permit[]): Refused | null {
  const refused = permits.find((permit) => permit.refused);
  return refused ? new Refused('Your role and purpose do not allow this.', { domain: refused.request.about }) : null;
}

// One request of a unit opens at most this many keys.
const mostKeys = 1000;

const keysOf = (subjects: Subjects): readonly string[] =>
  'children' in subjects ? subjects.children : 'keys' in subjects ? subjects.keys : [];

function partOf({ permit, subjects }: Asking, from: number, until?: number): Asking {
  const keys = keysOf(subjects).slice(from, until);
  if ('children' in subjects) return { permit, subjects: { children: keys } };
  return { permit, subjects: 'keys' in subjects ? { ...subjects, keys } : subjects };
}

const together = (...parts: readonly (OpenedWrite | undefined)[]): OpenedWrite => ({
  verdicts: new Map(parts.flatMap((part) => [...(part?.verdicts ?? [])])),
  childOf: new Map(parts.flatMap((part) => [...(part?.childOf ?? [])])),
  withheld: new Set(parts.flatMap((part) => [...(part?.withheld ?? [])])),
});

/**
 * Opens the running transaction for all that is asked, in as few statements as it may be; one answer to each asking, in
 * order. From then on the database knows who speaks, also where nothing is asked.
 */
export async function openWrite(query: Query, caller: Caller, asked: readonly Asking[]): Promise<OpenedWrite[]> {
  const opened = await openAtOnce(
    query,
    caller,
    asked.map((one) => partOf(one, 0, mostKeys)),
  );
  const longer = asked.filter(({ subjects }) => keysOf(subjects).length > mostKeys);
  if (longer.length === 0) return opened;
  const more = await openWrite(
    query,
    caller,
    longer.map((one) => partOf(one, mostKeys)),
  );
  return asked.map((one, at) => together(opened[at], more[longer.indexOf(one)]));
}

async function openAtOnce(query: Query, { voucher }: Caller, asked: readonly Asking[]): Promise<OpenedWrite[]> {
  const { requests, of } = mergeRequests(asked.map(({ permit, subjects }) => ({ ...permit.request, subjects })));
  const { text, values } = openStatement(voucher, requests);
  const answers = openedIn(await query(text, values));
  return of.map((at) => {
    const answer = answers[at];
    const verdicts = inFull(answer?.verdicts ?? new Map());
    return { verdicts, ...subjectsOf(answer?.subjects ?? [], verdicts) };
  });
}
