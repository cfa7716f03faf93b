/** What came of an ingest. The records themselves stay where they were. */
export interface IngestCounts {
  readonly source: string;
  /** Records read. */
  read: number;
  /** Facts added or changed. */
  written: number;
  /** Facts that were there already. */
  unchanged: number;
  /** Whole records that were not taken, by rule: a record with several faults counts under each. */
  readonly rejected: Record<string, number>;
  /** How many records those are, each once. */
  rejectedRecords: number;
  /** Parts that were left out of records that were taken, by rule. */
  readonly leftOut: Record<string, number>;
  /** Records waiting for a person to say whose they are. */
  review: number;
  /** Files of which nothing was taken, where something of another was. */
  readonly nothingOf: string[];
  /**
   * Only of a dry run: whether the counts are what the ingest itself will count. Of several batches each is tried by
   * itself, so that what they have in common is counted as new in each.
   */
  dryRun?: { readonly exact: boolean };
}

/** Where everything starts. */
export function noCounts(source: string): IngestCounts {
  return {
    ...{ source, read: 0, written: 0, unchanged: 0 },
    ...{ rejected: {}, rejectedRecords: 0, leftOut: {}, review: 0, nothingOf: [] },
  };
}
