import { describe, expect, it } from '@jest/globals';
import { Domain } from '../platform/vocabulary/domain.js';
import { inOrder } from './replay-order.js';

const said = Array.from({ length: 50 }, (_, at) => ({
  ...{ xid: '1', seq: String(at), topic: 'roll-changed', childId: String(at) },
  from: Domain.EDUCATION,
}));
const seqs = (times: 1 | 2, seed: number | null): string[] => inOrder({ times, seed })(said).map(({ seq }) => seq);

describe('the order in which events are heard again', () => {
  it('is that in which they were said, and over again', () => {
    const once = said.map(({ seq }) => seq);
    expect(seqs(1, null)).toEqual(once);
    expect(seqs(2, null)).toEqual([...once, ...once]);
  });

  it('is mixed by a seed, the same by the same, and leaves nothing out', () => {
    expect(seqs(2, 7)).toEqual(seqs(2, 7));
    expect(seqs(2, 7)).not.toEqual(seqs(2, 8));
    expect(seqs(2, 7)).not.toEqual(seqs(2, null));
    expect(seqs(2, 7).sort()).toEqual(seqs(2, null).sort());
  });
});
