import type { Area } from '../../../../platform/ingest/area.js';
import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import { deletions } from './deletions.js';
import type { DeletionFact } from './fact.js';
import type { DeletionFields } from './parse.js';
import { noteReasons } from './tombstone.repository.js';

/**
 * Deletions that sources ask for. Each is obeyed as the record is resolved (see `resolveBatch`); what is left to write is
 * why. A deletion that took something away is written; of a record that was gone already, or that never came, it is
 * unchanged: the latter, too, is not taken in later.
 */
export const deletionsSource = (area: Area): IngestSource<DeletionFields, DeletionFact> => ({
  format: deletions(area),
  // It speaks of every other source's.
  records: null,
  tiers: ['T3'],
  expectedEvery: null,
  async write(writing, records) {
    const facts = records.flatMap((record) => record.facts);
    await noteReasons(writing, facts);
    const written = records.filter(({ deleted }) => deleted).length;
    return { written, unchanged: facts.length - written };
  },
});
