import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { productRoot } from '../platform/config/product-root.js';

/** Shares of the main thread's time that was not idle. */
export interface TimeShare {
  readonly where: string;
  readonly share: number;
}

export interface ProfileSummary {
  /** By package, folder of ours, or part of Node. */
  readonly byRoom: readonly TimeShare[];
  readonly byFunction: readonly TimeShare[];
}

const idle = '(idle)';

/** Functions of Node's own core, which have no file. `dispatch` is the profiler's. */
const core: readonly (readonly [RegExp, string])[] = [
  [/^(writev|write\w*|shutdown|readStart)$/, 'socket writes'],
  [/^(run|init|\w+Job|update|digest|Hmac|Hash)$/, 'signatures and digests'],
  [/^dispatch$/, idle],
];
const rooms: readonly (readonly [RegExp, string])[] = [
  [/node_modules\/(@[^/]+\/[^/]+|[^/]+)\/(?!.*node_modules\/)/, ''],
  [/^node:(internal\/)?(crypto|webcrypto)/, 'node crypto'],
  [/^node:(internal\/)?(_?http|http|https|net|stream_base|timers|tls)|^node:_http/, 'node http, net, timers'],
  [/^node:(internal\/)?(streams?|buffer|webstreams|string_decoder)/, 'node streams, buffers'],
  [/^node:/, 'node, other'],
];

function roomOf({ url, functionName }: Profiler.ProfileNode['callFrame']): string {
  if (url === '') return core.find(([names]) => names.test(functionName))?.[1] ?? (functionName || '(native)');
  const local = url.split(`${productRoot}/dist/`)[1];
  if (local !== undefined)
    return `our ${local
      .split('/')
      .slice(0, local.startsWith('gateway') ? 1 : 2)
      .join('/')}`;
  for (const [pattern, name] of rooms) {
    const found = pattern.exec(url);
    if (found) return name === '' ? (found[1] ?? url) : name;
  }
  return url;
}

function shares(spent: ReadonlyMap<string, number>, most: number): TimeShare[] {
  const busy = [...spent].filter(([where]) => where !== idle);
  const total = busy.reduce((sum, [, time]) => sum + time, 0);
  return busy
    .map(([where, time]) => ({ where, share: time / total }))
    .sort((a, b) => b.share - a.share)
    .slice(0, most);
}

function summarise({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): ProfileSummary {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const byRoom = new Map<string, number>();
  const byFunction = new Map<string, number>();
  samples.forEach((id, at) => {
    const frame = frames.get(id);
    if (!frame) return;
    const time = timeDeltas[at] ?? 0;
    const room = roomOf(frame);
    byRoom.set(room, (byRoom.get(room) ?? 0) + time);
    const name = room === idle ? idle : `${frame.functionName || '(anonymous)'} · ${room}`;
    byFunction.set(name, (byFunction.get(name) ?? 0) + time);
  });
  return { byRoom: shares(byRoom, 24), byFunction: shares(byFunction, 40) };
}

/** Samples this process's main thread until it is stopped. */
export async function startProfile(): Promise<() => Promise<ProfileSummary>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return summarise(profile);
  };
}
