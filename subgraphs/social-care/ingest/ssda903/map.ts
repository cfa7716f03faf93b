import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { identifiersOf, letterSex, sexIn, upnIn } from '../../../../platform/ingest/person-field.js';
import { slashDate } from '../../../../platform/ingest/plain-date.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../platform/ingest/record.js';
import { careOf } from './care.js';
import { deathsOf } from './deaths.js';
import type { LookedAfterFact } from './fact.js';
import type { HeaderFields, LookedAfterChild } from './parse.js';

type Draft = RecordDraft<keyof HeaderFields>;

const sexes = { ...letterSex, 1: 'MALE', 2: 'FEMALE' } as const;

/** One child of the return of a council. The return holds no name. */
export function map(parsed: Parsed<LookedAfterChild>, council: string, bounds: DateBounds): MapResult<LookedAfterFact> {
  const { file, line, fields } = parsed;
  const draft = new RecordDraft({ file, line, fields: fields.header }, bounds);
  const person = personOf(draft, council, fields.header);
  const care = careOf(fields.episodes, bounds.event);
  const died = deathsOf(fields.episodes, person.dateOfBirth, bounds.event.last);
  const result = draft.finish(person, [...care.facts, ...died.deaths]);
  const leftOut = [...care.leftOut, ...died.leftOut];
  return 'taken' in result ? { taken: { ...result.taken, leftOut: [...result.taken.leftOut, ...leftOut] } } : result;
}

function personOf(draft: Draft, council: string, header: HeaderFields): PersonEvidence {
  const key = `${council}/${draft.required('CHILD')}`;
  const whyNone = /^UN[1-5]$/.test(header.UPN);
  return {
    source: `ssda903:${council}`,
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
