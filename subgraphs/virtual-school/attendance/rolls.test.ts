import { describe, expect, it } from '@jest/globals';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import { mealsOn, phaseOf, provisionOn, type Roll } from './rolls.js';

const { NONE, SEN_SUPPORT, EHC_PLAN } = SenProvision;
const [before, on] = ['2026-10-05', '2026-11-02'];

const roll = (over: Partial<Roll> = {}): Roll => ({
  ...{ schoolUrn: '900001', status: 'CURRENT', phase: null, from: '2026-09-01', until: null },
  ...{ provisions: [], meals: [] },
  ...over,
});
const provided = (provision: SenProvision, from = '2026-09-01') => roll({ provisions: [{ provision, from }] });
const fed = (eligible: boolean, from = '2026-09-01') => roll({ meals: [{ eligible, from }] });

describe('what rolls show of a day', () => {
  it('is the highest provision of any of them, as of that day', () => {
    expect(provisionOn([provided(SEN_SUPPORT), provided(EHC_PLAN), provided(NONE)], on)).toBe(EHC_PLAN);
    expect(provisionOn([provided(NONE), provided(SEN_SUPPORT)], on)).toBe(SEN_SUPPORT);
    expect(provisionOn([provided(NONE), provided(EHC_PLAN, on)], before)).toBe(NONE);
    expect(provisionOn([{ ...provided(EHC_PLAN), until: on }], on)).toBe('UNKNOWN');
  });

  it('is free school meals where any says so, none where any says not, as of that day', () => {
    expect(mealsOn([fed(false), fed(true)], on)).toBe('YES');
    expect(mealsOn([roll(), fed(false)], on)).toBe('NO');
    expect(mealsOn([fed(false), fed(true, on)], before)).toBe('NO');
    expect(mealsOn([roll(), { ...fed(true), until: on }], on)).toBe('UNKNOWN');
  });

  it('is the phase of the school asked for alone', () => {
    const rolls = [roll(), roll({ phase: 'Secondary' }), roll({ schoolUrn: '900002', phase: 'Primary' })];
    expect(phaseOf(rolls, '900001')).toBe('Secondary');
    expect(phaseOf(rolls, '900003')).toBe('UNKNOWN');
  });
});
