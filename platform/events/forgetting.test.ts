import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLog } from '../telemetry/log.js';
import { dayMs, Forgetting } from './forgetting.js';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** An outbox with this many events to forget. */
function outboxOf(old: number) {
  const box = {
    old,
    asked: 0,
    forget: (atMost: number) => {
      box.asked += 1;
      const gone = Math.min(box.old, atMost);
      box.old -= gone;
      return Promise.resolve(gone);
    },
  };
  return box;
}

const settled = () => jest.advanceTimersByTimeAsync(0);

describe('what was said more than 30 days ago', () => {
  it('goes at the start, whole, in portions', async () => {
    const boxes = [outboxOf(12_345), outboxOf(0)];
    const forgetting = new Forgetting(boxes, createLog('silent'));
    forgetting.start();
    await settled();
    expect(boxes.map(({ old }) => old)).toEqual([0, 0]);
    expect(boxes.map(({ asked }) => asked)).toEqual([3, 1]);
    await forgetting.stop();
  });

  it('is looked for once a day, also after a day that failed, until it is stopped', async () => {
    const box = outboxOf(0);
    let failures = 1;
    const failing = { forget: () => (failures-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve(0)) };
    const forgetting = new Forgetting([failing, box], createLog('silent'));
    forgetting.start();
    await jest.advanceTimersByTimeAsync(dayMs * 2.5);
    expect(box.asked).toBe(3);
    expect(failures).toBe(-2);
    await forgetting.stop();
    await jest.advanceTimersByTimeAsync(dayMs * 2);
    expect(box.asked).toBe(3);
  });
});
