import { Permit } from '../../../platform/access/permit.js';
import type { Caller } from '../../../platform/auth/door.js';
import { VoiceKind } from '../../../platform/vocabulary/voice-kind.js';
import type { Voice } from '../../../platform/vocabulary/voice.js';
import { allowedFrom, requiresReason } from './status.js';
import type { AllowedStep, WaitingListEntry } from './waiting-list-entry.type.js';
import { waitingListPolicy } from './waiting-list.policy.js';

/** Where an entry may go, for those who may take it there; null for everybody else. The write decides for itself. */
export function stepsFor(entry: WaitingListEntry, caller: Caller): AllowedStep[] | null {
  const permit = Permit.for(caller, waitingListPolicy, { tier: 'T3', act: 'WRITE', operation: 'allowed-next' });
  const { org, scopes } = caller.claims;
  if (permit.refused || entry.provider?.id !== org || !scopes.includes('health:write')) return null;
  return allowedFrom(entry.status).map((status) => ({ status, needsReason: requiresReason(status) }));
}

/** The words that came with a referral, for its provider and for whoever referred; null for everybody else. */
export function voicesFor({ words, provider }: WaitingListEntry, caller: Caller): Voice[] | null {
  const { org } = caller.claims;
  if (words === null || (provider?.id !== org && words.referrer !== org)) return null;
  return [
    ...voiceOf('the child', VoiceKind.CHILD, words.child),
    ...voiceOf('a parent', VoiceKind.PARENT, words.parent),
  ];
}

const voiceOf = (by: string, byKind: VoiceKind, words: string | null): Voice[] =>
  words === null ? [] : [{ by, byKind, on: null, words, concerning: 'The referral' }];
