import { tidyName } from '../../../../platform/identity-client/identifier/name.js';
import { type DateBounds, rangeFault } from '../../../../platform/ingest/bounds.js';
import { identifiersOf, upnIn } from '../../../../platform/ingest/person-field.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../platform/ingest/record.js';
import { daysOfTerm } from '../../../../platform/code-sets/academic-term.js';
import { PepQuality } from '../pep-quality.js';
import type { PepFact } from './fact.js';
import type { PepFields } from './parse.js';
import { virtualSchoolRecords } from './virtual-school-records.js';

type Draft = RecordDraft<keyof PepFields>;

const termNames = new Map([
  ['AUT', 'Autumn'],
  ['SPR', 'Spring'],
  ['SUM', 'Summer'],
]);

/** One term's plan of one child, who is known by the council's number or a right unique pupil number. */
export function map(parsed: Parsed<PepFields>, bounds: DateBounds): MapResult<PepFact> {
  const draft = new RecordDraft(parsed, bounds);
  const fact: PepFact = {
    kind: 'pep',
    term: termIn(draft, bounds),
    dueOn: draft.requiredDate('due_on', 'planned'),
    completedOn: draft.date('completed_on', 'event'),
    quality: draft.code('quality', PepQuality, 'quality-unknown'),
    pupilPremiumPlusPence: penceIn(draft, 'pupil_premium_plus_pence'),
    pupilPremiumPlusAllocatedPence: penceIn(draft, 'pupil_premium_plus_allocated_pence'),
    designatedTeacherOn: draft.date('designated_teacher_on', 'event'),
    childViewsOn: draft.date('child_views_on', 'event'),
    signedOffOn: draft.date('signed_off_on', 'event'),
  };
  return draft.finish(personOf(draft), [fact]);
}

function personOf(draft: Draft): PersonEvidence {
  const council = draft.shaped('la_code', /^\d{3}$/, 'la-code-shape', 'three digits');
  const id = draft.text('la_child_id');
  const socialCareId = id === null ? null : `${council}/${id}`;
  const upn = upnIn(draft, 'upn');
  const sourceKey = socialCareId ?? upn;
  if (sourceKey === null) draft.reject('identifier-missing', 'There is neither an la_child_id nor a right upn.');
  return {
    source: `${virtualSchoolRecords.name}:${council}`,
    sourceKey: sourceKey ?? '',
    given: tidyName(draft.required('forename')),
    family: tidyName(draft.required('surname')),
    preferred: null,
    previousFamily: null,
    dateOfBirth: draft.requiredDate('dob', 'birth'),
    sex: 'UNKNOWN',
    postcode: null,
    identifiers: identifiersOf(['SOCIAL_CARE_ID', socialCareId], ['UPN', upn]),
  };
}

/** The virtual school's word for the term of a published code. */
function termIn(draft: Draft, { planned }: DateBounds): string {
  const [, year = '', code = ''] = /^(\d{4}\/\d{2}) ([A-Z]{3})$/.exec(draft.required('term')) ?? [];
  const term = `${year} ${termNames.get(code) ?? ''}`;
  if (draft.text('term') !== null && daysOfTerm(term) === null) {
    draft.reject('term-shape', 'term is not an academic year followed by AUT, SPR or SUM.');
  } else {
    // An academic year begins in September; the term's own days are in the months after it.
    const outside = rangeFault(planned, 'The academic year of term', year && `${year.slice(0, 4)}-09-01`);
    if (outside && year) draft.reject('term-out-of-range', outside.reason);
  }
  return term;
}

function penceIn(
  draft: Draft,
  column: 'pupil_premium_plus_pence' | 'pupil_premium_plus_allocated_pence',
): number | null {
  const value = draft.text(column);
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  draft.reject('pence-not-whole', `${column} is not a whole number of pence.`);
  return null;
}
