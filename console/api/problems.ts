import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { describeError, type ErrorCode, type Language, QidiError } from '../../domain/index.js';
import { contentSecurity } from './guard.js';
import { htmlText } from './html.js';
import { traceOf } from './log.js';
import { errorPage, words } from './pages/index.js';

/** Codes that are not the server's fault, or that pass: the rest is 500. */
const statusOf: Partial<Record<ErrorCode, number>> = {
  'console.not_found': 404,
  'console.no_such_clue': 404,
  'console.invalid_query': 400,
  'console.invalid_address': 400,
  'console.read_only': 405,
  'console.wrong_host': 421,
  'register.unavailable': 503,
  'queue.unavailable': 503,
};

/** Whether a program asks: it gets JSON, people get a page. */
function wantsJson(request: FastifyRequest): boolean {
  return /^\/(?:api|healthz)(?:[/?]|$)/.test(request.raw.url ?? '');
}

/** Answers any error with its code and what to do; no stack trace and no unknown message leaves the process. */
export function answerProblem(
  error: unknown,
  {
    request,
    reply,
    language,
    log,
  }: { request: FastifyRequest; reply: FastifyReply; language: Language; log: Logger },
): FastifyReply {
  const known = error instanceof QidiError ? error : unexpected(error, log);
  const status = statusOf[known.code] ?? 500;
  const params = inWords(known, language);
  const problem = { code: known.code, ...describeError(known.code, params, language) };
  reply.code(status).header('cache-control', 'no-store');
  if (status === 405) reply.header('allow', 'GET, HEAD');
  if (wantsJson(request)) return reply.type('application/json; charset=utf-8').send(JSON.stringify(problem));
  // An address that cannot be read at all comes here without passing the header plugin.
  if (!reply.hasHeader('content-security-policy')) {
    const policy = Object.entries(contentSecurity).map(([name, values]) => `${name} ${values.join(' ')}`);
    reply.header('content-security-policy', policy.join(';'));
  }
  return reply.type('text/html; charset=utf-8').send(htmlText(errorPage(language, problem)));
}

/** A filter is called what it is called on the page, too. */
function inWords({ code, params }: QidiError, language: Language): QidiError['params'] {
  if (code !== 'console.invalid_query') return params;
  const name = String(params.name);
  const w = words[language];
  const known = Object.hasOwn(w.filterNames, name);
  const label = known ? w.filterNames[name as keyof typeof w.filterNames] : w.noSuchFilter;
  return { ...params, name: language === 'zh' ? `${label}（${name}）` : `${label} (${name})` };
}

/** What is answered to bytes that are no request at all: an address with letters that were not encoded. */
export function refusalOf(language: Language): string {
  const code = 'console.invalid_address';
  const page = htmlText(errorPage(language, { code, ...describeError(code, {}, language) }));
  const policy = Object.entries(contentSecurity).map(([name, values]) => `${name} ${values.join(' ')}`);
  return [
    'HTTP/1.1 400 Bad Request',
    'content-type: text/html; charset=utf-8',
    `content-length: ${Buffer.byteLength(page)}`,
    'cache-control: no-store',
    `content-security-policy: ${policy.join(';')}`,
    'connection: close',
    '',
    page,
  ].join('\r\n');
}

function unexpected(error: unknown, log: Logger): QidiError {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  // Fastify's own complaints about a request: a malformed address, a body where there is none.
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return new QidiError('console.not_found');
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, ...traceOf(error) }, 'unexpected error');
  return new QidiError('console.unexpected', { reference }, { cause: error });
}
