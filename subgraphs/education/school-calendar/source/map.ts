import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed } from '../../../../platform/ingest/record.js';
import { CALENDAR_KINDS, type CalendarKind } from '../calendar-span.js';
import type { CalendarFact } from './fact.js';
import type { CalendarFields } from './parse.js';

const kinds = Object.fromEntries(CALENDAR_KINDS.map((kind) => [kind, kind])) as Readonly<Record<string, CalendarKind>>;

/** Schools that there are, by URN. */
export type Registered = (urn: string) => boolean;

/** Days of a calendar, which is about no person. `registered` says which schools the register has. */
export const mapGiven =
  (registered: Registered) =>
  (parsed: Parsed<CalendarFields>, bounds: DateBounds): MapResult<CalendarFact> => {
    const draft = new RecordDraft(parsed, bounds);
    const whose = whoseIn(draft, registered);
    const from = draft.requiredDate('from', 'ahead');
    const until = draft.requiredDate('until', 'ahead');
    if (from !== '' && until !== '' && until < from) draft.reject('until-before-from', 'until is before from.');
    draft.required('kind');
    const kind = draft.code('kind', kinds, 'calendar-kind-unknown') ?? 'TERM';
    return draft.finish(null, [{ ...whose, kind, from, until }]);
  };

type Draft = RecordDraft<keyof CalendarFields>;

function whoseIn(draft: Draft, registered: Registered): Pick<CalendarFact, 'scope' | 'code'> {
  const [urn, area] = [draft.text('urn'), draft.text('area')];
  if ((urn === null) === (area === null)) {
    draft.reject(
      'calendar-of-one',
      'A row is of a school or of an area: one of urn and area has to be given, not both.',
    );
    return { scope: 'AREA', code: '' };
  }
  if (urn === null) return { scope: 'AREA', code: draft.shaped('area', /^\d{3}$/, 'la-code-shape', 'three digits') };
  const code = draft.shaped('urn', /^\d{6}$/, 'urn-shape', 'six digits');
  if (code !== '' && !registered(code)) draft.reject('urn-not-in-register', 'urn is of no school of the register.');
  return { scope: 'SCHOOL', code };
}
