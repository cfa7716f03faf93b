import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { ChildRow } from '../child/child.row.js';
import type { MatchDecisionRow } from '../identity/match-decision.row.js';
import type { IdentityChangeRow } from './identity-change.row.js';
import type { OwnChange } from './own-change.js';

/** That what is shown of a child was put right, and what is shown now. */
export interface ChangedIdentity
  extends
    Readonly<Pick<IdentityChangeRow, 'what' | 'recordedAt'>>,
    Readonly<Pick<ChildRow, 'childId' | 'given' | 'family' | 'preferred' | 'dateOfBirth'>> {}

/**
 * That a name or a date of birth was put right, and what it is now, which is what the child's record shows. What it was is told to
 * nobody: a former name may be what a child is to be safe from. Nor is who said so: that a source names the child may be told
 * to some alone.
 */
export function identityChanges(changed: ChangedIdentity): OwnChange[] {
  const { childId, what, recordedAt } = changed;
  const to = what === 'NAME' ? nameOf(changed) : changed.dateOfBirth && dayInWords(changed.dateOfBirth);
  if (!to) return [];
  const at = new Date(recordedAt).toISOString();
  return [
    {
      ...{ key: `${what.toLowerCase()}/${at}`, recordId: childId, facet: null, tier: 'T1', teamUrn: null, at },
      ...{ what: what === 'NAME' ? 'Name' : 'Date of birth', from: null, to, by: null },
    },
  ];
}

function nameOf({ given, family, preferred }: ChangedIdentity): string {
  const name = [given, family].flatMap((word) => word ?? []).join(' ');
  return preferred === null ? name : `${name}, known as ${preferred}`;
}

/** What a person decided of a record. */
export type DecidedMatch = Readonly<Pick<MatchDecisionRow, 'seq' | 'at' | 'childId' | 'kind' | 'actor' | 'actorName'>>;

const decisions: Readonly<Partial<Record<DecidedMatch['kind'], Pick<OwnChange, 'from' | 'to'>>>> = {
  CONFIRMED: { from: null, to: 'Linked with another record' },
  KEPT_APART: { from: null, to: 'Kept apart from another record' },
  SEPARATED: { from: 'Linked with another record', to: 'Separated from it' },
};

/**
 * What people decided of which records are a child's: told to those who review matches, who alone are shown such decisions. To
 * others a link would say that somebody else knows the child too.
 */
export function matchChanges(decided: readonly DecidedMatch[]): OwnChange[] {
  // An act of many records is of each record once.
  const acts = new Map(
    decided
      .toSorted((a, b) => b.seq - a.seq)
      .map((one) => [`decision/${one.kind}/${new Date(one.at).toISOString()}/${one.childId}`, one]),
  );
  return [...acts].flatMap(([key, { childId, kind, at, actor, actorName }]) => {
    const words = decisions[kind];
    if (!words) return [];
    return [
      {
        ...{ key, recordId: childId, facet: null, tier: 'T3' as const, teamUrn: null, at: new Date(at).toISOString() },
        ...{ what: 'Which records are the child’s', ...words, by: actorName ?? actor },
      },
    ];
  });
}
