import type { Worker } from '../area.js';
import type { SocialCare } from '../child.js';
import { addDays, daysBetween, later } from '../dates.js';
import type { Random } from '../random.js';
import { drawCare } from './care.js';
import type { Involvement } from './involvement.js';
import { drawNeedEpisode } from './needs.js';

/** The case of one child: what the census, the looked-after return and the case list say of it. */
export function drawSocialCare(
  random: Random,
  involvement: Involvement,
  about: { readonly id: string; readonly dob: string; readonly cohort: number; readonly senNeeds: readonly string[] },
  workers: readonly Worker[],
  asAt: string,
): SocialCare {
  const yearStart = returnYearStart(asAt);
  const inCare = involvement === 'LOOKED_AFTER' || involvement === 'LEFT_CARE';
  const care = inCare ? drawCare(random, about.dob, asAt, yearStart, involvement === 'LEFT_CARE') : [];
  const need = drawNeedEpisode(random, { involvement, dob: about.dob, asAt, yearStart, care });
  return {
    id: about.id,
    listed: involvement !== 'NO_FURTHER_ACTION',
    allocations: drawAllocations(random, involvement, need.from, need.until ?? asAt, need.until, workers),
    disabilities: disabilities(about.senNeeds),
    upnUnknown: involvement === 'NO_FURTHER_ACTION' ? 'UN7' : about.cohort < 4 ? 'UN1' : 'UN4',
    needs: [need],
    care,
  };
}

/** 1 April on or before a date: the census and the looked-after return run to 31 March. */
function returnYearStart(asAt: string): string {
  const year = Number(asAt.slice(0, 4)) - (asAt.slice(5) < '04-01' ? 1 : 0);
  return `${String(year)}-04-01`;
}

/** The year of the census and the looked-after return that hold a date: the one on whose 31 March they end. */
export function returnYear(asAt: string): number {
  return Number(returnYearStart(asAt).slice(0, 4)) + 1;
}

/** The worker now and, for many, the one before; about one open case in thirty waits for a worker. */
function drawAllocations(
  random: Random,
  involvement: Involvement,
  from: string,
  end: string,
  until: string | null,
  workers: readonly Worker[],
): SocialCare['allocations'] {
  if (involvement === 'NO_FURTHER_ACTION' || random.chance(0.03)) return [];
  const team = { LOOKED_AFTER: 'Children Looked After', LEFT_CARE: 'Children Looked After', ASSESSMENT: 'Assessment' };
  const wanted = involvement in team ? team[involvement as keyof typeof team] : 'Safeguarding';
  const socialWorkers = workers.filter(({ role }) => role === 'SOCIAL_WORKER');
  // A Child in Need plan alone may be led by somebody who is no social worker.
  const choices = (involvement === 'CHILD_IN_NEED' ? workers : socialWorkers).filter(
    ({ role, team }) => role === 'FAMILY_HELP_LEAD' || team.startsWith(wanted),
  );
  const worker = random.pick(choices);
  const first = addDays(from, 1);
  const span = daysBetween(first, end);
  if (span < 120 || !random.chance(0.4)) return [{ worker, from: later(first, from), until }];
  const changedOn = addDays(first, random.int(30, span - 30));
  return [
    { worker: random.pick(socialWorkers), from: first, until: changedOn },
    { worker, from: changedOn, until },
  ];
}

/** The census's disability codes that go with SEN need codes; the others have none. */
const disabilityOf: Readonly<Record<string, string>> = {
  ASD: 'AUT',
  SLCN: 'COMM',
  SLD: 'LD',
  PMLD: 'LD',
  PD: 'MOB',
  HI: 'HEAR',
  VI: 'VIS',
};

function disabilities(senNeeds: readonly string[]): readonly string[] {
  const found = [...new Set(senNeeds.flatMap((need) => disabilityOf[need] ?? []))];
  return found.length === 0 ? ['NONE'] : found;
}
