import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Claims } from './claims.js';
import { Door } from './door.js';
import { currentKey, ensureKeys, type MinterKey, readDoorKeys } from './keys.js';
import { coLocated, Minter } from './minter.js';
import { VerifiedEnvelopes } from './verified-envelopes.js';

const dir = mkdtempSync(path.join(tmpdir(), 'hub-envelopes-'));
const person: Omit<Claims, 'kid' | 'exp'> = {
  sub: 'senco-1',
  name: 'A',
  org: '900001',
  role: 'senco',
  purpose: 'DIRECT_CARE',
  purposes: ['DIRECT_CARE'],
  scopes: [],
  rid: 'request-1',
};

let key: MinterKey;
let relay: MinterKey;

beforeAll(async () => {
  await ensureKeys(dir, {
    gateway: null,
    relay: { subject: 'system:relay', purpose: 'INGEST', operations: ['HEALTH:feed'] },
  });
  key = currentKey(dir, 'gateway');
  relay = currentKey(dir, 'relay');
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** A door that knows no key at all: what it lets in, it did not verify. */
const doorWithoutKeys = (verified: VerifiedEnvelopes): Door => new Door('health', [], verified);

describe('an envelope that was minted in the process of its door', () => {
  it('is let in without being verified again, and says what verifying it would', async () => {
    const verified = new VerifiedEnvelopes();
    const minter = await Minter.of(key, verified);
    const envelope = await minter.seal(minter.vouch(person), coLocated);
    const caller = await doorWithoutKeys(verified).enterInProcess(envelope);
    expect(caller).toEqual(await new Door('health', readDoorKeys(dir)).enterInProcess(envelope));
    expect(caller.claims.sub).toBe('senco-1');
    const system = await Minter.of(relay, verified);
    const own = await system.seal(system.vouchForSystem(), coLocated);
    expect((await doorWithoutKeys(verified).enterInProcess(own)).operations).toEqual(['HEALTH:feed']);
  });

  it('is verified by the door of any other process', async () => {
    const minter = await Minter.of(key, new VerifiedEnvelopes());
    const envelope = await minter.seal(minter.vouch(person), coLocated);
    await expect(doorWithoutKeys(new VerifiedEnvelopes()).enterInProcess(envelope)).rejects.toThrow('not vouched for');
    expect((await new Door('health', readDoorKeys(dir)).enterInProcess(envelope)).claims.sub).toBe('senco-1');
  });

  it('opens nothing over HTTP, where each is spent once', async () => {
    const verified = new VerifiedEnvelopes();
    const minter = await Minter.of(key, verified);
    const inProcess = await minter.seal(minter.vouch(person), coLocated);
    await expect(doorWithoutKeys(verified).enterOverHttp(inProcess, 'digest')).rejects.toThrow('not vouched for');
    const overHttp = await minter.seal(minter.vouch(person), 'health', 'digest');
    await expect(doorWithoutKeys(verified).enterOverHttp(overHttp, 'digest')).rejects.toThrow('not vouched for');
  });

  it('is left to the door where its key may not say what the voucher says', async () => {
    const verified = new VerifiedEnvelopes();
    const gateway = await Minter.of(key, verified);
    const system = await Minter.of(relay, verified);
    const door = new Door('health', readDoorKeys(dir), verified);
    for (const envelope of [
      // Signed by one minter around another's voucher; a person who calls themselves a system; a system's key for a person.
      await gateway.seal(system.vouchForSystem(), coLocated),
      await gateway.seal(gateway.vouch({ ...person, sub: 'system:relay' }), coLocated),
      await system.seal(system.vouch(person), coLocated),
    ]) {
      await expect(door.enterInProcess(envelope)).rejects.toThrow('not vouched for');
    }
  });

  it('is refused once its claims have expired, though it is remembered', async () => {
    const verified = new VerifiedEnvelopes();
    const minter = await Minter.of(key, verified);
    const voucher = minter.vouch(person);
    const expired = { ...voucher, claims: voucher.claims.replace(/"exp":\d+/, '"exp":1000') };
    const envelope = await minter.seal(expired, coLocated);
    await expect(doorWithoutKeys(verified).enterInProcess(envelope)).rejects.toThrow('not vouched for');
  });
});

describe('the memory of envelopes', () => {
  it('is bounded: the oldest goes first', () => {
    const verified = new VerifiedEnvelopes();
    const held = Promise.reject(new Error('never looked at'));
    held.catch(() => undefined);
    for (let n = 0; n <= 10_000; n += 1) verified.keep(String(n), held);
    expect(verified.get('0')).toBeUndefined();
    expect(verified.get('1')).toBe(held);
    expect(verified.get('10000')).toBe(held);
  });
});
