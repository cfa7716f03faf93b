import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { type Found, usualPace, Vigil } from './vigil.js';

const hour = 3_600_000;

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** A vigil whose looks answer in turn what is given, the last of them for ever, and when each was made. */
function watching(answers: readonly Found[], idleMs = hour) {
  const began = Date.now();
  const looks: number[] = [];
  const vigil = new Vigil(() => {
    looks.push(Date.now() - began);
    return Promise.resolve(answers[Math.min(looks.length, answers.length) - 1] ?? 'NOTHING');
  }, usualPace(idleMs));
  return { vigil, looks };
}

describe('a vigil', () => {
  it('looks at once, then only now and then while nobody calls', async () => {
    const { vigil, looks } = watching(['NOTHING'], 60_000);
    vigil.start();
    await jest.advanceTimersByTimeAsync(180_000);
    expect(looks).toEqual([0, 60_000, 120_000, 180_000]);
  });

  it('looks when it is called, without waiting', async () => {
    const { vigil, looks } = watching(['NOTHING']);
    vigil.start();
    await jest.advanceTimersByTimeAsync(70);
    vigil.call();
    await jest.advanceTimersByTimeAsync(10);
    expect(looks).toEqual([0, 70]);
  });

  it('comes back soon and by itself for what cannot be read yet, and never less often than twice a second', async () => {
    const { vigil, looks } = watching(['WAITING']);
    vigil.start();
    await jest.advanceTimersByTimeAsync(2_200);
    expect(looks).toEqual([0, 10, 30, 70, 150, 310, 630, 1130, 1630, 2130]);
  });

  it('begins anew with short rests when something waits again', async () => {
    const { vigil, looks } = watching(['WAITING', 'WAITING', 'NOTHING', 'WAITING', 'NOTHING']);
    vigil.start();
    await jest.advanceTimersByTimeAsync(100);
    vigil.call();
    await jest.advanceTimersByTimeAsync(100);
    expect(looks).toEqual([0, 10, 30, 100, 110]);
  });

  it('tries again after a failure, less and less often', async () => {
    const { vigil, looks } = watching(['FAILED']);
    vigil.start();
    await jest.advanceTimersByTimeAsync(13_000);
    expect(looks).toEqual([0, 500, 1500, 3500, 7500, 12_500]);
  });

  it('ends at once while it rests, and looks no more', async () => {
    const { vigil, looks } = watching(['NOTHING'], 1000);
    vigil.start();
    await jest.advanceTimersByTimeAsync(10);
    await vigil.stop();
    vigil.call();
    await jest.advanceTimersByTimeAsync(5000);
    expect(looks).toEqual([0]);
  });
});

/** What happens to an outbox: a pause, then something said, perhaps behind an older transaction that ends later. */
interface Said {
  readonly afterMs: number;
  readonly hiddenMs: number;
}

const story = fc.record({
  said: fc.array(fc.record<Said>({ afterMs: fc.nat(40), hiddenMs: fc.oneof(fc.constant(0), fc.nat(3000)) }), {
    minLength: 1,
    maxLength: 12,
  }),
  lookMs: fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }),
});

describe('what is said', () => {
  it('is heard though it was said at any moment of a look, and though no second notice says that it can be read', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ said, lookMs }) => {
        const outbox: { readonly readableAt: number }[] = [];
        let heard = 0;
        let looks = 0;
        const vigil = new Vigil(async () => {
          // As of the snapshot the look begins with; the answer takes its time.
          const [now, there] = [Date.now(), outbox.length];
          let readable = 0;
          while (readable < there && (outbox[readable]?.readableAt ?? 0) <= now) readable += 1;
          await new Promise((resolve) => setTimeout(resolve, lookMs[looks++ % lookMs.length]));
          heard = readable;
          return readable < there ? 'WAITING' : 'NOTHING';
        }, usualPace(hour));
        vigil.start();
        let hiddenUntil = 0;
        for (const { afterMs, hiddenMs } of said) {
          await jest.advanceTimersByTimeAsync(afterMs);
          hiddenUntil = Math.max(hiddenUntil, Date.now() + hiddenMs);
          outbox.push({ readableAt: hiddenUntil });
          vigil.call();
        }
        await jest.advanceTimersByTimeAsync(Math.max(0, hiddenUntil - Date.now()) + 500 + 60);
        expect(heard).toBe(said.length);
        const ended = vigil.stop();
        await jest.advanceTimersByTimeAsync(60);
        await ended;
      }),
      { numRuns: 300 },
    );
  });
});
