import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { gate, reading } from '../arriving.test-support.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
const head = {
  ...{ id: 'c1', dateOfBirth: '2014-05-19', age: 12, diedOn: null, team: [], attention: [], access: [] },
  ...{ voices: [], actions: [], name: { given: 'Tamsin', family: 'Adeyemi', preferred: null } },
};
const freshness = { asAt: '2026-11-24T06:10:00.000Z', stale: false, sources: [] };
const care = {
  data: {
    child: {
      id: 'c1',
      health: { ...freshness, waiting: [] },
      socialCare: {
        ...{ ...freshness, status: 'LOOKED_AFTER', intervals: [], hasSocialWorker: true, worker: null, plan: null },
      },
    },
  },
};

/** Nobody waits at all: whatever is not there with the head is late. */
const hurried = { patience: () => Promise.resolve() };

beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.forget();
  gateway.answers['ChildHead'] = () => ({ data: { child: head } });
  gateway.answers['ChildSchool'] = () => ({ data: { child: { id: 'c1', education: null, virtualSchool: null } } });
  gateway.answers['ChildCare'] = () => care;
});

describe('a child’s page of which a domain is slow', () => {
  it('begins with what is known, says who is asked, and has each part in its place when it comes', async () => {
    const slow = gate<object>();
    gateway.answers['ChildCare'] = () => slow.opened;
    const answer = await gateway.signedIn(hurried).get('/children/c1');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = reading(answer);
    const begun = await page.until('<div slot="virtual-school">');
    expect(begun).toContain('<title>Tamsin Adeyemi - SEND hub</title>');
    expect(begun).toContain('<div slot="education">');
    expect(begun).toMatch(/<slot name="health">.*Asking health….*<\/slot><slot name="social-care">/);
    expect(begun).not.toMatch(/slot="(health|social-care|months|support)"/);
    slow.open(care);
    const whole = await page.rest();
    expect(whole.slice(begun.length)).toMatch(
      /slot="support"><p[^>]*>Looked after\.<.*slot="months">.*slot="health">.*slot="social-care">.*<\/html>$/s,
    );
    const ids = [...whole.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });

  it('is the page that it is today where all is answered in time, whatever the order of answers', async () => {
    const slow = gate<object>();
    gateway.answers['ChildCare'] = () => slow.opened;
    const { get } = gateway.signedIn();
    const asking = get('/children/c1');
    slow.open(care);
    const whole = await (await asking).text();
    expect(whole).not.toContain('slot');
    gateway.answers['ChildCare'] = () => care;
    const token = /name="token" value="[^"]+"/g;
    expect((await (await get('/children/c1')).text()).replace(token, '')).toBe(whole.replace(token, ''));
  });

  it('says in its place what could not be asked after it had begun, and is whole', async () => {
    const slow = gate<object>();
    gateway.answers['ChildCare'] = () => slow.opened;
    const page = reading(await gateway.signedIn(hurried).get('/children/c1'));
    await page.until('<div slot="virtual-school">');
    // No answer of a gateway: what the asker makes of it is a fault.
    slow.open([]);
    const whole = await page.rest();
    expect(whole).toMatch(/slot="health">.*We could not ask health just now.*slot="social-care">.*<\/html>$/s);
  });

  it('is a page of its own where what comes first cannot be drawn: nothing of it was sent', async () => {
    gateway.answers['ChildHead'] = () => ({ data: { child: { ...head, team: [null] } } });
    gateway.answers['ChildCare'] = () => new Promise(() => undefined);
    const answer = await gateway.signedIn(hurried).get('/children/c1');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('Tamsin');
  });

  it('is one same page of a child that is not there, whatever the rest takes, and nothing of it is sent before', async () => {
    gateway.answers['ChildHead'] = () => ({ data: { child: null } });
    const { get } = gateway.signedIn(hurried);
    const token = /name="token" value="[^"]+"/g;
    const [quick, slow] = [await get('/children/c1'), gate<object>()];
    gateway.answers['ChildSchool'] = gateway.answers['ChildCare'] = () => slow.opened;
    const late = await get('/children/c1');
    slow.open({ data: null });
    expect([quick.status, late.status]).toEqual([404, 404]);
    const [one, other] = [await quick.text(), await late.text()];
    expect(other.replace(token, '')).toBe(one.replace(token, ''));
    expect(one).not.toContain('slot');
  });

  it('is zipped part by part, so that a browser has what was sent', async () => {
    const slow = gate<object>();
    gateway.answers['ChildCare'] = () => slow.opened;
    const answer = await gateway.signedIn(hurried).get('/children/c1', { headers: { 'accept-encoding': 'gzip, br' } });
    expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const chunks: Uint8Array[] = [];
    const soFar = (): string => gunzipSync(Buffer.concat(chunks), { finishFlush: 2 }).toString();
    let before = '';
    for (let done = false; !done;) {
      const read = await reader.read();
      if (read.value) chunks.push(read.value);
      if (!read.done && before === '' && soFar().includes('<div slot="virtual-school">')) {
        before = soFar();
        slow.open(care);
      }
      done = read.done;
    }
    expect(before).not.toContain('slot="health"');
    expect(soFar().startsWith(before)).toBe(true);
    expect(soFar()).toMatch(/slot="health">.*None.*<\/html>$/s);
    expect(soFar()).not.toContain('We could not ask health');
  });

  it('is asked for no more once its reader has gone', async () => {
    gateway.answers['ChildCare'] = () => new Promise(() => undefined);
    const gone = new AbortController();
    const answer = await gateway.signedIn(hurried).get('/children/c1', { signal: gone.signal });
    const page = reading(answer);
    await page.until('<div slot="virtual-school">');
    gone.abort();
    await page.leave();
    while (!gateway.givenUp.includes('ChildCare')) await new Promise((resolve) => setImmediate(resolve));
    expect(gateway.givenUp).toEqual(['ChildCare']);
  });
});
