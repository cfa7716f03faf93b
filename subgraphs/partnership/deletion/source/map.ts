import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed } from '../../../../platform/ingest/record.js';
import type { RecordSources } from '../../../../platform/ingest/record-sources.js';
import { type DeletionFact, deletionReasons } from './fact.js';
import type { DeletionFields } from './parse.js';

/** One record to be deleted, named as its source names it: nothing else is said of whose it is. */
export function map(
  parsed: Parsed<DeletionFields>,
  bounds: DateBounds,
  sources: RecordSources,
): MapResult<DeletionFact> {
  const draft = new RecordDraft(parsed, bounds);
  const source = draft.required('source');
  const key = draft.required('source_key');
  draft.required('reason');
  const reason = draft.code('reason', deletionReasons, 'reason-unknown') ?? 'ENTERED_IN_ERROR';
  const read = sources.keysOf(source);
  if (source !== '' && !read) draft.reject('source-unknown', 'source is not one of the hub’s with its organisation.');
  const sourceKey = read?.(key) ?? '';
  if (read && key !== '' && sourceKey === '') {
    draft.reject('source-key-shape', 'source_key is not written as the keys of its source are.');
  }
  const person = {
    ...{ source, sourceKey, deleted: true },
    ...{ given: null, family: null, preferred: null, previousFamily: null, dateOfBirth: null, postcode: null },
    ...{ sex: 'UNKNOWN' as const, identifiers: [] },
  };
  return draft.finish(person, [{ kind: 'deletion', source, sourceKey, reason }]);
}
