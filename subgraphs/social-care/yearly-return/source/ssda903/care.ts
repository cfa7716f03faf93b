import { type DateBound, rangeFault } from '../../../../../platform/ingest/bounds.js';
import { slashDate } from '../../../../../platform/ingest/plain-date.js';
import { overlapping } from '../../../../../platform/ingest/interval.js';
import type { Omission } from '../../../../../platform/ingest/record.js';
import { type Spell, spell } from '../../spell.js';
import type { Episode } from './parse.js';

/** Short breaks are episodes of the return, but not being looked after. Source: SSDA903 guide, legal status. */
const shortBreaks = new Set(['V3', 'V4']);
const legalStatuses = new Set('C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3'.split(' '));
/**
 * Special guardianship of a relative or friend. E46 and E48 are of somebody who is neither, and E41 (a child arrangements
 * order) does not say of whom. Source: SSDA903 guide, reason episode ceased.
 */
const kinship = new Set(['E45', 'E47']);
/** Adoption and the orders: what makes a child previously looked after. */
const permanence = new Set([...kinship, 'E11', 'E12', 'E41', 'E46', 'E48']);

/** The last day that a return can speak of, of its year and until today, and the days on which what it tells of may be. */
export interface YearDays {
  readonly lastDay: string;
  readonly event: DateBound;
}

/** What a child's episodes say of the child's year. */
interface Care {
  readonly spells: Spell[];
  /** Every episode that is left out, or whose end is, under its rule. */
  readonly leftOut: Omission[];
  /** Whether every episode that began by the last day of the year could be read. */
  readonly whole: boolean;
}

/** The spells of care of a child's episodes in a return of these days. */
export function careOf(episodes: readonly Episode[], days: YearDays): Care {
  const leftOut: Omission[] = [];
  const read = episodes.map((episode) => ({ episode, told: spellOf(episode, days, leftOut) }));
  const spells = read.flatMap(({ episode, told }) => (typeof told === 'object' ? [{ episode, ...told }] : []));
  leftOut.push(...overlapping(spells).map(({ episode }) => overlap(episode)));
  return {
    spells: spells.map(({ episode: _, ...told }) => told),
    leftOut,
    whole: !read.some(({ told }) => told === 'unread'),
  };
}

/** Named and not left out: a day counts once, and a child is not to be shown out of care by one of two dates. */
const overlap = ({ file, line }: Episode): Omission => ({
  ...{ file, line, rule: '903-142', whole: false },
  reason: 'The episode began before an earlier one had ended: the days of both are taken, each once.',
});

/** Rule numbers: SSDA903 validation rules 2024/25. */
function spellOf(
  { file, line, fields }: Episode,
  { lastDay, event }: YearDays,
  leftOut: Omission[],
): Spell | 'unread' | 'later' {
  const name = (rule: string, reason: string): 'unread' => {
    leftOut.push({ file, line, rule, reason, whole: false });
    return 'unread';
  };
  const from = slashDate.read(fields.DECOM);
  const ceased = fields.DEC === '' ? null : slashDate.read(fields.DEC);
  if (from === null) return name('903-141', 'The date the episode began is not a valid date.');
  if (from > lastDay) {
    name('903-354', 'The episode began after the end of the collection year.');
    return 'later';
  }
  if (fields.DEC !== '' && ceased === null) return name('903-147', 'The date the episode ceased is not a valid date.');
  const outside = rangeFault(event, 'DECOM', from);
  if (outside) return name(outside.rule, outside.reason);
  if (!legalStatuses.has(fields.LS)) return name('903-144', 'The legal status code is not a valid code.');
  if (ceased !== null && ceased < from) return name('903-356', 'The episode ceased before it started.');
  // It holds no day, and is kept as that: an older return may have left it open.
  if (ceased === from) name('903-355', 'The episode appears to have lasted for less than 24 hours.');
  // The dates alone say whether the child is looked after: the episode counts, and its half-given end is named.
  if ((fields.DEC === '') !== (fields.REC === '')) {
    name('903-148', 'Date and reason ceased must both be given, or neither: the one given alone is taken as it is.');
  }
  const kind = shortBreaks.has(fields.LS) ? 'SHORT_BREAK' : 'CARE';
  if (ceased !== null && ceased > lastDay) {
    name('903-385', 'The episode ceased after the end of the collection year, or after today: it is taken as open.');
    return spell(kind, from, null);
  }
  return spell(kind, from, ceased, { leftFor: ceased === null ? null : leftFor(fields.REC) });
}

function leftFor(reasonCeased: string): Spell['leftFor'] {
  if (kinship.has(reasonCeased)) return 'KINSHIP';
  return permanence.has(reasonCeased) ? 'PERMANENCE' : null;
}
