import { nameOf, type Spell } from './spell.js';
import { firstDayOf, type YearlyReturn } from './yearly-return.js';

/**
 * The spells that stand when all returns of one source about one child are put together, one return a year. The newest
 * return that shows a spell says how it ended. A spell that an older return left open, and that no newer one shows, ends
 * on the first day of the first newer year whose return names the child: had it still been held on that day, it would
 * be there. In which order the returns arrived makes no difference. Why: docs/decisions/0016.
 */
export function standing(returns: readonly YearlyReturn[]): Spell[] {
  const oldestFirst = [...returns].sort((a, b) => a.year - b.year);
  return oldestFirst.flatMap(({ spells }, index) => {
    const newer = oldestFirst.slice(index + 1);
    const shownAgain = new Set(newer.flatMap((later) => later.spells.map(nameOf)));
    const contradicting = newer.find(({ whole }) => whole);
    const older = oldestFirst.slice(0, index).flatMap((earlier) => earlier.spells);
    return spells
      .filter((spell) => !shownAgain.has(nameOf(spell)))
      .map((spell) => withReviews(contradicting ? endedBy(spell, firstDayOf(contradicting.year)) : spell, older));
  });
}

function endedBy(spell: Spell, day: string): Spell {
  return spell.until === null ? { ...spell, until: day > spell.from ? day : spell.from } : spell;
}

/** Reviews add up over the years: a return need not repeat those of the years before. */
function withReviews(spell: Spell, older: readonly Spell[]): Spell {
  const reviews = [spell, ...older.filter((one) => nameOf(one) === nameOf(spell))].flatMap(
    ({ reviewedOn }) => reviewedOn ?? [],
  );
  return { ...spell, reviewedOn: reviews.sort().at(-1) ?? null };
}
