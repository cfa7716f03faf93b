import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import * as documentsPlugin from '@graphql-codegen/typed-document-node';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, parse, print, printSchema } from 'graphql';
import ts from 'typescript';
import { hub as hubCommand } from '../support/cli.js';
import { type ClientHub, clientHub, pageOrigin, type Place } from '../support/client-hub.js';

interface Answer {
  readonly data?: Record<string, unknown>;
  readonly errors?: readonly { readonly message: string }[];
}

const mine = `query Mine($id: ID!) { child(id: $id) { ...Named education { stale } } }`;
const named = `fragment Named on Child { id name { given } }`;
let hub: ClientHub;

beforeAll(async () => {
  hub = await clientHub();
});

afterAll(() => hub.close());

async function post({ url, token }: Place, body: object): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Answer;
}

/** What a generator does with an address: asks it for its schema. */
async function schemaOf(place: Place) {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true });
  const { data, errors } = await post(place, { query, operationName: 'IntrospectionQuery' });
  expect(errors).toBeUndefined();
  return parse(printSchema(buildClientSchema(data as unknown as IntrospectionQuery)));
}

async function generated(): Promise<string> {
  return codegen({
    filename: 'generated.ts',
    schema: await schemaOf(hub.development),
    documents: [{ document: parse(`${mine} ${named}`) }],
    config: { useTypeImports: true },
    plugins: [{ typescript: {} }, { operations: {} }, { documents: {} }],
    pluginMap: { typescript: typescriptPlugin, operations: operationsPlugin, documents: documentsPlugin },
  });
}

describe('a client that is generated from the hub’s address', () => {
  it('has the types of its questions, and is answered in development', async () => {
    const source = await generated();
    expect(source).toContain('export type MineQuery =');
    const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'generated-')), 'generated.mjs');
    writeFileSync(file, outputText);
    const { MineDocument } = (await import(file)) as { MineDocument: Parameters<typeof print>[0] };
    const { data } = await post(hub.development, { query: print(MineDocument), variables: { id: hub.childId } });
    expect(data).toMatchObject({ child: { id: hub.childId } });
  });

  it('asks in production from the moment its operations are registered', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mine-'));
    const files = [mine, named].map((text, at) => path.join(folder, `${String(at)}.graphql`));
    [mine, named].forEach((text, at) => {
      writeFileSync(files[at] ?? '', text);
    });
    const question = { query: `${named} ${mine}`, variables: { id: hub.childId } };
    expect((await post(hub.production, question)).errors?.[0]?.message).toContain('safelist');
    const env = { HUB_DATA_DIR: hub.dataDir };
    const { status, out } = await hubCommand(['operations', 'add', '--client', 'school-app', ...files], env, 600_000);
    expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining('school-app: 1 new') as unknown });
    expect((await post(hub.production, question)).data).toMatchObject({ child: { id: hub.childId } });
    // As the client guide defines the hash that `add` prints.
    const hash = createHash('sha256')
      .update(print(parse([mine, named].join('\n'))))
      .digest('hex');
    expect(out).toContain(`${hash}  Mine\n`);
    const byName = { documentId: `sha256:${hash}`, variables: { id: hub.childId } };
    expect((await post(hub.production, byName)).data).toMatchObject({ child: { id: hub.childId } });
  });

  it('learns nothing of the schema in production', async () => {
    const { data, errors } = await post(hub.production, { query: getIntrospectionQuery() });
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
  });

  it('is told by the command, line by line, what would not be answered', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'wrong-')), 'wrong.graphql');
    writeFileSync(file, 'query Wrong {\n  child { nothing }\n}\n');
    const { status, err } = await hubCommand(['operations', 'check', file], { HUB_DATA_DIR: hub.dataDir }, 600_000);
    expect(status).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(3);
    expect(err).toMatch(/wrong\.graphql:2:11: Cannot query field "nothing"/);
    expect((await hubCommand(['operations', 'add', file], {}, 600_000)).status).toBe(2);
  });

  it('may have its files found by a pattern, in folders within folders', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'patterns-'));
    mkdirSync(path.join(folder, 'in', 'deeper'), { recursive: true });
    writeFileSync(path.join(folder, 'in', 'deeper', 'mine.graphql'), mine);
    writeFileSync(path.join(folder, 'named.graphql'), named);
    const check = await hubCommand(['operations', 'check', `${folder}/**/*.graphql`], {}, 600_000);
    expect(check).toMatchObject({ status: 0, out: expect.stringMatching(/^[0-9a-f]{64} {2}Mine\n$/) as unknown });
  });
});

describe('a page in a browser', () => {
  it('may ask where its origin is named, having asked whether it may', async () => {
    const ask = (origin: string) =>
      fetch(hub.production.url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const allowed = await ask(pageOrigin);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(pageOrigin);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const other = await ask('https://evil.example');
    expect(other.status).toBe(405);
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});
