import { describe, expect, it } from '@jest/globals';
import { withinLife } from '../../../platform/access/lifetime.js';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import type { StoredEnrolment } from '../enrolment/stored-enrolment.js';
import { toSenRecord } from './sen-record.mapper.js';

const TODAY = '2026-11-20';
const { NONE, SEN_SUPPORT, EHC_PLAN } = SenProvision;

const enrolment = (
  from: string,
  until: string | null,
  provision: SenProvision,
  ...needs: string[]
): StoredEnrolment => ({
  childId: 'child',
  yearGroup: '5',
  from,
  until,
  status: 'CURRENT',
  needs: [{ codes: needs, from }],
  provisions: [{ provision, from }],
  school: { urn: '900001', name: null, phase: null, type: null, localAuthorityName: null, localAuthorityCode: null },
  recordedAt: '2026-09-01T08:00:00.000000Z',
});

describe('special educational needs', () => {
  it('are those of the roll that shows the provision, with their published labels and ranks', () => {
    const rolls = [
      enrolment('2019-09-04', '2026-09-02', SEN_SUPPORT, 'MLD'),
      enrolment('2026-09-02', null, EHC_PLAN, 'ASD', 'SLCN'),
    ];
    expect(toSenRecord(rolls, TODAY)).toEqual({
      provision: EHC_PLAN,
      needs: [
        { code: 'ASD', label: 'Autistic spectrum disorder', rank: 1 },
        { code: 'SLCN', label: 'Speech, language and communication needs', rank: 2 },
      ],
      history: [
        { provision: SEN_SUPPORT, from: '2019-09-04', until: '2026-09-02' },
        { provision: EHC_PLAN, from: '2026-09-02', until: null },
      ],
    });
  });

  it('of a child on two rolls are those of the higher provision', () => {
    const rolls = [enrolment('2025-09-02', null, EHC_PLAN, 'ASD'), enrolment('2026-09-02', null, NONE)];
    expect(toSenRecord(rolls, TODAY)).toMatchObject({ provision: EHC_PLAN, needs: [{ code: 'ASD' }] });
  });

  it('of a child who has left every roll are the last that were shown', () => {
    expect(toSenRecord([enrolment('2019-09-04', '2026-07-22', EHC_PLAN, 'ASD')], TODAY)?.provision).toBe(EHC_PLAN);
  });

  it('are null where no roll says anything, never none', () => {
    expect(toSenRecord([], TODAY)).toBeNull();
    expect(toSenRecord([{ ...enrolment('2026-09-07', null, NONE), provisions: [] }], TODAY)).toBeNull();
  });

  it('are, of a child who died, what held until that day and nothing told of later', () => {
    const rolls = [
      {
        ...enrolment('2025-09-02', null, SEN_SUPPORT),
        provisions: [
          { provision: SEN_SUPPORT, from: '2025-09-02' },
          { provision: EHC_PLAN, from: '2026-03-01' },
        ],
      },
      enrolment('2026-09-02', null, NONE),
    ];
    expect(toSenRecord(withinLife(rolls, '2026-01-15'), TODAY)).toMatchObject({
      provision: SEN_SUPPORT,
      history: [{ provision: SEN_SUPPORT, from: '2025-09-02', until: '2026-01-15' }],
    });
  });
});
