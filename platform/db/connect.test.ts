import { connect as dial, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connect } from './connect.js';
import type { Patience } from './patiently.js';

const admin = new URL(process.env['HUB_TEST_ADMIN_URL'] ?? 'postgres://postgres@127.0.0.1:1/postgres');
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A way to the tests' database on which `treat` decides what happens to the nth connection. */
async function way(treat: (socket: Socket, nth: number) => void, over: Partial<URL> = {}): Promise<string> {
  let nth = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    treat(socket, ++nth);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  return Object.assign(new URL(admin), { port: String(port), ...over }).toString();
}

function lead(socket: Socket): void {
  const onward = dial(Number(admin.port), admin.hostname).on('error', () => socket.destroy());
  sockets.add(onward);
  socket.pipe(onward).pipe(socket);
}

const short: Patience = { boundMs: 60, eachMs: 20, pauseMs: 1, now: () => performance.now() };

describe('a connection to the database', () => {
  it('is had though the server first lets two be cut off', async () => {
    const url = await way((socket, nth) => (nth <= 2 ? socket.destroy() : lead(socket)));
    const client = await connect(url);
    expect((await client.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  it('that is never answered is told as that, and not as a wrong address or login', async () => {
    const url = await way(() => undefined);
    await expect(connect(url, 'The database', short)).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      message: expect.stringMatching(/^The database did not answer in time.*busy\.$/) as unknown,
    });
  });

  it('says what stays wrong, at once', async () => {
    await expect(connect(await way(lead, { password: 'guess' }))).rejects.toThrow('does not know the login');
    await expect(connect(await way(lead, { pathname: '/nowhere' }))).rejects.toThrow('is not migrated');
    await expect(connect('postgres://postgres@127.0.0.1:1/postgres', 'The database of health')).rejects.toThrow(
      'The database of health cannot be reached, for nothing listens there',
    );
  });
});
