import type { DateBounds } from '../../../../../platform/ingest/bounds.js';
import { identifiersOf, sexIn, upnIn } from '../../../../../platform/ingest/person-field.js';
import { xmlDate } from '../../../../../platform/ingest/plain-date.js';
import { RecordDraft } from '../../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../../platform/ingest/record.js';
import { textFault } from '../../../../../platform/ingest/text-bounds.js';
import { firstDayOf, type YearlyReturn, yearlyReturn } from '../../yearly-return.js';
import { diedOn } from '../died-on.js';
import { cinCensusRecords } from '../../../case-system.js';
import { spellsOf } from './case.js';
import { nameOverlaps } from './overlaps.js';
import type { Notes } from './notes.js';
import type { CinChild } from './parse.js';

type TextName = Exclude<keyof CinChild, 'episodes' | 'year'>;
type Draft = RecordDraft<TextName>;

const sexes = { F: 'FEMALE', M: 'MALE', U: 'UNKNOWN', 0: 'UNKNOWN', 1: 'MALE', 2: 'FEMALE', 9: 'UNKNOWN' } as const;

/**
 * One child of the census, and what it says of the child in its year. The census holds no name. A case with a fault is
 * left out under its published rule and the rest of the child is taken.
 */
export function map(parsed: Parsed<CinChild>, bounds: DateBounds): MapResult<YearlyReturn> {
  const draft = new RecordDraft<TextName>(parsed, bounds);
  const person = personOf(draft, parsed.fields.council);
  // Its word would stand over that of every census to come, until that year.
  if (firstDayOf(parsed.fields.year) > bounds.event.last) {
    draft.reject('census-year-not-begun', 'The year of the census (Year) has not begun.');
  }
  // Of a child without a birth date, too, a death of another century is none.
  const bornOn = person.dateOfBirth ?? bounds.event.first;
  return draft.finish(person, [returnOf(parsed.fields, bornOn, draft, bounds)]);
}

function personOf(draft: Draft, council: string): PersonEvidence {
  const id = draft.text('LAchildID');
  if (id === null) draft.reject('cin-8500', 'The LAchildID is missing.');
  const fault = textFault({ name: 'LAchildID' }, id ?? '');
  if (fault) draft.reject(fault.rule, fault.reason);
  const upn = upnIn(draft, 'UPN', { 'check-letter': 'cin-1510', council: 'cin-1530' });
  const formerUpn = upnIn(draft, 'FormerUPN', { 'check-letter': 'cin-1560Q', council: 'cin-1560Q' });
  const key = `${council}/${id ?? ''}`;
  draft.unkeptDate('ExpectedPersonBirthDate', 'expected-birth', xmlDate);
  return {
    source: `${cinCensusRecords.name}:${council}`,
    sourceKey: key,
    given: null,
    family: null,
    preferred: null,
    previousFamily: null,
    dateOfBirth: draft.date('PersonBirthDate', 'birth', xmlDate),
    sex: sexIn(draft, 'sex', sexes),
    postcode: null,
    identifiers: identifiersOf(['SOCIAL_CARE_ID', key], ['UPN', upn], ['UPN', formerUpn]),
  };
}

// What is to come, no census can tell, though its year may not be over.
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** What the census says of the child's cases in its year, and whether the child died. */
function returnOf(
  { episodes, year, lastDay, PersonDeathDate }: CinChild,
  bornOn: string,
  draft: Draft,
  bounds: DateBounds,
): YearlyReturn {
  let whole = true;
  const notes: Notes = {
    note: (rule, reason) => {
      draft.leaveOut(rule, reason);
    },
    lose: (rule, reason) => {
      whole = false;
      draft.leaveOut(rule, reason);
    },
  };
  const days = { lastDay: earlier(lastDay, bounds.event.last), event: bounds.event };
  const spells = episodes.flatMap((episode) => spellsOf(episode, days, notes));
  nameOverlaps(spells, notes);
  const death = { text: PersonDeathDate, name: 'PersonDeathDate', form: xmlDate, beforeBirthRule: 'cin-8535Q' };
  const died = diedOn({ ...death, bornOn, lastDay: bounds.event.last }, notes.lose);
  return yearlyReturn(year, whole, spells, died);
}
