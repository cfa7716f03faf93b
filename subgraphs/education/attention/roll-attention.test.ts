import { describe, expect, it } from '@jest/globals';
import { rollAttention } from './roll-attention.js';

const spell = (urn: string, from: string, until: string | null) => ({
  ...{
    id: `${urn} ${from}`,
    recordId: 'child',
    from,
    until,
    status: 'CURRENT' as const,
    recordedAt: '2026-09-01T00:00:00Z',
  },
  school: { urn, name: `School ${urn}`, type: null },
});

describe('what of rolls needs attention', () => {
  it('is a move to another school, from its day to the end of that week', () => {
    expect(rollAttention([spell('900001', '2024-09-02', '2026-11-18'), spell('900002', '2026-11-18', null)])).toEqual([
      {
        ...{ key: 'SCHOOL_MOVE/2026-11-18', kind: 'SCHOOL_MOVE', facet: null, since: '2026-11-18' },
        ...{ from: '2026-11-18', until: '2026-11-23' },
        fact: 'Moved from School 900001 to School 900002, on whose roll the child is from 18 November 2026.',
      },
    ]);
  });

  it('is no end of a roll, which the notices tell', () => {
    expect(rollAttention([spell('900001', '2024-09-02', '2026-11-18')])).toEqual([]);
  });
});
