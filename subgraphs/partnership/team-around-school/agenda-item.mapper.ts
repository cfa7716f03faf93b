import type { Voice } from '../../../platform/vocabulary/voice.js';
import type { AgendaItem } from './agenda-item.type.js';
import type { StoredItem } from './agenda.repository.js';

/** An item as clients see it. Every field is named: a new column is never shown by accident. */
export function toItem(stored: StoredItem): AgendaItem {
  return {
    childId: stored.childId,
    id: stored.id,
    raisedBy: stored.raisedBy,
    reason: stored.reason,
    voices: [...voiceOf('child', stored.childVoice, stored), ...voiceOf('parent', stored.parentVoice, stored)],
    until: stored.until,
    version: stored.version,
  };
}

function voiceOf(by: string, words: string | null, { meetingOn, reason }: StoredItem): Voice[] {
  return words === null ? [] : [{ by, on: meetingOn, words, concerning: reason }];
}
