import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { remembered } from './remembered.js';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('what a process remembers', () => {
  it('is asked once for those who come within its time, and anew after it', async () => {
    let asked = 0;
    const ask = remembered(5_000, () => Promise.resolve((asked += 1)));
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    jest.advanceTimersByTime(4_999);
    expect(await ask()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(await ask()).toBe(2);
  });

  it('is no failure: who comes next asks anew', async () => {
    let asked = 0;
    const ask = remembered(5_000, () =>
      (asked += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve(asked),
    );
    await expect(ask()).rejects.toThrow('away');
    expect(await ask()).toBe(2);
  });
});
