import { rmSync } from 'node:fs';

export default async function tearDown() {
  const { servers, dataDir } = globalThis.hubTest;
  await Promise.all(servers.map((server) => server.stop()));
  // A server that could not reach the temporary folder has its data elsewhere.
  for (const left of [...servers.map((server) => server.dataDir), dataDir])
    rmSync(left, { recursive: true, force: true });
}
