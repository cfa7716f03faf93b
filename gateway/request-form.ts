import type { IncomingMessage } from 'node:http';
import { NotTaken } from './not-taken.js';

/** Of two of these, what stands before the hub might believe the one and the hub the other. */
const once: ReadonlySet<string> = new Set([
  'authorization',
  'content-encoding',
  'content-length',
  'content-type',
  'host',
  'hub-purpose',
]);

/** Refuses, by its headers alone, a request that is no question: 405, 415, or 400 for a header that is there twice. */
export function checkForm(request: IncomingMessage): void {
  if (request.method !== 'POST') throw new NotTaken(405, 'Questions are asked by POST.');
  const twice = repeated(request.rawHeaders);
  if (twice !== undefined) throw new NotTaken(400, `A request has one ${twice} header.`);
  const [type, ...parameters] = (request.headers['content-type'] ?? '').split(';').map((part) => part.trim());
  if (type?.toLowerCase() !== 'application/json') throw new NotTaken(415, 'Questions are sent as application/json.');
  // Another charset may hide from what stands before the hub what the hub would read: UTF-7 does.
  if (!parameters.every(isUtf8)) throw new NotTaken(415, 'Questions are written in UTF-8.');
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity') throw new NotTaken(415, 'Questions are sent as they are, not compressed.');
}

function repeated(raw: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]?.toLowerCase() ?? '';
    if (once.has(name) && seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}

/** Whether a content type's parameter is none, names UTF-8, or says nothing of how the text is written. */
function isUtf8(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=').map((part) => part.trim().toLowerCase());
  return name !== 'charset' || ['utf-8', 'utf8'].includes(value.replaceAll('"', ''));
}
