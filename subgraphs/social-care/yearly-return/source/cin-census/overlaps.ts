import { meet, overlapping } from '../../../../../platform/ingest/interval.js';
import type { Spell, SpellKind } from '../../spell.js';
import type { Notes } from './notes.js';

/** Rule numbers: CIN census business rules 2022/23. */
const rules: Partial<Record<SpellKind, readonly [rule: string, reason: string]>> = {
  REFERRAL: ['cin-8820', 'A case begins before an earlier case of the child has ended.'],
  CHILD_IN_NEED_PLAN: ['cin-4014', 'A CIN plan begins before an earlier CIN plan of the child has ended.'],
  CHILD_PROTECTION_PLAN: [
    'cin-8940',
    'A child protection plan begins before an earlier child protection plan of the child has ended.',
  ],
};

const counted = ' The days of both are taken, each once.';
const prevails = 'A CIN plan runs at the same time as a child protection plan, which is taken on the days of both.';

/**
 * Names the cases and plans of a child that overlap. None is left out: a child on a plan by one of two dates is not
 * to be shown without it, and a day counts once however many hold it.
 */
export function nameOverlaps(spells: readonly Spell[], { note }: Notes): void {
  const of = (wanted: SpellKind): Spell[] => spells.filter(({ kind }) => kind === wanted);
  for (const [kind, [rule, reason]] of Object.entries(rules)) {
    overlapping(of(kind as SpellKind)).forEach(() => {
      note(rule, reason + counted);
    });
  }
  const protection = of('CHILD_PROTECTION_PLAN');
  for (const plan of of('CHILD_IN_NEED_PLAN')) {
    if (protection.some((one) => meet(one, plan))) note('cin-4001', prevails);
  }
}
