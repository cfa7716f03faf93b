import type { Writing } from '../../../../platform/db/write-unit.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { groupBy } from '../../../../platform/record/batch.js';
import { refreshPresence } from '../../involvement/refresh-presence.repository.js';
import { replaceIntervals } from '../../involvement/status-interval.repository.js';
import { replacePlans } from '../../plan/care-plan.repository.js';
import { type ChildReturn, compareReturns } from '../compare-returns.js';
import { replaceDeaths } from '../../death/death.repository.js';
import { diedOnOf } from '../died-on-of.js';
import { plansOf } from '../plans-of.js';
import type { Spell } from '../spell.js';
import { standing } from '../standing.js';
import { statusesOf } from '../statuses-of.js';
import type { YearlyReturn } from '../yearly-return.js';
import { YearlyReturnRepository } from '../yearly-return.repository.js';

/**
 * Writes what the returns of one source say of the children they name, each in place of what the same year's return
 * said before, and works out from the returns of all years what is shown. What other sources say stays. Counted are the
 * spells of the returns, one that is gone as written.
 */
export async function writeReturns(
  writing: Writing,
  source: string,
  records: readonly ResolvedRecord<YearlyReturn>[],
): Promise<Written> {
  const given = records.flatMap(({ childId, facts }) =>
    childId === null ? [] : facts.map((said) => ({ childId, ...said })),
  );
  const returns = new YearlyReturnRepository(writing, source);
  await returns.begin();
  const held = await returns.ofChildren([...new Set(given.map(({ childId }) => childId))]);
  const { changed, written, unchanged } = compareReturns(held, given);
  await returns.keep(changed);
  const children = [...new Set(changed.map(({ childId }) => childId))];
  await show(writing, source, children, await returns.ofChildren(children));
  return { written, unchanged };
}

/** Makes what is shown of these records follow from all that the source's returns say of them. */
async function show(
  writing: Writing,
  source: string,
  children: readonly string[],
  returns: readonly ChildReturn[],
): Promise<void> {
  if (children.length === 0) return;
  const spells = [...groupBy(returns, ({ childId }) => childId)].map(([childId, own]) => ({
    childId,
    standing: standing(own),
  }));
  const changed = [
    ...(await replaceIntervals(writing, source, children, spells.flatMap(spansOf))),
    ...(await replacePlans(writing, source, children, spells.flatMap(sourcedPlansOf))),
  ];
  const touched = [...new Set(changed.map(({ childId }) => childId))];
  await refreshPresence(writing, touched);
  await writing.emit('involvement-changed', touched);
  await showDeaths(writing, source, children, returns);
}

/** A death changes no row of what is shown: it is read beside them. */
async function showDeaths(
  writing: Writing,
  source: string,
  children: readonly string[],
  returns: readonly ChildReturn[],
): Promise<void> {
  const deaths = [...groupBy(returns, ({ childId }) => childId)].flatMap(([childId, own]) => {
    const diedOn = diedOnOf(own);
    return diedOn === null ? [] : [{ childId, diedOn }];
  });
  const changed = await replaceDeaths(writing, source, children, deaths);
  const touched = changed.map(({ childId }) => childId);
  await writing.emit('death-changed', touched);
}

interface Standing {
  readonly childId: string;
  readonly standing: readonly Spell[];
}

function spansOf({ childId, standing: spells }: Standing) {
  return statusesOf(spells).map((span) => ({ childId, sourceRef: `${span.status}/${span.from}`, ...span }));
}

function sourcedPlansOf({ childId, standing: spells }: Standing) {
  return plansOf(spells).map((plan) => ({ childId, sourceRef: `${plan.kind}/${plan.startedOn}`, ...plan }));
}
