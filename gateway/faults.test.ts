import { createServer, type RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { httpTransport } from '../platform/transport/http-transport.js';
import type { SubgraphTransport } from '../platform/transport/transport.js';
import { everyTimerBut } from './fake-clock.test-support.js';
import { ask, type Fixture, fixture, inProcess, listening, patientMs, person } from './fixture.test-support.js';
import type { Gateway } from './gateway.js';

const query = '{ child(id: "1") { name hasSocialWorker socialCare { worker } } }';
const stops: (() => unknown)[] = [];
let hub: Fixture;

beforeAll(async () => {
  hub = await fixture();
});

afterEach(() => {
  jest.useRealTimers();
});

afterAll(async () => {
  for (const stop of stops) await stop();
  await hub.stop();
});

const gatewayWith = (socialCare: SubgraphTransport): Promise<Gateway> =>
  hub.gateway({ partnership: inProcess('partnership', hub.door('partnership')), 'social-care': socialCare });

async function answering(listener: RequestListener, timeoutMs = patientMs): Promise<SubgraphTransport> {
  const { url, stop } = await listening(createServer(listener));
  const transport = httpTransport({ url: `${url}/graphql`, audience: 'social-care', timeoutMs });
  stops.push(transport.close, stop);
  return transport;
}

const unavailable = {
  data: { child: { name: 'Ash', hasSocialWorker: null, socialCare: null } },
  errors: [
    {
      message: 'This domain could not be asked.',
      locations: [{ line: 1, column: 3 }],
      path: ['child'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'SOCIAL_CARE', requestId: expect.any(String) as unknown },
    },
  ],
};

/** They never end an answer, however long they are waited for. */
const endless: Record<string, RequestListener> = {
  hangs: () => undefined,
  'drips its answer': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data":');
  },
};

const faults: Record<string, RequestListener> = {
  'answers with a page of HTML': (_, response) => response.end('<html>It works at 10.0.0.5</html>'),
  'is cut short': (_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"data":{"_ent');
    setTimeout(() => response.destroy(), 20);
  },
  'answers with half a JSON': (_, response) => response.end('{"data":{"_entities":[{"has'),
  'answers with JSON that is no answer': (_, response) => response.end('{"ok":true}'),
  'fails with 503': (_, response) => response.writeHead(503).end('{"errors":[{"message":"x"}]}'),
  'answers with more than may be taken': (_, response) => response.end(`{"data":{"a":"${'x'.repeat(11_000_000)}"}}`),
};

describe('a domain that cannot be asked', () => {
  it.each(Object.entries(faults))(
    'is named, and the rest is answered, when it %s [F01] [F02] [F03]',
    async (_, listener) => {
      const gateway = await gatewayWith(await answering(listener));
      expect(await gateway.answer(ask(query), person('ann'))).toEqual(unavailable);
    },
  );

  it.each(Object.entries(endless))('is named, and the rest is answered, when it %s', async (_, listener) => {
    const gateway = await gatewayWith(await answering(listener, 100));
    expect(await gateway.answer(ask(query), person('ann'))).toEqual(unavailable);
  });

  it('is named when nothing listens there', async () => {
    const transport = httpTransport({
      url: 'http://127.0.0.1:9/graphql',
      audience: 'social-care',
      timeoutMs: patientMs,
    });
    stops.push(transport.close);
    expect(await (await gatewayWith(transport)).answer(ask(query), person('ann'))).toEqual(unavailable);
  });

  it('is named when it hangs in the gateway’s own process', async () => {
    // The clock is ours: it moves on once the domain hangs, and no other domain is late.
    jest.useFakeTimers({ doNotFake: everyTimerBut('setTimeout', 'clearTimeout') });
    const gateway = await gatewayWith(() => {
      setImmediate(() => jest.advanceTimersByTime(patientMs));
      return new Promise(() => undefined);
    });
    expect(await gateway.answer(ask(query), person('ann'))).toEqual(unavailable);
  });

  it('is named once, however many children were asked about', async () => {
    const gateway = await gatewayWith(await answering((_, response) => response.destroy()));
    const { errors } = await gateway.answer(ask('{ children { hasSocialWorker } }'), person('ann'));
    expect(errors?.map(({ extensions }) => extensions.domain)).toEqual(['SOCIAL_CARE']);
  });

  it('leaves null where the whole question was its own', async () => {
    const gateway = await hub.gateway({
      partnership: await answering((_, response) => response.destroy()),
      'social-care': inProcess('social-care', hub.door('social-care')),
    });
    const answer = await gateway.answer(ask('{ child(id: "1") { name } children { name } }'), person('ann'));
    expect(answer.data).toEqual({ child: null, children: null });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', domain: 'PARTNERSHIP' });
  });
});

describe('what leaves about an error', () => {
  const leaving = async (socialCare: SubgraphTransport, fields: string) =>
    (await gatewayWith(socialCare)).answer(ask(`{ child(id: "1") { name ${fields} } }`), person('ann'));
  const raw = "select nhs_number from child where id = '9990000018' at http://10.0.0.5/";

  it.each([
    ['of a class of its own', { code: 'DOWNSTREAM', exception: { stacktrace: [raw] }, request: { url: raw } }],
    ['without a code', undefined],
    ['that says the caller was not vouched for', { code: 'UNAUTHENTICATED' }],
  ])('is DEFECT and its domain, for one %s', async (_, extensions) => {
    const path = ['_entities', 0, 'hasSocialWorker'];
    const answer = await leaving(
      () => Promise.resolve({ errors: [{ message: raw, path, extensions }] }),
      'hasSocialWorker',
    );
    expect(answer.errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        locations: [{ line: 1, column: 25 }],
        path: ['child', 'hasSocialWorker'],
        extensions: { code: 'DEFECT', domain: 'SOCIAL_CARE', requestId: expect.any(String) as unknown },
      },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/select|9990000018|10\.0|stack/);
  });

  it('is nothing of SQL thrown in a resolver, over HTTP or in process [S24]', async () => {
    const over = (await hub.overHttp())['social-care'];
    for (const transport of [inProcess('social-care', hub.door('social-care')), over]) {
      const answer = transport && (await leaving(transport, 'broken'));
      expect(answer?.errors?.map(({ extensions }) => extensions.code)).toEqual(['DEFECT']);
      expect(JSON.stringify(answer)).not.toMatch(/select|9990000018|10\.0/);
    }
  });

  it('is the hub’s own message and code where a subgraph refuses', async () => {
    const answer = await leaving(inProcess('social-care', hub.door('social-care')), 'refusing');
    expect(answer.errors).toMatchObject([
      { message: 'This depends on your role.', path: ['child', 'refusing'], extensions: { code: 'REFUSED' } },
    ]);
  });

  it('is another domain’s name where a subgraph says whose feed is late, and never a word of its own', async () => {
    const late = (domain: string) =>
      leaving(
        () => Promise.resolve({ errors: [{ message: 'Late.', extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain } }] }),
        'hasSocialWorker',
      );
    expect((await late('PARTNERSHIP')).errors?.[0]?.extensions.domain).toBe('PARTNERSHIP');
    expect((await late('Ash Oak')).errors?.[0]?.extensions.domain).toBe('SOCIAL_CARE');
  });

  it('is DEFECT where a door refuses the gateway', async () => {
    const { errors } = await leaving(
      await answering((_, response) => {
        response.writeHead(401).end('{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}');
      }),
      'hasSocialWorker',
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['DEFECT']);
  });
});
