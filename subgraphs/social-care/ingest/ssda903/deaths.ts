import { slashDate } from '../../../../platform/ingest/plain-date.js';
import type { Omission } from '../../../../platform/ingest/record.js';
import { type DeathFact, deathOf } from '../death.js';
import type { Episode } from './parse.js';

/** Reason episode ceased: died. Source: SSDA903 code set, REC. */
const DIED = 'E2';

/**
 * The deaths that a child's episodes give: of every episode that ceased because the child died the day it ceased, also
 * where its days of care cannot be counted (a wrong legal status, a day of care that ended on the day it began).
 */
export function deathsOf(
  episodes: readonly Episode[],
  bornOn: string | null,
  today: string | null,
): { deaths: DeathFact[]; leftOut: Omission[] } {
  const leftOut: Omission[] = [];
  const deaths = episodes.flatMap(({ file, line, fields }) => {
    // That a day cannot be read, or is lacking, is said of the episode itself.
    if (fields.REC !== DIED || slashDate.read(fields.DEC) === null) return [];
    const written = { text: fields.DEC, name: 'The day the episode ceased with a death', form: slashDate };
    return deathOf({ ...written, bornOn, today, beforeBirthRule: 'death-before-birth' }, (rule, reason) =>
      leftOut.push({ file, line, rule, reason, whole: false }),
    );
  });
  return { deaths, leftOut };
}
