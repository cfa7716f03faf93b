import { describe, expect, it } from '@jest/globals';
import { mayPass, type Patience, patiently } from './patiently.js';

const failure = (code: string | undefined, message = ''): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

/** A clock that each try moves on by ten seconds. */
function tries(outcomes: readonly (Error | 'connected')[]) {
  let made = 0;
  const patience: Patience = { boundMs: 60_000, eachMs: 15_000, pauseMs: 0, now: () => made * 10_000 };
  const result = patiently(() => {
    const outcome = outcomes[Math.min(made, outcomes.length - 1)];
    made += 1;
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
  }, patience);
  return { result, made: () => made };
}

describe('a connection that is asked for patiently', () => {
  it.each([
    ['57P03', 'the database system is starting up'],
    ['53300', 'sorry, too many clients already'],
    ['ECONNRESET', 'read ECONNRESET'],
    [undefined, 'timeout expired'],
    [undefined, 'Connection terminated due to connection timeout'],
    [undefined, 'Connection terminated unexpectedly'],
  ])('is asked for again after %s %s', async (code, message) => {
    const { result, made } = tries([failure(code, message), failure(code, message), 'connected']);
    await expect(result).resolves.toBe('connected');
    expect(made()).toBe(3);
  });

  it.each([
    ['28P01', 'password authentication failed'],
    ['3D000', 'database does not exist'],
    ['ECONNREFUSED', 'connect ECONNREFUSED'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND'],
    [undefined, 'something else'],
  ])('is given up at once for %s', async (code, message) => {
    const { result, made } = tries([failure(code, message)]);
    await expect(result).rejects.toThrow(message);
    expect(made()).toBe(1);
    expect(mayPass(failure(code, message))).toBe(false);
  });

  it('is given up, with the last reason, when the bound is reached', async () => {
    const { result, made } = tries([failure('ECONNRESET', 'reset'), failure(undefined, 'timeout expired')]);
    await expect(result).rejects.toThrow('timeout expired');
    expect(made()).toBe(7);
  });
});
