import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.js';

describe('HUB_TODAY', () => {
  it('is the day the hub stands at', () => {
    expect(readEnvironment({ HUB_TODAY: '2024-02-29' }).today).toBe('2024-02-29');
    expect(readEnvironment({}).today).toBeUndefined();
  });

  it.each(['2026-02-29', '20/11/2026', '2026-11-20T00:00', '2026-1-1', 'tomorrow', ''])(
    'is refused where it is no day: %s',
    (given) => {
      expect(() => readEnvironment({ HUB_TODAY: given })).toThrow('HUB_TODAY is not valid');
    },
  );

  it('is refused in production', () => {
    expect(() => readEnvironment({ HUB_TODAY: '2026-11-20', NODE_ENV: 'production' })).toThrow(
      'HUB_TODAY is for development and tests',
    );
  });
});

describe('HUB_EVENT_POLL_MS', () => {
  it('is how often a feed looks by itself', () => {
    expect(readEnvironment({}).eventPollMs).toBe(60_000);
    expect(readEnvironment({ HUB_EVENT_POLL_MS: '1500' }).eventPollMs).toBe(1500);
  });

  it.each(['999', '0', '-60000', 'often', ''])(
    'is refused where feeds would never rest, or it is no number: %s',
    (given) => {
      expect(() => readEnvironment({ HUB_EVENT_POLL_MS: given })).toThrow('HUB_EVENT_POLL_MS is not valid');
    },
  );
});
