import type { DateBounds } from '../../../../../platform/ingest/bounds.js';
import { identifiersOf, letterSex, sexIn, upnIn } from '../../../../../platform/ingest/person-field.js';
import { slashDate } from '../../../../../platform/ingest/plain-date.js';
import { RecordDraft } from '../../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../../platform/ingest/record.js';
import { lastDayOf, type YearlyReturn, yearlyReturn } from '../../yearly-return.js';
import { ssda903Records } from '../../../case-system.js';
import { careOf } from './care.js';
import { deathIn } from './death-in.js';
import type { HeaderFields, LookedAfterChild } from './parse.js';

type Draft = RecordDraft<keyof HeaderFields>;

const sexes = { ...letterSex, 1: 'MALE', 2: 'FEMALE' } as const;

/** Whose return a set of files is, which they do not say: the local authority code, and the year to 31 March. */
export interface ReturnOf {
  readonly council: string;
  readonly year: number;
}

/** One child of the return of a council, and what it says of the child in its year. The return holds no name. */
export function map(
  parsed: Parsed<LookedAfterChild>,
  { council, year }: ReturnOf,
  bounds: DateBounds,
): MapResult<YearlyReturn> {
  const { file, line, fields } = parsed;
  const draft = new RecordDraft({ file, line, fields: fields.header }, bounds);
  const person = personOf(draft, council, fields.header);
  const days = { lastDay: [lastDayOf(year), bounds.event.last].sort()[0] ?? '', event: bounds.event };
  const { spells, leftOut: unread, whole } = careOf(fields.episodes, days);
  const died = deathIn(fields.episodes, person.dateOfBirth, days);
  const result = draft.finish(person, [
    yearlyReturn(year, whole && fields.allRead && died.leftOut.length === 0, spells, died.on),
  ]);
  const leftOut = [...unread, ...died.leftOut];
  return 'taken' in result ? { taken: { ...result.taken, leftOut: [...result.taken.leftOut, ...leftOut] } } : result;
}

function personOf(draft: Draft, council: string, header: HeaderFields): PersonEvidence {
  const key = `${council}/${draft.required('CHILD')}`;
  const whyNone = /^UN[1-5]$/.test(header.UPN);
  return {
    source: `${ssda903Records.name}:${council}`,
    sourceKey: key,
    given: null,
    family: null,
    preferred: null,
    previousFamily: null,
    dateOfBirth: draft.requiredDate('DOB', 'birth', slashDate),
    sex: sexIn(draft, 'SEX', sexes),
    postcode: null,
    identifiers: identifiersOf(['SOCIAL_CARE_ID', key], ['UPN', whyNone ? null : upnIn(draft, 'UPN')]),
  };
}
