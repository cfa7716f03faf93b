import { describe, expect, it } from '@jest/globals';
import type { BroughtStep } from './not-brought.js';
import { notBroughtFacts, type ToldEntry } from './not-brought-facts.js';
import { HealthService, WaitingStatus } from './status.js';

const S = WaitingStatus;
const step = (id: number, to: WaitingStatus, on: number, over: Partial<BroughtStep> = {}): BroughtStep => ({
  ...{ id, to, effectiveOn: `2026-11-${String(on).padStart(2, '0')}`, corrects: null },
  ...{ wasNotBrought: to === S.DID_NOT_ATTEND, ...over },
});
const before = [step(1, S.REFERRED, 1), step(2, S.BOOKED, 2)];
const missed = [...before, step(3, S.DID_NOT_ATTEND, 5)];
const entry = (history: readonly BroughtStep[], over: Partial<ToldEntry> = {}): ToldEntry => ({
  ...{ id: 'e', recordId: 'r', service: HealthService.SALT, history, ...over },
});
const facts = (history: readonly BroughtStep[], over: Partial<ToldEntry> = {}, today = '2026-11-20') =>
  notBroughtFacts([entry(history, over)], today);
const days = (history: readonly BroughtStep[]) => facts(history).map(({ happenedOn }) => happenedOn.slice(-2));

describe('what is told of a child who was not brought', () => {
  it('is a sentence for each appointment, which names the service where it may be named', () => {
    expect(facts(missed)).toEqual([
      {
        ...{ key: 'was-not-brought/e/2026-11-05', recordId: 'r', kind: 'WAS_NOT_BROUGHT' },
        ...{ happenedOn: '2026-11-05', organisation: null },
        fact: 'Was not brought to an appointment of speech and language therapy on 5 November 2026: ask after the child.',
      },
    ]);
    expect(facts(missed, { service: null })[0]?.fact).toBe(
      'Was not brought to an appointment of a health service on 5 November 2026: ask after the child.',
    );
    expect(days([...missed, step(4, S.BOOKED, 6), step(5, S.DID_NOT_ATTEND, 12)])).toEqual(['05', '12']);
  });

  it('is nothing where the child stayed away themselves, and nothing before its day', () => {
    expect(facts([...before, step(3, S.DID_NOT_ATTEND, 5, { wasNotBrought: false })])).toEqual([]);
    expect(facts(missed, {}, '2026-11-04')).toEqual([]);
    expect(facts(missed, {}, '2026-11-05')).toHaveLength(1);
  });

  it('stays when the child is seen, or the referral is closed, and goes where it was no such thing', () => {
    for (const to of [S.SEEN_FIRST, S.WITHDRAWN, S.DISCHARGED])
      expect(days([...missed, step(4, to, 9)])).toEqual(['05']);
    expect(days([...missed, step(4, S.SEEN_FIRST, 5, { corrects: 3 })])).toEqual([]);
  });

  it('is the same fact where its day is put right, and one where it is told twice', () => {
    const [redated] = facts([...missed, step(4, S.DID_NOT_ATTEND, 4, { corrects: 3 })]);
    expect(redated).toMatchObject({ key: 'was-not-brought/e/2026-11-05', happenedOn: '2026-11-04' });
    expect(facts([...missed, step(4, S.DID_NOT_ATTEND, 5)])).toHaveLength(1);
    expect(notBroughtFacts([entry(missed), entry(missed, { id: 'f' })], '2026-11-20')).toHaveLength(2);
  });
});
