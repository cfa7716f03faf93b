import { Hono } from 'hono';
import type { Env } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { rolePage } from './role.page.js';
import { sendToProvider, type SignInOptions } from './sign-in.route.js';

/** Changing the role: the provider is asked for it and signs it, or does not; the session is another afterwards. */
export function roleRoutes(options: SignInOptions): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/role', (context) => {
    const { frame } = context.var.desk;
    const { roles = [] } = frame;
    return roles.length > 1
      ? context.html(rolePage(roles, [], frame))
      : context.html(messagePage(messages.notFound, frame), 404);
  });
  routes.post('/role', (context) => {
    const { form, frame } = context.var.desk;
    const { roles = [] } = frame;
    if (roles.length > 1 && form['role'] === undefined)
      return context.html(rolePage(roles, [{ field: 'role', words: 'Choose the role to look as.' }], frame), 400);
    const role = roles.find((each) => each === form['role']);
    return role === undefined
      ? context.html(messagePage(messages.refused, frame), 403)
      : sendToProvider(context, options, { wanted: '/', role });
  });
  return routes;
}
