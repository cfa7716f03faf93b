import { effectiveHistory } from '../history.js';
import type { FileStep } from '../file-said.js';
import { statusAlone } from '../stored-entry.js';
import type { FileChange, HeldStep } from './file-history.repository.js';
import type { WaitingListFact } from './fact.js';

/** The step that a row of a file is: the status it says, with what it is about. */
export function stepOf(
  of: Pick<FileChange, 'entryId' | 'childId' | 'from'>,
  { status, statusOn, reason, step }: Pick<WaitingListFact, 'status' | 'statusOn' | 'reason' | 'step'>,
): FileChange {
  return { ...of, ...statusAlone, ...told(step), to: status, effectiveOn: statusOn, reason };
}

/**
 * A step put right by what a later file says otherwise of it, as a correction: the one that was written stays as it is. Null
 * where there is no such step any more.
 */
export function restatedStep(
  steps: readonly HeldStep[],
  { status, statusOn, reason }: Pick<WaitingListFact, 'status' | 'statusOn' | 'reason'>,
  otherwise: FileStep,
): FileChange | null {
  const meant = effectiveHistory(steps).findLast(({ to, effectiveOn }) => to === status && effectiveOn === statusOn);
  if (!meant) return null;
  const { id, ...was } = meant;
  return { ...was, ...told(otherwise), reason: reason ?? was.reason, corrects: id };
}

const told = (step: FileStep = {}): Partial<FileChange> =>
  Object.fromEntries(Object.entries(step).filter(([, value]) => value !== undefined));
