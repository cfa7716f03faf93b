import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeText, type QueueSeen, queueSeen, withoutReview } from './queue-seen.js';

const pageSize = 5;
const all = (count: number): string[] => Array.from({ length: count }, (_, at) => `r${String(at)}`);

/** Goes through the pages of a queue in this order; a page that there is not is left out. */
function gone(queue: readonly string[], pages: readonly number[]): QueueSeen | undefined {
  let seen: QueueSeen | undefined;
  for (const page of pages) {
    const ids = queue.slice(page * pageSize, (page + 1) * pageSize);
    const after = page === 0 ? null : (queue[page * pageSize - 1] ?? 'none');
    seen = queueSeen(seen, { after, ids, pageSize });
  }
  return seen;
}

describe('the queue as far as somebody went through it', () => {
  it('has the place of each review in the whole queue, whichever pages were looked at last', () => {
    const pages = fc.array(fc.nat(4), { maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(22), pages, (count, looked) => {
        const queue = all(count);
        const seen = gone(queue, looked);
        for (const id of seen?.ids ?? []) {
          const [place, total] = (placeText(seen, id) ?? '').split(' of ');
          expect(place).toBe(String(queue.indexOf(id) + 1));
          // All of them are known, or it says that there may be more.
          expect(total).toBe(seen?.more ? `${String(seen.ids.length)} or more` : String(count));
        }
      }),
    );
  });

  it('begins anew with the first page, and knows no place after a page that is not known', () => {
    expect(gone(all(12), [0, 1, 2])).toEqual({ ids: all(12), more: false });
    expect(gone(all(12), [0, 1, 0])).toEqual({ ids: all(5), more: true });
    expect(gone(all(12), [1])).toBeUndefined();
    expect(gone(all(12), [0, 2])).toBeUndefined();
    expect(placeText(undefined, 'r1')).toBeNull();
    expect(placeText(gone(all(3), [0]), 'r9')).toBeNull();
  });

  it('is shorter by a review that was decided', () => {
    const seen = withoutReview(gone(all(3), [0]), 'r0');
    expect([placeText(seen, 'r0'), placeText(seen, 'r1')]).toEqual([null, '1 of 2']);
    expect(withoutReview(undefined, 'r0')).toBeUndefined();
  });
});
