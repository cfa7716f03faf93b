import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { postcodeIn } from '../../../../platform/ingest/person-field.js';
import { dashDate } from '../../../../platform/ingest/plain-date.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed } from '../../../../platform/ingest/record.js';
import type { SchoolFact } from './fact.js';
import type { GiasFields } from './parse.js';

type Draft = RecordDraft<keyof GiasFields>;

/** One establishment. It is about no person. */
export function map(parsed: Parsed<GiasFields>, bounds: DateBounds): MapResult<SchoolFact> {
  const draft = new RecordDraft(parsed, bounds);
  const fact: SchoolFact = {
    kind: 'school',
    urn: draft.shaped('URN', /^\d{6}$/, 'urn-shape', 'six digits'),
    name: draft.required('EstablishmentName'),
    type: draft.required('TypeOfEstablishment (name)'),
    phase: draft.text('PhaseOfEducation (name)'),
    status: draft.required('EstablishmentStatus (name)'),
    localAuthorityCode: draft.shaped('LA (code)', /^\d{3}$/, 'la-code-shape', 'three digits'),
    localAuthorityName: draft.required('LA (name)'),
    establishmentNumber: draft.text('EstablishmentNumber')?.padStart(4, '0') ?? null,
    openedOn: draft.date('OpenDate', 'register-opening', dashDate),
    closedOn: draft.date('CloseDate', 'register-closing', dashDate),
    lowestAge: ageIn(draft, 'StatutoryLowAge'),
    highestAge: ageIn(draft, 'StatutoryHighAge'),
    postcode: postcodeIn(draft, 'Postcode'),
  };
  return draft.finish(null, [fact]);
}

function ageIn(draft: Draft, column: 'StatutoryLowAge' | 'StatutoryHighAge'): number | null {
  const value = draft.text(column);
  if (value === null) return null;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  draft.leaveOut('age-not-whole-years', `${column} is not a whole number of years.`);
  return null;
}
