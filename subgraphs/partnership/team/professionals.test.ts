import { describe, expect, it } from '@jest/globals';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { professionalsAmong } from './professionals.js';

const worker: Readonly<TeamMember> = {
  ...{ name: 'Jo Marsden', role: 'Social worker', organisation: null, lead: true, since: '2026-09-01', until: null },
  ...{ contact: null, domain: Domain.SOCIAL_CARE, asAt: '2026-11-01T00:00:00Z' },
};

describe('who works with any of some children', () => {
  it('is told once, from the first child on until the last, as told last, and leads nothing', () => {
    const later = { ...worker, since: '2026-10-01', until: '2026-12-01', contact: 'jo', asAt: '2026-11-02T00:00:00Z' };
    expect(professionalsAmong([later, worker])).toEqual([
      { ...worker, lead: false, contact: 'jo', asAt: '2026-11-02T00:00:00Z' },
    ]);
    expect(professionalsAmong([later, { ...later, until: '2026-11-30' }])).toMatchObject([{ until: '2026-12-01' }]);
  });

  it('are two where anything of who they are is another, in an order that goes by nothing of a child', () => {
    const others = [
      { ...worker, domain: Domain.HEALTH },
      { ...worker, role: 'Family help lead' },
      { ...worker, name: 'Priya Nair' },
      { ...worker, organisation: { id: '990', name: null, kind: 'council' } },
    ];
    const all = professionalsAmong([worker, ...others]);
    expect(all).toHaveLength(5);
    expect(professionalsAmong([...others, worker].reverse())).toEqual(all);
  });
});
