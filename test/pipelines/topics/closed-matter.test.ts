import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const reader = createReader(loadLexicon());

const papers = [
  [
    '关于反映水清同志有关问题的初步核实情况报告\n县纪委常委会：\n我室对群众反映市住建局副局长水清有关问题进行了初步核实，现报告如下：\n一、反映的主要问题\n反映水清为其妹夫承揽河堤工程打招呼、收受好处费。\n二、核实情况\n经查，河堤工程由立信建设公司中标，招标程序合法，未发现水清打招呼的情况，反映问题不属实。\n三、处理建议\n建议予以了结。\n平河县纪委第二监督检查室\n2019年4月2日',
    '反映市住建局副局长水清有关问题，核查结论为不属实，建议予以了结。',
    ['水清', '市住建局', '副局长'],
  ],
  [
    '关于平河县水务局局长江山问题线索的核查报告\n县纪委监委：\n根据领导批示，对举报人反映平河县水务局局长江山违规减免水资源费的问题进行了核查。经查阅账目、走访企业，减免依据县政府文件，程序合规，举报内容失实。拟予以了结，并为江山同志澄清正名。\n核查组\n2020年7月9日',
    '反映平河县水务局局长江山有关问题，核查结论为不属实，建议予以了结。',
    ['江山', '平河县水务局', '局长'],
  ],
] as const;

describe('a report that looked into a matter and closes it', () => {
  it.each(papers)('says so and charges nobody: %.20s', (text, summary, accused) => {
    expect(reader.topics(text)).toMatchObject({
      petitionClass: 'report',
      topics: [],
      offences: [],
      summary,
    });
    expect(reader.entities(text).accused.map((a) => [a.name, a.organisation, a.position])).toEqual([accused]);
  });

  it.each([
    [
      'finds part of it true',
      '关于反映水清同志有关问题的核查报告\n县纪委：\n经查，平河县住建局副局长水清收受包工头现金三万元、插手河堤工程招标，反映问题部分属实，建议立案审查。\n第二监督检查室\n2019年4月2日',
    ],
    [
      'is disputed by who reports again',
      '对县纪委核查报告的异议和再次举报\n市纪委：\n再次举报平河县住建局副局长水清收受包工头现金三万元、围标串标。县纪委说举报不属实，建议了结，我不认可。\n群众',
    ],
    [
      'a citizen writes about such a report',
      '关于群众来信反映问题办理结果的说明\n县纪委：\n你们的答复说我举报不属实，我不认可。县民防局局长高远2018年收受宏达公司8万元，有转账记录。\n李春华',
    ],
    [
      'adds evidence',
      '关于信访件办理结果的情况说明\n县纪委：\n我反映县民防局局长高远收受宏达公司8万元，答复说举报不属实，予以了结。现补充新证据：转账记录一份。\n李春华',
    ],
    [
      'a citizen signs without a word of himself',
      '关于信访件核查结果的说明\n县纪委：\n答复说举报不属实。县民防局局长高远2018年收受宏达公司贿赂8万元，有转账记录。\n举报人：李春华',
    ],
    [
      'ends in a penalty',
      '关于反映高远同志有关问题的核查报告\n县纪委：\n经查，反映高远受贿问题不属实；另查明县民防局局长高远违规收受礼金2万元，给予警告处分。\n第二监督检查室\n2019年4月2日',
    ],
  ])('but not one that %s', (_, text) => {
    const { topics, offences } = reader.topics(text);
    expect([...topics, ...offences]).not.toEqual([]);
  });
});

it('begins no summary with a comma where its first words were left out', () => {
  const { summary } = reader.topics(
    '县纪委：\n平河县住建局副局长水清在河堤工程中。经查，水清收受包工头石小满现金三万元，把工程交给其承建。\n群众',
  );
  expect(summary).toMatch(/^反映平河县住建局副局长水清：收受/);
});
