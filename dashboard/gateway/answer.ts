/** Something the gateway could not answer: where, and why. Never with a value of the question. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly domain: string | undefined;
  readonly message: string;
}

/** What is known all the same: that it is not for this role, or that there is no such thing. */
const settling: readonly string[] = ['REFUSED', 'NOT_FOUND', 'INVALID_INPUT'];

/** Whether a fault leaves open what there is: what it stands at is never told as not there. */
export const leavesOpen = (fault: Fault | undefined): boolean => fault !== undefined && !settling.includes(fault.code);

/** What came back: parts of it may be missing, and then a fault says why. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly faults: readonly Fault[];
}

/** Stands for an answer that did not come: it says nothing of what is held. */
export const unanswered = {
  data: null,
  faults: [{ path: [], code: 'SUBGRAPH_UNAVAILABLE', domain: undefined, message: 'It was not answered.' }],
} as const;

/** For a page that has begun: what fails now is said in its place. */
export const orUnanswered = <T>(answer: Promise<Answer<T>>): Promise<Answer<T>> =>
  answer.catch((): Answer<T> => unanswered);
