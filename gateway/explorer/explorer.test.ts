import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personas } from '../../platform/auth/personas.js';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { createExplorer } from './explorer.js';

const asked: [string, string | undefined][] = [];
const explorer = createExplorer({
  personas,
  tabs: () => [{ query: '{ me { name } } # "<script>"', variables: '{}' }],
  token: (persona, school) => {
    asked.push([persona, school]);
    return persona === 'senco'
      ? Promise.resolve('a.b.c')
      : Promise.reject(new InvalidInput('There is no such persona.'));
  },
});

let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    if (explorer?.takes(request)) void explorer.answer(request, response);
    else response.writeHead(405).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const page = (headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, { headers: { accept: 'text/html,*/*;q=0.8', ...headers } });
const token = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql/explorer/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: JSON.stringify(body),
  });

describe('the page of GraphiQL', () => {
  it('is for a browser that asks for a page, and for no client of the graph', async () => {
    expect((await page()).status).toBe(200);
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json'])
      expect((await page({ accept })).status).toBe(405);
    expect((await fetch(`${url}/graphql`, { method: 'POST', headers: { accept: 'text/html' } })).status).toBe(405);
  });

  it('allows scripts and styles of its own address alone, and holds none itself', async () => {
    const answer = await page();
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|http/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?! src="\/graphql\/explorer\/)| style=| on[a-z]+=|<style/);
    expect(html).not.toMatch(/(src|href)="(?!\/graphql\/explorer\/|data:)/);
    for (const { title } of personas) expect(html).toContain(`>${title}</option>`);
  });

  it('loads files that are there, and that a browser may keep', async () => {
    const addresses = [...(await (await page()).text()).matchAll(/(?:src|href)="(\/graphql[^"]+)"/g)].map(
      ([, address]) => address ?? '',
    );
    expect(addresses).toHaveLength(6);
    for (const address of addresses) {
      const answer = await fetch(`${url}${address}`);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(answer.headers.get('content-type')).toBe(address.endsWith('.css') ? 'text/css' : 'text/javascript');
    }
    expect((await fetch(`${url}/graphql/explorer/000000000000/explorer.js`)).status).toBe(404);
    expect((await fetch(`${url}/graphql/explorer/..%2f..%2fpackage.json`)).status).toBe(404);
  });
});

describe('a token of the picker', () => {
  it('is given to the page itself', async () => {
    expect(await (await token({ persona: 'senco', school: '900002' })).json()).toEqual({ token: 'a.b.c' });
    expect(asked.at(-1)).toEqual(['senco', '900002']);
    const answer = await token({ persona: 'nobody' });
    expect([answer.status, await answer.json()]).toEqual([400, { fault: 'There is no such persona.' }]);
    expect((await token({ persona: 7 })).status).toBe(400);
  });

  it.each<[string, Record<string, string>]>([
    ['of another’s page', { origin: 'https://evil.example' }],
    ['without an origin that is named', { origin: 'null' }],
    ['by a form', { 'content-type': 'text/plain' }],
  ])('is not given to a request %s', async (_whose, headers) => {
    const before = asked.length;
    const answer = await token({ persona: 'senco' }, headers);
    expect(answer.status).toBe(403);
    expect(asked).toHaveLength(before);
  });

  it('is not asked for by an address that is in histories', async () => {
    expect((await fetch(`${url}/graphql/explorer/token?persona=senco`, { headers: { origin: url } })).status).toBe(403);
  });
});
