import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { changeRoutes } from './change/change.route.js';
import { childRoutes } from './child/child.route.js';
import { dataQualityRoutes } from './data-quality/data-quality.route.js';
import type { Env } from './desk.js';
import { faultPage } from './fault-page.js';
import { figureRoutes } from './figures/figure.route.js';
import { assetRoutes } from './layout/asset.route.js';
import { messagePage, messages } from './layout/message-page.js';
import { menuOf } from './layout/role-menu.js';
import type { StreamOptions } from './layout/streamed.js';
import { matchRoutes } from './match/match.route.js';
import { newCaseRoutes } from './new-case/new-case.route.js';
import { noticeRoutes } from './notice/notice.route.js';
import { safeHeaders } from './safe-headers.js';
import { schoolRoutes } from './school/school.route.js';
import { separationRoutes } from './separation/separation.route.js';
import { searchRoutes } from './search/search.route.js';
import { suspensionRoutes } from './suspension/suspensions.route.js';
import { roleRoutes } from './sign-in/role.route.js';
import { deskOf } from './sign-in/desk-of.js';
import { pageOf } from './sign-in/form-token.js';
import { ownPath, type SignInOptions, signInRoutes } from './sign-in/sign-in.route.js';
import { thresholdRoutes } from './threshold/threshold.route.js';
import { virtualSchoolRoutes } from './virtual-school/virtual-school.route.js';
import { words } from './words/codes.js';
import { waitingListRoutes } from './waiting-list/waiting-list.route.js';

export type AppOptions = SignInOptions & StreamOptions;

/** The longest form: the words of a child and of a parent. */
const formBytes = 65_536;

/** The rooms, each with the pages of a weekly job. */
const rooms = [
  childRoutes,
  schoolRoutes,
  suspensionRoutes,
  thresholdRoutes,
  virtualSchoolRoutes,
  waitingListRoutes,
  noticeRoutes,
  changeRoutes,
  searchRoutes,
  newCaseRoutes,
  matchRoutes,
  separationRoutes,
  dataQualityRoutes,
];

/** The pages. What is asked is asked as the person who looks, of the gateway anyone else uses. */
export function createApp(options: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/healthz', (context) => context.json({ healthy: true }));
  app.get('/readyz', (context) => context.json({ ready: true }));
  // A page’s one secret is masked anew each time (form-token.ts): its length under compression tells nothing of it.
  app.use(compress());
  app.use(safeHeaders(options));
  app.use(
    bodyLimit({ maxSize: formBytes, onError: (context) => context.html(messagePage(messages.tooLarge, null), 413) }),
  );
  app.route('/', assetRoutes());
  app.route('/', signInRoutes(options));
  app.route('/', figureRoutes(options.gatewayUrl));
  app.use(deskOf(options));
  app.get('/', (context) => context.redirect(menuOf(context.var.desk.frame.viewer)[0]?.address ?? '/welcome', 303));
  app.get('/welcome', (context) => {
    const words = ['There is no page for your role yet. What you may ask, you may ask the gateway.'];
    return context.html(messagePage({ title: 'Welcome', words }, context.var.desk.frame));
  });
  app.post('/purpose', (context) => {
    const { session, form, frame } = context.var.desk;
    const chosen = frame.viewer.purposes.find((purpose) => purpose === form['purpose']);
    session.purpose = chosen ?? session.purpose;
    session.banner = chosen === undefined ? undefined : `You look for: ${words(chosen).toLowerCase()}.`;
    return context.redirect(ownPath(pageOf(form['token'])), 303);
  });
  app.route('/', roleRoutes(options));
  for (const routes of rooms) app.route('/', routes(options));
  app.notFound((context) => context.html(messagePage(messages.notFound, context.var.desk.frame), 404));
  app.onError((error, context) => faultPage(error, context, options));
  return app;
}
