import { describe, expect, it } from '@jest/globals';
import { BegunStore } from './begun-store.js';
import { formToken, isTokenOf, pageOf } from './form-token.js';
import { isFromUs } from './same-origin.js';
import { SessionStore, type SignedInAs } from './session-store.js';

const as = { accessToken: 'a', idToken: undefined, refreshToken: undefined, expiresAt: 0 };
const minutes = (count: number): number => count * 60_000;

describe('a session', () => {
  it('is over after twenty minutes without use, and after eight hours however busy', () => {
    let now = 0;
    const sessions = new SessionStore(() => now);
    const idle = sessions.begin(as);
    now = minutes(20) - 1;
    expect(sessions.of(idle)).toBeDefined();
    now += minutes(20);
    expect(sessions.of(idle)).toBeUndefined();
    const busy = sessions.begin(as);
    for (let step = 1; step < 32; step++) {
      now += minutes(15);
      expect(sessions.of(busy)).toBeDefined();
    }
    now += minutes(15);
    expect(sessions.of(busy)).toBeUndefined();
  });

  it('is found by its own id alone, and by none after it ended', () => {
    const sessions = new SessionStore();
    const [one, other] = [sessions.begin(as), sessions.begin(as)];
    expect(one).not.toBe(other);
    expect(sessions.of(one)).not.toBe(sessions.of(other));
    expect(sessions.of(`${one}x`)).toBeUndefined();
    sessions.end(one);
    expect(sessions.of(one)).toBeUndefined();
    expect(sessions.of(other)).toBeDefined();
  });

  it('of whoever proves anew who they are goes on with what they were at, and with nothing of another’s', () => {
    const sessions = new SessionStore();
    const reviewer = { ...as, subject: 'reviewer-001' };
    const before = sessions.of(sessions.begin(reviewer));
    const [queue, decided] = [{ ids: ['r1'], more: false }, [{ reviewId: 'r0', at: '', words: '' }]];
    if (before) Object.assign(before, { queue, decided, purpose: 'MATCHING', banner: 'Done.' });
    const after = (next: SignedInAs, of = before) => sessions.of(sessions.begin(next, of));
    expect(after(reviewer)).toMatchObject({ queue, decided, purpose: undefined, banner: undefined });
    expect(after(reviewer)?.formSecret).not.toEqual(before?.formSecret);
    for (const other of [
      after({ ...as, subject: 'reviewer-002' }),
      after(as),
      after(as, sessions.of(sessions.begin(as))),
    ])
      expect([other?.queue, other?.decided]).toEqual([undefined, undefined]);
  });

  it('is one of ten thousand at the most: the one that was used least lately gives way', () => {
    const sessions = new SessionStore();
    const [first, second] = [sessions.begin(as), sessions.begin(as)];
    for (let count = 0; count < 9_998; count++) sessions.begin(as);
    expect(sessions.of(first)).toBeDefined();
    sessions.begin(as);
    expect(sessions.of(first)).toBeDefined();
    expect(sessions.of(second)).toBeUndefined();
  });
});

describe('a sign-in that has begun', () => {
  it('is answered once, and within ten minutes', () => {
    let now = 0;
    const begun = new BegunStore(() => now);
    const kept = { state: 's', nonce: 'n', verifier: 'v', wanted: '/' };
    const [one, other] = [begun.keep(kept), begun.keep(kept)];
    expect(begun.take(one)).toBe(kept);
    expect(begun.take(one)).toBeUndefined();
    now = minutes(10);
    expect(begun.take(other)).toBeUndefined();
  });
});

describe('the token of a form', () => {
  const secret = Buffer.alloc(32, 7);

  it('is another on each page, and of its own session alone', () => {
    const [one, other] = [formToken(secret, '/notices'), formToken(secret, '/notices')];
    expect(one).not.toBe(other);
    expect([isTokenOf(secret, one), isTokenOf(secret, other)]).toEqual([true, true]);
    expect(isTokenOf(Buffer.alloc(32, 8), one)).toBe(false);
  });

  it.each([undefined, '', 'short', 7, 'A'.repeat(86), '.', `.${formToken(secret, '/')}`])('is not %p', (given) => {
    expect(isTokenOf(secret, given)).toBe(false);
  });

  it('says which page it stood on, as far as it says anything', () => {
    expect(pageOf(formToken(secret, '/schools/900001/agenda/new?child=c1'))).toBe(
      '/schools/900001/agenda/new?child=c1',
    );
    expect([pageOf(undefined), pageOf(7), pageOf('short')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a form', () => {
  const from = (headers: Record<string, string>): boolean => isFromUs(new Headers(headers), 'http://127.0.0.1:3000');

  it('is taken from our own pages', () => {
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ origin: 'http://127.0.0.1:3000' })).toBe(true);
  });

  it.each([
    {},
    { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:3001' },
  ])('is not taken from a page of %j', (headers) => {
    expect(from(headers as Record<string, string>)).toBe(false);
  });
});
