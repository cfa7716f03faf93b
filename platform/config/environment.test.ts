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

describe('HUB_FEED_LATE_MS', () => {
  it('is how long what was said may be unheard, half a minute unless given', () => {
    expect(readEnvironment({}).feedLateMs).toBe(30_000);
    expect(readEnvironment({ HUB_FEED_LATE_MS: '5000' }).feedLateMs).toBe(5000);
    expect(() => readEnvironment({ HUB_FEED_LATE_MS: '0' })).toThrow('HUB_FEED_LATE_MS is not valid');
  });
});

describe('a variable that cannot be taken', () => {
  it.each([
    ['HUB_PORT', '70000', 'it must be a port number, 65530 at most, for the other parts stand on the five after it'],
    ['HUB_PORT', '65531', 'it must be a port number'],
    ['HUB_PORT', 'http', 'it must be a port number'],
    ['HUB_SAMPLE_CHILDREN', 'many', 'it must be a whole number from 0 to 200000'],
    ['HUB_SAMPLE_CHILDREN', '', 'it must be a whole number'],
    ['HUB_SAMPLE_CHILDREN', '200001', 'it must be a whole number'],
    ['HUB_DEV_TOKENS', 'yes', 'it must be 0 or 1'],
    ['HUB_LOG_LEVEL', 'loud', 'it must be one of fatal, error, warn'],
    ['DATABASE_URL', 'mysql://h/d', 'it must be an address that begins with postgres://'],
  ])('is told in one sentence: %s=%s', (name, value, sentence) => {
    const reading = (): unknown => readEnvironment({ [name]: value });
    expect(reading).toThrow(`The environment variable ${name} is not valid: ${sentence}`);
    expect(reading).toThrow(/^[^\n]*[^.]\.$/);
  });

  it('is none at its bound', () => {
    expect(readEnvironment({ HUB_PORT: '65530', HUB_SAMPLE_CHILDREN: '200000' })).toMatchObject({
      port: 65_530,
      sampleChildren: 200_000,
      sampleChildrenGiven: true,
    });
    expect(readEnvironment({}).sampleChildrenGiven).toBe(false);
  });
});

describe('HUB_WRITE_CONNECTIONS', () => {
  it('is four unless given', () => {
    expect(readEnvironment({}).writeConnections).toBe(4);
    expect(readEnvironment({ HUB_WRITE_CONNECTIONS: '16' }).writeConnections).toBe(16);
  });

  it.each(['0', '00', '-1', '100', '4.5', 'many'])('is refused as %p', (given) => {
    expect(() => readEnvironment({ HUB_WRITE_CONNECTIONS: given })).toThrow('HUB_WRITE_CONNECTIONS is not valid');
  });
});
