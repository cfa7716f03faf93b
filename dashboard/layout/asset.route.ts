import { Hono } from 'hono';
import type { Env } from '../desk.js';
import { assets } from './asset.js';

/** Styles, under addresses that change with what is in them. */
export function assetRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/asset/:hash/:name', (context) => {
    const text = assets.text(context.req.param('hash'), context.req.param('name'));
    if (text === undefined) return context.text('There is no such file.', 404);
    context.header('content-type', 'text/css; charset=utf-8');
    context.header('cache-control', 'public, max-age=31536000, immutable');
    return context.body(text);
  });
  return routes;
}
