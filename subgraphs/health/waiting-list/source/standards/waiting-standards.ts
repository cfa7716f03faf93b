import type { DateBounds } from '../../../../../platform/ingest/bounds.js';
import { csvParser, type CsvFields } from '../../../../../platform/ingest/csv.js';
import { RecordDraft } from '../../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, SourceFormat } from '../../../../../platform/ingest/record.js';
import { StandardKind } from '../../standard.js';
import { HealthService } from '../../status.js';
import { columns } from './columns.js';
import type { KeptStandard } from './standard.repository.js';

/** One row of the file, as written. */
export type StandardFields = CsvFields<(typeof columns)[number]['name']>;

/** What waits for a service are measured against. */
export interface StandardFact extends KeptStandard {
  readonly kind: StandardKind;
}

/** What waits are measured against: `hub ingest waiting-standards FILE…`. It is about no person. */
export const waitingStandards: SourceFormat<StandardFields, StandardFact> = {
  name: 'waiting-standards',
  columns,
  parse: csvParser({ source: 'waiting-standards', columns }),
  map,
  identityOf: ({ service, provider, kind, holdsFrom }) => [service, provider ?? '', kind, holdsFrom].join('\0'),
};

const longest = 3650;
const odsCode = /^[A-Z0-9]{3,10}$/;

function map(parsed: Parsed<StandardFields>, bounds: DateBounds): MapResult<StandardFact> {
  const draft = new RecordDraft(parsed, bounds);
  draft.required('service');
  const service = draft.code('service', HealthService, 'service-unknown') ?? HealthService.CAMHS;
  draft.required('kind');
  const kind = draft.code('kind', StandardKind, 'standard-kind-unknown') ?? StandardKind.LOCAL;
  const provider =
    draft.text('provider_ods') === null
      ? null
      : draft.shaped('provider_ods', odsCode, 'ods-code-shape', '3 to 10 capitals and digits');
  const limitDays = daysOf(draft, 'limit_days');
  const warningDays = daysOf(draft, 'warning_days');
  if (limitDays < 1 || limitDays > longest) draft.reject('limit-out-of-range', 'limit_days is not 1 to 3650.');
  else if (warningDays > limitDays) draft.reject('warning-over-limit', 'warning_days is more than limit_days.');
  const holdsFrom = draft.requiredDate('from', 'ahead');
  const holdsUntil = draft.date('until', 'ahead');
  if (holdsFrom !== '' && holdsUntil !== null && holdsUntil <= holdsFrom)
    draft.reject('until-before-from', 'until is not after from.');
  if (!mayBe(kind, service, provider))
    draft.reject('kind-not-of-service', 'A wait for this service is not measured by this kind of standard.');
  if (kind === StandardKind.LOCAL && provider === null && holdsUntil !== null)
    draft.reject(
      'wait-unmeasured',
      'Without an end to LOCAL of every provider, every wait is measured: it has no until.',
    );
  const source = draft.required('source');
  return draft.finish(null, [{ service, provider, kind, limitDays, warningDays, holdsFrom, holdsUntil, source }]);
}

const daysOf = (draft: RecordDraft<keyof StandardFields>, column: 'limit_days' | 'warning_days'): number =>
  Number(draft.shaped(column, /^\d{1,4}$/, 'days-shape', 'a whole number of days'));

const mentalHealth: readonly HealthService[] = [HealthService.CAMHS, HealthService.MENTAL_HEALTH_SUPPORT_TEAM];

/**
 * Whether a wait for the service may be measured so. The four weeks are of mental health services, and referral to treatment
 * of what consultants lead: no other wait is called that. Who assesses neurodevelopment differs between providers.
 */
function mayBe(kind: StandardKind, service: HealthService, provider: string | null): boolean {
  if (service === HealthService.NEURODEVELOPMENTAL && provider !== null) return true;
  if (kind === StandardKind.FOUR_WEEKS) return mentalHealth.includes(service);
  if (kind === StandardKind.RTT_18) return service === HealthService.COMMUNITY_PAEDIATRICS;
  return kind === StandardKind.LOCAL || !mentalHealth.includes(service);
}
