import { describe, expect, it } from '@jest/globals';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import { senOn, type SenRoll } from './sen-on.js';

const { NONE, SEN_SUPPORT, EHC_PLAN } = SenProvision;

const told: SenRoll = {
  until: '2026-09-02',
  provisions: [
    { provision: NONE, from: '2024-09-03' },
    { provision: SEN_SUPPORT, from: '2025-10-02' },
  ],
  needs: [
    { codes: [], from: '2024-09-03' },
    { codes: ['SEMH'], from: '2025-10-02' },
    { codes: ['ASD', 'SEMH'], from: '2026-01-15' },
  ],
};
const planned: SenRoll = {
  until: null,
  provisions: [{ provision: EHC_PLAN, from: '2026-06-01' }],
  needs: [{ codes: ['ASD'], from: '2026-06-01' }],
};

describe('special educational needs of a day', () => {
  it.each([
    ['2024-09-02', null],
    ['2025-10-01', { provision: NONE, needs: [] }],
    ['2025-10-02', { provision: SEN_SUPPORT, needs: ['SEMH'] }],
    ['2026-01-15', { provision: SEN_SUPPORT, needs: ['ASD', 'SEMH'] }],
    ['2026-06-01', { provision: EHC_PLAN, needs: ['ASD'] }],
    ['2026-09-02', { provision: EHC_PLAN, needs: ['ASD'] }],
  ])('%s are as rolls had told them by then, of the roll with the higher provision', (on, shown) => {
    expect(senOn([told, planned], on)).toEqual(shown);
    expect(senOn([planned, told], on)).toEqual(shown);
  });

  it('are of no day after the child left', () => {
    expect(senOn([told], '2026-09-02')).toBeNull();
  });
});
