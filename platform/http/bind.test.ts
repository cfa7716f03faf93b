import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { InvalidInput } from '../errors/hub-error.js';
import { bind } from './bind.js';

const host = '127.0.0.1';

describe('a server that is to listen', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  const server = () => {
    const made = createServer();
    servers.push(made);
    return made;
  };
  afterEach(() => {
    for (const one of servers.splice(0)) one.close();
  });

  it('has a port of its own where any will do, and the port asked for where it is free', async () => {
    const first = server();
    const port = await bind(first, { host, port: 0 });
    expect(first.address()).toMatchObject({ address: host, port });
    await new Promise((resolve) => first.close(resolve));
    expect(await bind(server(), { host, port })).toBe(port);
  });

  it('says which port it could not have, and why', async () => {
    const port = await bind(server(), { host, port: 0 });
    const refused: unknown = await bind(server(), { host, port }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as Error).message).toMatch(`Port ${String(port)} of ${host} is in use`);
  });
});
