import { type Context, Hono } from 'hono';
import type { Env } from '../desk.js';
import { asker, NoGateway, SignedOut } from '../gateway/ask.js';
import { type Figures, unavailable } from './figure.js';
import { figures } from './figures.js';

const unsigned = 'Send a bearer token of an issuer that the hub trusts.';

/** The token of a request; undefined where it brings none. A cookie is not looked at. */
const tokenOf = (context: Context<Env>): string | undefined =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(context.req.header('authorization') ?? '')?.[1];

const sentence = (context: Context<Env>, status: 400 | 401 | 403 | 404 | 503, words: string): Response => {
  if (status === 401) context.header('www-authenticate', 'Bearer');
  return context.text(`${words}\n`, status);
};

/** What the gateway came to, where it takes no such token or does not answer as well. */
async function answered(asking: () => Promise<Figures>): Promise<Figures | 'unsigned'> {
  try {
    return await asking();
  } catch (error) {
    if (error instanceof SignedOut) return 'unsigned';
    if (error instanceof NoGateway) return { status: 503, words: unavailable };
    throw error;
  }
}

/**
 * Figures of groups as files, for tools that ask again by themselves: a bearer token and nothing else, for there is nobody at
 * the keyboard. No session is made, none is looked for, and no page of these addresses can be asked by another's page.
 */
export function figureRoutes(gatewayUrl: string): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/figures/:file', async (context) => {
    const accessToken = tokenOf(context);
    if (accessToken === undefined) return sentence(context, 401, unsigned);
    const found = figures.find(({ name }) => `${name}.csv` === context.req.param('file'));
    const known = figures.map(({ name }) => `${name}.csv`).join(', ');
    if (!found) return sentence(context, 404, `There are no such figures: the files are ${known}.`);
    const ask = asker(gatewayUrl, { accessToken, purpose: context.req.header('hub-purpose'), exported: true });
    const answer = await answered(() => found.answer(context.req.query(), ask));
    if (answer === 'unsigned') return sentence(context, 401, unsigned);
    if (answer.status !== 200) return sentence(context, answer.status, answer.words);
    context.header('content-type', 'text/csv; charset=utf-8');
    context.header('content-disposition', `attachment; filename="${found.name}.csv"`);
    return context.body(answer.text);
  });
  return routes;
}
