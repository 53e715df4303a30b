import type { AddressInfo } from 'node:net';
import helmet from '@fastify/helmet';
import { type FastifyInstance, fastify } from 'fastify';
import { QidiError } from '../../domain/index.js';
import type { Office } from '../../office/index.js';
import { contentSecurity, guard } from './guard.js';
import { openLog } from './log.js';
import { answerProblem, refusalOf } from './problems.js';
import { addRoutes } from './routes.js';

const requestTimeout = 30_000;
/** Nothing is ever sent to this console but addresses. */
const bodyLimit = 1024;

/** The read-only console of an open office; closing it leaves the office open. */
export function buildConsole(office: Office): FastifyInstance {
  const { language } = office.config;
  const { log, close } = openLog(office.config);
  const app = fastify({
    logger: false,
    requestTimeout,
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
    // Of those that keep a connection open and ask nothing, none delays a stop.
    forceCloseConnections: 'idle',
    clientErrorHandler: (error, socket) => {
      const gone = socket.destroyed || (error as NodeJS.ErrnoException).code === 'ECONNRESET';
      if (!gone && socket.writable) socket.write(refusalOf(language));
      socket.destroy(error);
    },
    frameworkErrors: (error, request, reply) => {
      answerProblem(error, { request, reply, language, log });
    },
  });
  app.addHook('onClose', async () => close());
  app.setErrorHandler((error, request, reply) => answerProblem(error, { request, reply, language, log }));
  app.setNotFoundHandler(() => {
    throw new QidiError('console.not_found');
  });
  app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurity },
    // Plain HTTP on this machine: there is nothing to upgrade to.
    strictTransportSecurity: false,
  });
  // After the headers, so that refusals carry them too.
  app.after(() => {
    app.addHook('onRequest', async (request) => guard(request));
    app.addHook('onResponse', async (request, reply) => {
      log.info({
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
    });
    addRoutes(app, office);
  });
  return app;
}

/**
 * Serves the console until closed. There are no accounts yet: without a `host` only this machine reaches it.
 * @param options.port 0 takes a free one.
 * @throws QidiError `console.cannot_listen`
 */
export async function startConsole(
  office: Office,
  { port, host = '127.0.0.1' }: { port: number; host?: string },
): Promise<{ url: string; close(): Promise<void> }> {
  const app = buildConsole(office);
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new QidiError('console.cannot_listen', { port, why }, { cause: error });
  }
  const { port: listening } = app.server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${listening}/`, close: () => app.close() };
}
