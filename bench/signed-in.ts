import { request } from 'undici';

/** The cookies of one browser, by the place that set them. */
class Jar {
  private readonly held = new Map<string, Map<string, string>>();

  keep(origin: string, lines: readonly string[]): void {
    const own = this.held.get(origin) ?? new Map<string, string>();
    this.held.set(origin, own);
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) own.delete(name);
      else own.set(name, value);
    }
  }

  header(origin: string): string {
    return [...(this.held.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly body?: string;
}

/** Follows an address as a browser does, to the page it leads to. */
async function follow(jar: Jar, address: string, sent: Sent = { method: 'GET' }): Promise<{ at: URL; text: string }> {
  const at = new URL(address);
  const form = sent.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const { statusCode, headers, body } = await request(at, {
    ...sent,
    headers: { cookie: jar.header(at.origin), ...form },
  });
  jar.keep(at.origin, [headers['set-cookie'] ?? []].flat());
  const text = await body.text();
  const to = headers['location'];
  if (statusCode < 300 || statusCode > 399 || typeof to !== 'string') return { at, text };
  return follow(jar, new URL(to, at).href);
}

/** Signs somebody in at the development provider, and gives the cookie that their browser would send to the pages. */
export async function signedInCookie(pages: string, persona: string, school?: string): Promise<string> {
  const jar = new Jar();
  const { at, text } = await follow(jar, pages);
  const action = /<form method="post" action="([^"]+)"/.exec(text)?.[1];
  if (action === undefined) throw new Error('There is nobody to sign in as at the development provider.');
  const body = new URLSearchParams({ persona, ...(school === undefined ? {} : { school }) }).toString();
  await follow(jar, new URL(action, at).href, { method: 'POST', body });
  return jar.header(new URL(pages).origin);
}
