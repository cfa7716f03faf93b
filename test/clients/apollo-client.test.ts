import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
  type TypedDocumentNode,
} from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../gateway/safelist.js';
import { operations } from '../../cli/schema-files.js';
import { type ClientHub, clientHub, type Place } from '../support/client-hub.js';

let hub: ClientHub;
type Asked = TypedDocumentNode<{ child: { __typename: string; id: string } }, { id: string }>;
const listed = (file: string): Asked => gql(operations().find(({ name }) => name === file)?.text ?? '');

beforeAll(async () => {
  hub = await clientHub();
});

afterAll(() => hub.close());

/** Every body that was sent, so that a test can tell a hash from a text. */
function clientOf({ url, token }: Place, sent: string[] = [], ...links: ApolloLink[]): ApolloClient {
  const http = new HttpLink({
    uri: url,
    headers: { authorization: `Bearer ${token}` },
    fetch: (input, init) => {
      sent.push(typeof init?.body === 'string' ? init.body : '');
      return fetch(input, init);
    },
  });
  return new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([...links, http]) });
}

describe('Apollo Client', () => {
  it.each(['development', 'production'] as const)('asks a listed question in %s', async (where) => {
    const { data } = await clientOf(hub[where]).query({
      query: listed('child-record'),
      variables: { id: hub.childId },
    });
    expect(data?.child).toMatchObject({ __typename: 'Child', id: hub.childId, name: { __typename: 'PersonName' } });
  });

  it('is refused another question in production, in words', async () => {
    const asked = clientOf(hub.production).query({ query: gql('query Other { me { role } }') });
    await expect(asked).rejects.toThrow('safelist');
  });

  it('reads faults of a question as GraphQL errors, with code and place', async () => {
    const asked = clientOf(hub.development).query({ query: gql('query Wrong { nothing }') });
    const error: unknown = await asked.catch((reason: unknown) => reason);
    expect(CombinedGraphQLErrors.is(error) && error.errors).toMatchObject([
      { locations: [{ line: 2, column: 3 }], extensions: { code: 'INVALID_INPUT' } },
    ]);
  });

  it('sends a hash alone, then the hash with its text, and the hash alone from then on', async () => {
    const persisted = new PersistedQueryLink({ sha256, useGETForHashedQueries: false });
    const sent: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { data } = await clientOf(hub.production, sent, persisted).query({
        query: listed('child-access'),
        variables: { id: hub.childId },
      });
      expect(data?.child).toMatchObject({ __typename: 'Child' });
    }
    expect(sent.map((body) => 'query' in (JSON.parse(body) as object))).toEqual([false, true, false]);
  });
});
