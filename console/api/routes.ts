import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PermanentError, QidiError, type RegisterRecord } from '../../domain/index.js';
import { clueNoOf, maskedFields, type Office, withLocalDays, withNames } from '../../office/index.js';
import { topicName } from '../../pipelines/index.js';
import { type Html, htmlText } from './html.js';
import { icon, queuePage, recordPage, registerPage, style } from './pages/index.js';
import { addressOf, filterOf, pageSize, readQuery } from './query.js';
import { readStatus } from './status.js';

/** Pages for people, and the same as JSON for programs. */
export function addRoutes(app: FastifyInstance, office: Office): void {
  const { config, lexicon, register } = office;
  const { language } = config;
  const topics = Object.keys(lexicon.topics.topics)
    .sort()
    .map((code) => ({ code, name: topicName(lexicon, code, language) }));

  const sendPage = (reply: FastifyReply, page: Html) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(htmlText(page));
  const sendJson = (reply: FastifyReply, value: object) =>
    reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(value));
  const sendAsset = (reply: FastifyReply, type: string, text: string) =>
    reply.type(type).header('cache-control', 'max-age=300').send(text);

  app.get('/', async (request, reply) => {
    const query = readQuery(request.query);
    const [counts, { total, lines }] = await Promise.all([
      register.upkeep.counts(),
      register.records.list(filterOf(query)),
    ]);
    const last = Math.max(1, Math.ceil(total / pageSize));
    if ((query.page ?? 1) > last) return reply.redirect(addressOf({ ...query, page: last }));
    return sendPage(reply, registerPage({ language, query, counts, total, lines, topics }));
  });
  app.get('/clues/:clueNo', async (request, reply) => {
    const found = await findRecord(request);
    return found.instead === null
      ? sendPage(
          reply,
          recordPage(
            language,
            withNames(withLocalDays(found.record, config.timeZone), lexicon, language),
            await maskedFields(office, found.record.clueNo),
          ),
        )
      : reply.redirect(`/clues/${encodeURIComponent(found.instead)}`);
  });
  app.get('/queue', async (request, reply) => {
    const { paused } = request.query as { paused?: unknown };
    return sendPage(reply, queuePage(language, await readStatus(office), paused !== undefined));
  });

  app.get('/api/records', async (request, reply) => {
    const query = readQuery(request.query);
    const { total, lines } = await register.records.list(filterOf(query));
    return sendJson(reply, { total, page: query.page ?? 1, pageSize, lines });
  });
  app.get('/api/records/:clueNo', async (request, reply) => {
    const found = await findRecord(request);
    return found.instead === null
      ? sendJson(reply, found.record)
      : reply.redirect(`/api/records/${encodeURIComponent(found.instead)}`);
  });
  app.get('/api/status', async (_request, reply) => sendJson(reply, await readStatus(office)));
  app.get('/healthz', async (_request, reply) => {
    await register.upkeep.hasDue();
    return sendJson(reply, { status: 'ok' });
  });

  app.get('/style.css', (_request, reply) => sendAsset(reply, 'text/css; charset=utf-8', style));
  app.get('/icon.svg', (_request, reply) => sendAsset(reply, 'image/svg+xml', icon));

  /** The record, or the number to look under instead: of what it was merged into, or the whole of a short one. */
  async function findRecord(
    request: FastifyRequest,
  ): Promise<{ record: RegisterRecord; instead: null } | { instead: string }> {
    const { clueNo } = request.params as { clueNo: string };
    const isNumber = /^[\w-]{1,40}$/.test(clueNo);
    const record = isNumber ? await register.records.show(clueNo) : null;
    if (record !== null) return { record, instead: null };
    const mergedInto = isNumber ? await register.records.mergedInto(clueNo) : null;
    if (mergedInto !== null) return { instead: mergedInto };
    // Short, as people write it: 4, R15.
    const whole = isNumber ? await clueNoOf(office, clueNo).catch(nullIfRefused) : null;
    if (whole === null || whole === clueNo) throw new QidiError('console.no_such_clue');
    return { instead: whole };
  }
}

function nullIfRefused(error: unknown): null {
  if (error instanceof PermanentError) return null;
  throw error;
}
