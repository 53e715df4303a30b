import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { maskName, sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

function outside(text: string) {
  const item = itemOf(text);
  const facts = { receivedOn: '2023-06-01', channel: null };
  const { informant: _, ...rest } = sealItem(item, readEntities(item, segmenter.words(text), facts, lexicon));
  return { ...rest, json: JSON.stringify(rest) };
}

const body = '云泽县交通局局长范明志2019年5月收受老板20万元。';

describe('ways to reach the writer', () => {
  it.each([
    ['我叫李春梅，原在云泽县恒远路桥有限公司做会计，联系电话13987701234。', ['13987701234']],
    [
      '我叫李春梅，电话13987701234，13887709876，或者0877-6123456。',
      ['13987701234', '13887709876', '6123456'],
    ],
    ['有事打电話\n13887709876找我。', ['13887709876']],
    ['请打电话138877\n09876。', ['09876', '138877']],
    ['我的号码1 3 8 8 7 7 1 2 3 4 5。', ['3 8 8 7', '1 2 3 4 5']],
    ['可打一三八零零一三八零零零。', ['一三八零']],
    ['打１３８８７７０９８７６。', ['８８７７']],
    ['电话幺三三，四八六零，七七二幺', ['四八六零', '七七二幺']],
    ['打幺五两 拐拐洞勾 三三六八找我。', ['拐拐', '三三六八']],
    ['挂号信回执号 XA 3321 0987 6 54，请查收。', ['3321 0987']],
    ['去年寄过，回执号：1234567890123。', ['1234567890123']],
    ['打138.8770.9876或(0877)6123456。', ['8770', '6123456']],
    ['我的微信号lichun_mei75，QQ：82736451，抖音号chunmei99。', ['lichun', '82736451', 'chunmei']],
    ['我的工号A20713。我的工商银行卡号6222021001116245702。', ['A20713', '6222021001116245702']],
    ['我的车云F12345被扣。', ['云F12345']],
    ['我叫李春梅，车牌云F12345，住在县城。', ['云F12345']],
    ['银行卡（退路费用）6222021001116245702', ['6222021001116245702']],
    ['我叫李春梅，是云泽县恒顺建材店店主。', ['恒顺建材店']],
    ['我公司电话0877-6123456。', ['6123456']],
    ['联系人：胡小军 15400003456', ['胡小军', '15400003456']],
    ['联系人胡小军15400003456', ['胡小军', '15400003456']],
    [
      '联系人：胡小军15400003456\n银行卡：6222021001116245702',
      ['胡小军', '15400003456', '6222021001116245702'],
    ],
    ['农行银行卡：6222 0210 0111 6245 702', ['6245 702']],
    ['收款账号 6222021001116245702，开户行农行，户名胡小军。', ['6222021001116245702', '胡小军']],
    ['工行6222021001116245702，户名：胡小军', ['6222021001116245702', '胡小军']],
    ['举报人的车云F12345停在那里。', ['云F12345']],
    ['邮箱li@example.com，身份证53040219750302004X。', ['li@example', '53040219750302']],
  ])('%s', (words, secrets) => {
    const { json } = outside(`市纪委：\n${words}\n${body}\n2023年4月1日`);
    expect(secrets.filter((secret) => json.includes(secret))).toEqual([]);
    expect(json).toContain('范明志2019年5月收受老板20万元');
  });

  it.each([
    '范明志电话13988880000。',
    '范明志收受老板寄来的翡翠，快递单号SF1234567890123。',
    '范明志说好处要打到范明志卡号6222021001116245702。',
    '宏达公司电话0877-6123456。',
    '钱转到赵永亮的卡上，卡号6222021001116245702。',
    '老板说打到他的账号6222021001116245702上。',
    '范明志的银行卡号是6222021001116245702。',
    '我是村民，看见范明志的车，车牌云F12345，停在会所门口。',
    '范明志开的车是云F12345。',
  ])('stays where it is another’s: %s', (words) => {
    expect(outside(`市纪委：\n${body}${words}\n2023年4月1日`).text).toContain(words);
  });

  it('stays in the paper of an office', () => {
    const text =
      '关于移送问题线索的函\n云纪函〔2023〕5号\n市纪委：\n现将云泽县交通局局长范明志涉嫌收受20万元的线索移送你委。\n联系人：王小明，电话：0877-6123456\n云泽县巡察办\n2023年4月1日';
    expect(outside(text).text).toContain('0877-6123456');
  });
});

describe('what the writer says of himself', () => {
  it.each([
    ['我住云岭镇东街45号。', ['东街45号']],
    ['家住云岭镇东街45号。', ['东街45号']],
    ['我叫李春梅，她住教师宿舍2栋301室。', ['教师宿舍2栋']],
    ['现住云泽县城北路8号，住址：城北路8号。', ['城北路8号']],
    ['我叫李春梅，女，1975年3月2日出生，现年48岁。', ['李春梅', '1975年3月2日', '48岁']],
    ['我丈夫陈伟国、我儿子张小军可以作证。', ['陈伟国', '张小军']],
    ['我父亲欧阳大山被打。我妻子叫和丽。', ['欧阳大山', '和丽']],
  ])('%s', (words, secrets) => {
    const { json, actedFrom, accused } = outside(`市纪委：\n${words}\n${body}\n2023年4月1日`);
    expect(secrets.filter((secret) => json.includes(secret))).toEqual([]);
    expect(actedFrom).toBe('2019-05-01');
    expect(accused.map((a) => a.name)).toEqual(['范明志']);
  });

  it('leaves the home of the accused', () => {
    const words = '范明志住在金湖花园12栋，其住在别墅8号。';
    expect(outside(`市纪委：\n${body}${words}\n2023年4月1日`).text).toContain(words);
  });

  it('counts no date of the writer’s own life as an act', () => {
    const { actedFrom } = outside(
      `市纪委：\n我叫李春梅，1998年7月起在云泽县恒远路桥有限公司做会计。\n${body}\n2023年4月1日`,
    );
    expect(actedFrom).toBe('2019-05-01');
  });
});

describe('cells of the petitioner', () => {
  it('are sealed on a form', () => {
    const { json } = outside(
      `来访登记表\n来访人\t吴桐\t性别\t女\n出生年月\t1970年1月\t年龄\t53\n工作单位\t云泽县第一小学\t来访人单位\t云泽一小\n住址\t东街45号\t联系方式\t13887709876\n被反映人\t范明志\t单位\t云泽县交通局\t职务\t局长\n反映内容\t${body}`,
    );
    for (const secret of ['吴桐', '1970', '第一小学', '云泽一小', '东街', '13887709876'])
      expect(json).not.toContain(secret);
    expect(json).toContain('范明志');
  });

  it.each([
    ['举报人及电话', '李春梅13887709876', '李春梅'],
    ['举报人', '木春', '木春'],
    ['反映人', '李春梅', '李春梅'],
    ['联系方式', 'meihua88', 'meihua88'],
  ])('are sealed under %s', (head, cell, secret) => {
    const { json } = outside(
      `问题线索表\n序号\t被反映人\t单位职务\t主要问题\t${head}\n1\t范明志\t云泽县交通局局长\t2019年收受20万元\t${cell}\n2\t郑国富\t云泽县水务局局长\t2020年收受10万元\t${cell}`,
    );
    expect(json).not.toContain(secret);
    expect(json).toContain('郑国富');
  });
});

describe('whole values', () => {
  it('leave a longer name of the accused', () => {
    const { text, accused } = outside(
      '市纪委：\n我叫吴桐。云泽县教育局局长吴桐林2019年5月收受校服商10万元。吴桐林还虚报。\n举报人：吴桐\n2023年4月1日',
    );
    expect(text).toContain('局长吴桐林');
    expect(accused.map((a) => a.name)).toEqual(['吴桐林']);
    expect(text.replaceAll('吴桐林', '')).not.toContain('吴桐');
  });

  it.each(['138 8770 9876', '１３８８７７０９８７６', '一三八八七七〇九八七六', '138_8770-9876'])(
    'are masked in a file name: %s',
    (written) => {
      const masked = maskName(
        `举报信${written}.docx`,
        [{ kind: 'phone', value: '13887709876', spans: [] }],
        lexicon,
      );
      expect(masked).toBe(`举报信${'▇'.repeat(written.length)}.docx`);
    },
  );
});
