import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const reader = createReader(loadLexicon());
const row = (matter: string) =>
  reader
    .topics(`被反映人：尚可为\n单位及职务：平河县水务局局长\n反映主要问题：${matter}`)
    .offences.map(({ code }) => code);

describe('a row of a list that names an offence outright, in a few words', () => {
  it.each([
    ['贪污公款', 'embezzlement'],
    ['贪污公款12万元', 'embezzlement'],
    ['私分国有资产', 'private-division'],
    ['玩忽职守', 'dereliction'],
    ['挪用公款给他弟弟做生意', 'misappropriation'],
  ])('is tagged with it: %s', (matter, offence) => {
    expect(row(matter)).toContain(offence);
  });

  it.each(['没有贪污公款', '上班打牌', '不接电话，态度恶劣'])('but not where it names none: %s', (matter) => {
    expect(row(matter)).toEqual([]);
  });
});
