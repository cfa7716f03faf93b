import { rmSync } from 'node:fs';

export default async function tearDown() {
  const { server, dataDir } = globalThis.hubTest;
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
}
