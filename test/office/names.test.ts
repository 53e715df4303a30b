import { describe, expect, it } from '@jest/globals';
import { type Offence, offences } from '../../domain/index.js';
import { loadLexicon } from '../../lexicon/index.js';
import { topicNames, withNames } from '../../office/index.js';

const lexicon = loadLexicon();
const tag = <C extends string>(code: C, name: string) => ({ code, name, score: 0.8, evidence: [] });
const card = {
  topics: [tag('E1', '违规减免缓'), tag('Z9', '旧专项的问题')],
  offences: [tag<Offence>('bribery', '涉嫌受贿')],
};
const names = ({ topics, offences: suspected }: typeof card) => [...topics, ...suspected].map((t) => t.name);

describe('names of topics and offences', () => {
  it('are as the register keeps them for who reads Chinese', () => {
    expect(names(withNames(card, lexicon, 'zh'))).toEqual(['违规减免缓', '旧专项的问题', '涉嫌受贿']);
  });

  it('are English for who reads English; what the lexicon no longer knows stays as it is', () => {
    expect(names(withNames(card, lexicon, 'en'))).toEqual([
      lexicon.topics.topics.E1!.nameEn,
      '旧专项的问题',
      offences.bribery.en,
    ]);
    expect(topicNames(lexicon, 'en')('Z9')).toBeNull();
  });

  it.each(Object.entries(lexicon.topics.topics))('%s has an English name', (code) => {
    expect(topicNames(lexicon, 'en')(code)).toMatch(/^[A-Z][ -~]{4,60}$/);
  });
});
