/** A commit as its author wrote it. */
export interface Commit {
  readonly hash: string;
  readonly subject: string;
  readonly body: string;
}

const longest = 72;

/** What is wrong with how commits are told, a line each: a subject that a list would cut off, or no reason given. */
export function commitFaults(commits: readonly Commit[]): string[] {
  return commits.flatMap(({ hash, subject, body }) => [
    ...(subject.length > longest
      ? [`${hash} has a subject of ${String(subject.length)} characters, ${String(longest)} at most: ${subject}`]
      : []),
    ...(body.trim() === '' ? [`${hash} has no body that says why: ${subject}`] : []),
  ]);
}
