import {
  describeError,
  type ErrorCode,
  errorCatalogue,
  type InformantField,
  informantKinds,
  qualityFlags,
  stageNames,
} from '../../domain/index.js';
import { inspectFile, openReading, readLexicon, withNames } from '../../office/index.js';
import { describePlace, describeRecord } from '../record-card.js';
import type { Session } from '../session.js';
import { exit, paint } from '../terminal.js';
import { type Came, factsOf } from './came.js';

/** `qidi inspect FILE`: every artefact of one file, filed nowhere. The informant stays masked here too. */
export async function inspect(session: Session, path: string, came: Came): Promise<number> {
  const { terminal, config } = session;
  const { say, language } = terminal;
  const facts = factsOf(session, came);
  const reading = await openReading(readLexicon(config), config);
  try {
    const found = await inspectFile(reading, path, facts, config.timeZone);
    if (terminal.json) {
      await terminal.out(JSON.stringify({ engine: reading.recogniser.label, ...publicArtefacts(found) }));
      return exit.done;
    }
    const { extraction, normalised } = found;
    await terminal.out(
      [
        paint('bold', path),
        `${say('格式', 'format')}: ${extraction.parts[0].format}${extraction.parts[0].encoding ? ` (${extraction.parts[0].encoding})` : ''} · ${extraction.pages.length} ${say('页', 'pages')}`,
        ...normalised.pages.map(
          (p) =>
            `  ${say(`第${p.number}页`, `page ${p.number}`)}: ${p.recognised ? `${say('识别', 'recognised')} (${reading.recogniser.label})` : say('文字层', 'text')} · ${p.end - p.start} ${say('字', 'characters')} · ${p.confidence.toFixed(2)}`,
        ),
        ...extraction.parts.flatMap(({ member, failure }) =>
          member !== null && failure
            ? [
                `  ${say('未能读取', 'not read')}: ${member}  ${whyOf({ ...failure, reason: failure.code }, language)}`,
              ]
            : [],
        ),
        ...(normalised.flags.length
          ? [
              `${say('质量', 'Quality')}: ${normalised.flags.map((f) => qualityFlags[f][language]).join(say('、', ', '))}`,
            ]
          : []),
        `${say('用时', 'time')}: ${found.stages.map((s) => `${stageNames[s.stage as keyof typeof stageNames][language]} ${Math.round(s.durationMs)} ms`).join(' · ')}`,
      ].join('\n'),
    );
    for (const [i, card] of found.cards.entries()) {
      await terminal.out(`\n${paint('bold', say(`第 ${i + 1} 件`, `Item ${i + 1}`))}`);
      const informant = found.sealed[i]!.informant;
      if (informant.length > 0)
        await terminal.out(
          `${say('已密封的举报人信息', 'Sealed of the informant')}: ${kindsOf(informant)
            .map((kind) => informantKinds[kind][language])
            .join(say('、', ', '))}`,
        );
      await terminal.out(
        card.kind === 'record'
          ? describeRecord(terminal, withNames(card.record, reading.lexicon, language), (quote) => {
              const found = card.record.places.find((p) => p.start === quote.start && p.end === quote.end);
              if (!found) return null;
              const { box } = found.place;
              return `${describePlace(terminal, found.place)}${box ? ` [${box.map(Math.round).join(',')}]` : ''}`;
            })
          : `${say('待人工', 'For a person')}: ${[card.member, whyOf(card, language)].filter((part) => part).join('  ')}`,
      );
    }
    return found.cards.some((c) => c.kind === 'review') ? exit.partly : exit.done;
  } finally {
    await reading.close();
  }
}

function whyOf(
  { reason, params }: { reason: string; params: Readonly<Record<string, string | number>> },
  language: 'zh' | 'en',
): string {
  if (!(reason in errorCatalogue)) return reason;
  const { message, remedy } = describeError(reason as ErrorCode, params, language);
  return `[${reason}] ${message}；${remedy}`;
}

function kindsOf(informant: readonly InformantField[]): InformantField['kind'][] {
  return [...new Set(informant.map((f) => f.kind))];
}

/** Artefacts without anything that is not masked: what comes before sealing stays inside. */
function publicArtefacts(found: Awaited<ReturnType<typeof inspectFile>>) {
  const { extraction, recognition, normalised, items, sealed, words, topics, fingerprints, stages, cards } =
    found;
  return {
    extraction: {
      parts: extraction.parts.map(({ comments: _, ...part }) => part),
      pages: extraction.pages.map(({ text: _, ...page }) => page),
    },
    recognition: recognition.map(({ text: _, ...page }) => page),
    normalised: { pages: normalised.pages, flags: normalised.flags },
    items: items.map(({ text: _, context: __, ...item }) => item),
    sealed: sealed.map(({ informant, context: _, ...item }) => ({ ...item, informant: kindsOf(informant) })),
    words,
    topics,
    fingerprints,
    stages,
    cards,
  };
}
