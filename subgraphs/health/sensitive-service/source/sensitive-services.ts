import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, SourceFormat } from '../../../../platform/ingest/record.js';
import { HealthService } from '../../waiting-list/status.js';
import type { SensitiveService } from '../sensitive-service.repository.js';
import { columns } from './columns.js';

/** One row of the file, as written. */
export type SensitiveServiceFields = CsvFields<(typeof columns)[number]['name']>;

/** A service that is not named outside health. */
export interface SensitiveServiceFact extends SensitiveService {
  readonly kind: 'sensitive-service';
}

/** Which services are not named outside health: `hub ingest sensitive-services FILE…`. It is about no person. */
export const sensitiveServiceFormat: SourceFormat<SensitiveServiceFields, SensitiveServiceFact> = {
  name: 'sensitive-services',
  columns,
  parse: csvParser({ source: 'sensitive-services', columns }),
  map,
  identityOf: ({ service, providerOds, from }) => [service, providerOds ?? '', from].join('\0'),
};

function map(parsed: Parsed<SensitiveServiceFields>, bounds: DateBounds): MapResult<SensitiveServiceFact> {
  const draft = new RecordDraft(parsed, bounds);
  draft.required('service');
  const service = draft.code('service', HealthService, 'service-unknown') ?? HealthService.CAMHS;
  const providerOds =
    draft.text('provider_ods') === null
      ? null
      : draft.shaped('provider_ods', /^[A-Z0-9]{3,10}$/, 'ods-code-shape', '3 to 10 capitals and digits');
  const from = draft.requiredDate('from', 'event');
  const until = draft.date('until', 'ahead');
  if (from !== '' && until !== null && until < from) draft.reject('until-before-from', 'until is before from.');
  const source = draft.required('source');
  return draft.finish(null, [{ kind: 'sensitive-service', service, providerOds, from, until, source }]);
}
