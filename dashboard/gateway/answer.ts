/** Something the gateway could not answer: where, and why. Never with a value of the question. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly domain: string | undefined;
  readonly message: string;
}

/** What came back: parts of it may be missing, and then a fault says why. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly faults: readonly Fault[];
}
