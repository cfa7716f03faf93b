import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { HeldSuspension } from '../told-suspension.repository.js';
import type { SuspensionFact } from './fact.js';

/** What a file says of a suspension of one of a school's pupils. */
export interface ToldSuspension {
  readonly childId: string;
  readonly fact: SuspensionFact;
}

/** What a file makes of what is held. */
export interface SuspensionPlan {
  /** What was said of before, and is said otherwise now. */
  readonly superseded: readonly HeldSuspension[];
  readonly added: readonly HeldSuspension[];
}

type Identity = Pick<HeldSuspension, 'childId' | 'urn' | 'startedOn' | 'category'>;

const nameOf = ({ childId, urn, startedOn, category }: Identity): string =>
  [childId, urn, startedOn, category].join(' ');

/**
 * What stands after what a file tells, at a moment: what it says otherwise than what stands is a version of its own, and the
 * same again nothing. A file that says nothing of provision, or of what followed, takes nothing back that was told before.
 */
export function planSuspensions(
  standing: readonly HeldSuspension[],
  told: readonly ToldSuspension[],
  now: string,
): SuspensionPlan {
  const held = new Map(standing.map((one) => [nameOf(one), one]));
  const added = new Map<string, HeldSuspension>();
  for (const { childId, fact } of told) {
    const name = nameOf({ childId, ...fact });
    const known = held.get(name);
    const next = versionAfter(childId, known, fact, now);
    if (known === undefined || !isDeepStrictEqual(saidIn(next), saidIn(known))) added.set(name, next);
  }
  return { added: [...added.values()], superseded: [...added.keys()].flatMap((name) => held.get(name) ?? []) };
}

function versionAfter(
  childId: string,
  known: HeldSuspension | undefined,
  { kind: _, ...fact }: SuspensionFact,
  now: string,
): HeldSuspension {
  const provision = fact.provisionOn === null && known ? known : fact;
  const review = fact.reviewedOn === null && known ? known : fact;
  return {
    ...fact,
    ...{ id: randomUUID(), childId, version: (known?.version ?? 0) + 1, recordedAt: now, supersededAt: null },
    ...{ provisionOn: provision.provisionOn, provider: provision.provider },
    ...{ reviewedOn: review.reviewedOn, reviewResult: review.reviewResult, senExpert: review.senExpert },
    ...{
      councilToldOn: fact.councilToldOn ?? known?.councilToldOn ?? null,
      reinstatedOn: fact.reinstatedOn ?? known?.reinstatedOn ?? null,
    },
  };
}

const saidIn = ({ id: _id, version: _version, recordedAt: _at, supersededAt: _by, ...said }: HeldSuspension): object =>
  said;
