import { slashDate } from '../../../../../platform/ingest/plain-date.js';
import type { Omission } from '../../../../../platform/ingest/record.js';
import { diedOn } from '../died-on.js';
import type { YearDays } from './care.js';
import type { Episode } from './parse.js';

/** Reason episode ceased: died. Source: SSDA903 code set, REC. */
const DIED = 'E2';

/**
 * The day the child died, as an episode says that ceased because of it in the return's year: the day it ceased, also where
 * its days of care cannot be counted (a wrong legal status, a day of care that ended on the day it began). The earliest,
 * where two say so; null where none does.
 */
export function deathIn(
  episodes: readonly Episode[],
  bornOn: string | null,
  { lastDay, event }: YearDays,
): { on: string | null; leftOut: Omission[] } {
  const leftOut: Omission[] = [];
  const days = episodes.flatMap(({ file, line, fields }) => {
    const ceased = slashDate.read(fields.DEC);
    // That a day cannot be read, is lacking or is not of the year, is said of the episode itself.
    if (fields.REC !== DIED || ceased === null || ceased > lastDay) return [];
    const written = { text: fields.DEC, name: 'The day the episode ceased with a death', form: slashDate };
    const on = diedOn(
      { ...written, bornOn, lastDay: event.last, beforeBirthRule: 'death-before-birth' },
      (rule, reason) => leftOut.push({ file, line, rule, reason, whole: false }),
    );
    return on ?? [];
  });
  return { on: days.sort()[0] ?? null, leftOut };
}
