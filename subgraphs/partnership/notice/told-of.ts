import type { ToldAs } from '../../../platform/vocabulary/facet.js';
import type { NoticeKind } from '../../../platform/vocabulary/notice-kind.js';

const supporting = [
  'TOLD_AS_SOCIAL_WORKER',
  'TOLD_AS_VIRTUAL_SCHOOL_HEAD',
  'TOLD_AS_VIRTUAL_SCHOOL_ADVISER',
] as const satisfies readonly ToldAs[];

/**
 * As what somebody is told of each kind of fact. A suspension, an exclusion, the end of a roll and a move of school are
 * for those who work with a child of social care's: the worker, and of the virtual school whoever has the duty (DfE, Suspension
 * and permanent exclusion, 2023, "Notifying social workers and the virtual school head"; Working together to improve school attendance, 2024).
 * That a child was not brought to an appointment is for the child's social worker and for whoever leads safeguarding at the child's
 * school (Working together to safeguard children, 2023: a pattern of missed appointments is shared with those who safeguard the child).
 */
export const toldOf: Readonly<Record<NoticeKind, readonly ToldAs[]>> = {
  SUSPENSION: supporting,
  PERMANENT_EXCLUSION: supporting,
  ROLL_ENDED: supporting,
  SCHOOL_MOVE: supporting,
  PLACED_IN_ALTERNATIVE_PROVISION: ['TOLD_AS_SCHOOL'],
  SOCIAL_CARE_CLOSED: ['TOLD_AS_SCHOOL'],
  WAS_NOT_BROUGHT: ['TOLD_AS_SOCIAL_WORKER', 'TOLD_AS_SCHOOL'],
};
