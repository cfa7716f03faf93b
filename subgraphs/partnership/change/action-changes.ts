import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { AgreedActionChangeRow } from '../agreed-action/agreed-action-change.row.js';
import type { AgreedActionRow } from '../agreed-action/agreed-action.row.js';
import { doneBy, type OwnChange } from './own-change.js';

/** An agreed action with all that was done with it. */
export interface ChangedAction extends Pick<
  AgreedActionRow,
  'id' | 'childId' | 'schoolUrn' | 'what' | 'owner' | 'dueOn' | 'doneOn'
> {
  readonly history: readonly Readonly<
    Pick<AgreedActionChangeRow, 'version' | 'change' | 'recordedAt' | 'actorName' | 'actorRole'>
  >[];
}

/** The changes of an agreed action: under what is agreed for children on plans and in care, or with what a school's team agrees. */
export function actionChanges(action: ChangedAction): OwnChange[] {
  const { id, childId, schoolUrn, doneOn } = action;
  const agreed = inWords(action);
  const tier = schoolUrn === null ? 'T4' : 'T2';
  return action.history.map((done) => ({
    ...{ key: `action/${id}/${String(done.version)}`, recordId: childId, facet: null, tier, teamUrn: null },
    ...{ ...doneBy(done), what: 'Agreed action' },
    ...(done.change === 'RECORDED'
      ? { from: null, to: agreed }
      : { from: agreed, to: doneOn === null ? 'Done' : `Done on ${dayInWords(doneOn)}` }),
  }));
}

const inWords = ({ what, owner, dueOn }: ChangedAction): string =>
  `${what} (${owner}${dueOn === null ? '' : `, by ${dayInWords(dueOn)}`})`;
