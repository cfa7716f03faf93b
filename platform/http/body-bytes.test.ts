import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bind } from './bind.js';
import { bodyBytes } from './body-bytes.js';

const host = '127.0.0.1';
const most = 8;
const told = { tooLarge: () => new Error('too large'), cutShort: () => new Error('cut short') };

describe('the body of a request', () => {
  let port: number;
  let taken: ((words: string) => void) | undefined;
  const server = createServer((request, response) => {
    void bodyBytes(request, most, told).then(
      (bytes) => {
        taken?.(bytes.toString('utf8'));
        response.end(bytes);
      },
      (error: unknown) => {
        taken?.((error as Error).message);
        response.writeHead(400, { connection: 'close' }).end((error as Error).message);
      },
    );
  });
  beforeAll(async () => {
    port = await bind(server, { host, port: 0 });
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  /** What came back for a request sent as these lines, the first of them its framing. */
  async function answer(framing: string, body: string): Promise<string> {
    const socket = connect(port, host);
    socket.write(`POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${framing}\r\n\r\n${body}`);
    return text(socket);
  }

  it('is whole where it has as many bytes as are taken', async () => {
    expect(await answer('content-length: 8', '12345678')).toContain('12345678');
    expect(await answer('transfer-encoding: chunked', '4\r\n1234\r\n4\r\n5678\r\n0\r\n\r\n')).toContain('5678');
  });

  it('is not read where it says that it has more', async () => {
    expect(await answer('content-length: 9', '')).toContain('too large');
  });

  it('is given up where it has more and did not say so', async () => {
    expect(await answer('transfer-encoding: chunked', '4\r\n1234\r\n5\r\n56789\r\n')).toContain('too large');
  });

  it('is told apart where its sender ended before it did', async () => {
    const said = new Promise<string>((resolve) => (taken = resolve));
    const socket = connect(port, host);
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\n12', () => socket.destroy());
    expect(await said).toBe('cut short');
  });
});
