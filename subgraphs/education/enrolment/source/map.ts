import { tidyName } from '../../../../platform/identity-client/identifier/name.js';
import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { identifiersOf, nameIn, postcodeIn, sexIn, upnIn } from '../../../../platform/ingest/person-field.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../platform/ingest/record.js';
import { SenProvision } from '../../../../platform/vocabulary/sen-provision.js';
import type { EnrolmentFact, EnrolmentStatus, LeftCareBy } from './fact.js';
import type { SchoolCensusFields } from './parse.js';
import { pupilKey } from './pupil.js';

type Draft = RecordDraft<keyof SchoolCensusFields>;

// Source of the code sets: DfE school census, code sets of the common basic data set.
const yearGroups = Object.fromEntries(
  ['E1', 'E2', 'N1', 'N2', 'R', ...Array.from({ length: 14 }, (_, index) => String(index + 1)), 'M', 'X'].map(
    (code) => [code, code],
  ),
);
const statuses: Readonly<Record<string, EnrolmentStatus>> = {
  C: 'CURRENT',
  M: 'CURRENT_MAIN',
  S: 'CURRENT_SUBSIDIARY',
  F: 'FE_COLLEGE',
  O: 'OTHER',
};
const provisions = { N: SenProvision.NONE, K: SenProvision.SEN_SUPPORT, E: SenProvision.EHC_PLAN };
const senTypes = new Set('SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH NSA'.split(' '));
const waysOutOfCare: Readonly<Record<string, LeftCareBy | null>> = {
  N: null,
  A: 'ADOPTION',
  G: 'SPECIAL_GUARDIANSHIP',
  R: 'RESIDENCE_ORDER',
  C: 'CHILD_ARRANGEMENTS_ORDER',
};

/** One pupil on a roll: who, and the enrolment. A number that is wrong is left out and the pupil still taken. */
export function map(parsed: Parsed<SchoolCensusFields>, bounds: DateBounds): MapResult<EnrolmentFact> {
  const draft = new RecordDraft(parsed, bounds);
  const urn = draft.shaped('urn', /^\d{6}$/, 'urn-shape', 'six digits');
  const person = personOf(draft, urn);
  const enrolment = enrolmentOf(draft, urn);
  draft.notBeforeBirth(person.dateOfBirth ?? '', enrolment.from, ['dob', 'entry_date']);
  return draft.finish(person, [enrolment]);
}

function personOf(draft: Draft, urn: string): PersonEvidence {
  const upn = upnIn(draft, 'upn');
  const family = tidyName(draft.required('surname'));
  const given = tidyName(draft.required('forename'));
  const dateOfBirth = draft.requiredDate('dob', 'birth');
  const { source, sourceKey } = pupilKey({ urn, upn, family, given, dateOfBirth });
  return {
    source,
    sourceKey,
    given,
    family,
    preferred: nameIn(draft, 'preferred_forename'),
    previousFamily: nameIn(draft, 'former_surname'),
    dateOfBirth,
    sex: sexIn(draft, 'sex'),
    postcode: postcodeIn(draft, 'postcode'),
    identifiers: identifiersOf(['UPN', upnIn(draft, 'former_upn')], ['UPN', upn]),
  };
}

function enrolmentOf(draft: Draft, urn: string): EnrolmentFact {
  const from = draft.requiredDate('entry_date', 'planned');
  const until = draft.date('leaving_date', 'ahead');
  draft.interval(from, until, ['entry_date', 'leaving_date']);
  draft.required('enrol_status');
  draft.required('sen_provision');
  return {
    kind: 'enrolment',
    urn,
    yearGroup: draft.code('nc_year', yearGroups, 'year-group-unknown'),
    from,
    until,
    status: draft.code('enrol_status', statuses, 'enrolment-status-unknown') ?? 'OTHER',
    senProvision: draft.code('sen_provision', provisions, 'sen-provision-unknown') ?? SenProvision.NONE,
    needs: needsOf(draft),
    freeSchoolMeals: draft.code('fsm', { 0: false, 1: true }, 'free-school-meals-unknown'),
    leftCareBy: draft.code('adopted_from_care', waysOutOfCare, 'adopted-from-care-unknown'),
  };
}

function needsOf(draft: Draft): EnrolmentFact['needs'] {
  const needs: { code: string; rank: number }[] = [];
  for (const column of ['sen_need_primary', 'sen_need_secondary'] as const) {
    const code = draft.text(column);
    if (code === null || needs.some((need) => need.code === code)) continue;
    if (senTypes.has(code)) needs.push({ code, rank: needs.length + 1 });
    else draft.leaveOut('sen-need-unknown', `${column} is not a code of the SEN type code set.`);
  }
  return needs;
}
