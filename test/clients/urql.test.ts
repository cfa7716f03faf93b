import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { operations } from '../../cli/schema-files.js';
import { sha256 } from '../../gateway/safelist.js';
import { type ClientHub, clientHub, type Place } from '../support/client-hub.js';

let hub: ClientHub;
const listed = (file: string): string => operations().find(({ name }) => name === file)?.text ?? '';

beforeAll(async () => {
  hub = await clientHub();
});

afterAll(() => hub.close());

function clientOf({ url, token }: Place, sent: string[] = [], persisted = false): Client {
  const hashes = persistedExchange({
    preferGetForPersistedQueries: false,
    generateHash: (text) => Promise.resolve(sha256(text)),
  });
  return new Client({
    url,
    preferGetMethod: false,
    exchanges: [cacheExchange, ...(persisted ? [hashes] : []), fetchExchange],
    fetchOptions: { headers: { authorization: `Bearer ${token}` } },
    fetch: (input, init) => {
      sent.push(typeof init?.body === 'string' ? init.body : '');
      return fetch(input, init);
    },
  });
}

describe('urql', () => {
  it.each(['development', 'production'] as const)('asks a listed question in %s', async (where) => {
    const { data, error } = await clientOf(hub[where])
      .query<object>(listed('child-record'), { id: hub.childId })
      .toPromise();
    expect(error).toBeUndefined();
    expect(data).toMatchObject({
      child: { __typename: 'Child', id: hub.childId, health: { __typename: 'HealthRecord' } },
    });
  });

  it('is refused another question in production, in words', async () => {
    const { error } = await clientOf(hub.production).query('query Other { me { role } }', {}).toPromise();
    expect(error?.message).toContain('safelist');
    expect(error?.graphQLErrors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is told which variable cannot be taken, and why', async () => {
    const question = 'query Some($first: Int!) { matchReviews(first: $first) { id } }';
    const { error } = await clientOf(hub.development).query(question, { first: 'many' }).toPromise();
    expect(error?.graphQLErrors[0]?.message).toBe('The variable $first is not a whole number.');
  });

  it('sends a hash alone, then the hash with its text, and the hash alone from then on', async () => {
    const sent: string[] = [];
    const client = clientOf(hub.production, sent, true);
    for (let time = 0; time < 2; time += 1) {
      const asked = client.query<object>(
        listed('child-access'),
        { id: hub.childId },
        { requestPolicy: 'network-only' },
      );
      const { data, error } = await asked.toPromise();
      expect(error).toBeUndefined();
      expect(data).toMatchObject({ child: { __typename: 'Child' } });
    }
    expect(sent.map((body) => Boolean((JSON.parse(body) as { query?: string }).query))).toEqual([false, true, false]);
  });
});
