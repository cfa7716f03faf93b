import type { RecordSources } from './record-sources.js';

/** What every domain is handed to make its sources for: whose area it is, and whose records are taken in there. */
export interface Area {
  /** The code of the council whose area it is. */
  readonly council: string;
  /** What the sources of every domain declare, which is known once all of them are made. */
  readonly recordSources: RecordSources;
}
