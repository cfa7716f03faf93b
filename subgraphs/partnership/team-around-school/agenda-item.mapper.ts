import { VoiceKind } from '../../../platform/vocabulary/voice-kind.js';
import type { Voice } from '../../../platform/vocabulary/voice.js';
import type { AgendaItem } from './agenda-item.type.js';
import type { StoredItem } from './stored-item.js';
import { toChange } from './team-change.mapper.js';

/** As whom an item is read. */
export interface ReadAs {
  /** The day of the agenda. */
  readonly day: string;
  /** Whether it is the school's safeguarding lead who reads. */
  readonly safeguards: boolean;
}

/** An item as clients see it. Every field is named: a new column is never shown by accident. */
export function toItem(stored: StoredItem, { day, safeguards }: ReadAs): AgendaItem {
  return {
    childId: stored.childId,
    schoolUrn: stored.schoolUrn,
    day,
    id: stored.id,
    raisedBy: stored.raisedBy,
    reason: stored.reason,
    voices: voicesOf(stored),
    meetingOn: stored.meetingOn,
    outcome: stored.outcome,
    until: stored.until,
    closedOn: stored.closedOn,
    // What everybody else is told is the same of every item, so that none says of itself that it waits for a decision.
    waitsForDecision: safeguards ? waits(stored) : null,
    history: stored.history.map((change) => toChange(change, safeguards)),
    version: stored.version,
  };
}

/** The child's and the parents' words of an item. */
export const voicesOf = (stored: Pick<StoredItem, 'childVoice' | 'parentVoice' | 'meetingOn' | 'reason'>): Voice[] => [
  ...voiceOf(VoiceKind.CHILD, stored.childVoice, stored),
  ...voiceOf(VoiceKind.PARENT, stored.parentVoice, stored),
];

function voiceOf(
  byKind: VoiceKind,
  words: string | null,
  { meetingOn: on, reason: concerning }: Pick<StoredItem, 'meetingOn' | 'reason'>,
): Voice[] {
  return words === null ? [] : [{ by: byKind.toLowerCase(), byKind, on, words, concerning }];
}

const waits = ({ closedOn, openedUntil, until }: StoredItem): boolean =>
  closedOn === null && (openedUntil === null || openedUntil < until);
