import { describe, expect, it } from '@jest/globals';
import { seal } from '../random-writers.js';

const charge = '石涧县民防局局长高远2019年5月收受开发商20万元。';
const letter = (words: string) => `县纪委：\n${words}\n${charge}\n2019年6月3日`;

/** What tells who writes may be read nowhere, and the charge stays as it is. */
function expectSealed(text: string, secrets: readonly string[], shown: readonly string[] = []): void {
  const { text: sealed, json } = seal(text);
  expect({
    sealed,
    readable: secrets.filter((secret) => json.includes(secret)),
    hidden: [charge, ...shown].filter((words) => !sealed.includes(words)),
  }).toEqual({ sealed, readable: [], hidden: [] });
}

describe('what a writer without a name says that he is', () => {
  it.each([
    ['我是石涧县民防局的一名窗口人员。', ['窗口人员']],
    ['我是局里的收费员，都看在眼里。', ['收费员']],
    ['我就是那个被开除的驾驶员！', ['被开除的驾驶员']],
    ['我是工程科唯一的女监督员（姓名就不说了）。', ['工程科', '女监督员']],
    ['本人系石涧县民防局退下来的老会计。', ['老会计']],
    ['我是运行三班的，天天上夜班。', ['运行三班']],
    ['我当时作为司机在楼下等。', ['司机']],
    ['我是其中一个电工。', ['电工']],
    ['我是注册监理工程师，证放在别处。', ['监理工程师']],
    ['我叫李春华，是局里的协管员。', ['协管员']],
  ] as const)('is sealed: %s', (words, secrets) => expectSealed(letter(words), secrets));

  it.each([
    '我是一名普通市民。',
    '我是石涧县民防局的一名退休职工。',
    '我们是石涧县民防局的几名干部。',
    '我是一名老党员，看不下去了。',
    '我是知情人。',
    '我是一名学生家长。',
  ])('stays where many are called so: %s', (words) => expectSealed(letter(words), [], [words]));

  it.each(['高远说：你是会计，你就得听我的。', '我知道办公室主任是他表弟。', '我发现收钱的是该局的出纳。'])(
    'stays where it is said of somebody else: %s',
    (words) => expectSealed(letter(words), [], [words]),
  );
});

describe('particulars that the writer tells of himself', () => {
  it.each([
    ['我在局里干了二十三年。', ['二十三年']],
    ['我2016年7月考进来的，办公室就在一楼东头107。', ['2016年7月', '107']],
    ['我2021年办的内退。', ['2021年']],
    ['我因为不肯签字，2018年被他从库房调去收发室。', ['库房', '收发室']],
    ['我坐他对面，听得清清楚楚。', ['坐他对面']],
    ['我和他2005年结婚，有一个女儿在上高中。', ['2005年', '上高中']],
    ['我在菜市场卖豆腐，大家都叫我豆腐西施。', ['卖豆腐', '豆腐西施']],
    ['我家的门牌是东门街44号。', ['东门街44号']],
    ['我儿子现在坐最后一排靠窗。', ['最后一排']],
    ['我QQ号是 8 8 4 1 2 2 0 7。', ['8 8 4 1']],
    ['我邮箱是lcsj2018#163.com。', ['lcsj2018']],
  ] as const)('are sealed: %s', (words, secrets) => expectSealed(letter(words), secrets));

  it.each([
    '高远在局里干了二十三年。',
    '高远的办公室在三楼东头，他2005年结婚。',
    '他把会计从财务科调去收发室。',
    '高远的妻子在菜市场卖豆腐。',
    '高远有一个女儿在上高中。',
  ])('of others stay: %s', (words) => expectSealed(letter(words), [], [words]));

  it('are sealed as a clerk notes them', () => {
    expectSealed(
      `来电记录\n来电人：匿名\n来电内容：${charge}来电人称自己教化学，办公室在实验楼302。来电人为该局工程科工作人员（1992年生，硕士，已婚），后被安排到乡下驻村。`,
      ['化学', '302', '工程科', '1992年', '硕士', '驻村'],
    );
  });
});

describe('the writer by his family', () => {
  it.each([
    ['这件事我乌兰其其格最清楚。', ['乌兰其其格']],
    ['我娘家哥哥李春华在场。', ['李春华']],
    ['我婆娘沙桂花那里有收条。', ['沙桂花']],
    ['这是我表姐讲的。表姐叫水灵芝，在新华书店上班。', ['水灵芝', '新华书店']],
    ['我是第二小学三（2）班学生羿子轩的妈妈。羿子轩回家哭了。', ['羿子轩', '三（2）班']],
  ] as const)('is sealed: %s', (words, secrets) => expectSealed(letter(words), secrets));

  it('is sealed where an accused is told to be of it before his unit and post', () => {
    const { text } = seal('市纪委：\n我表姐夫、市城管局副局长牟天成2020年收受渣土公司50万元。\n一个晚辈');
    expect(text).not.toContain('表姐夫');
    expect(text).toContain('、市城管局副局长牟天成2020年收受');
  });
});

describe('what stands in the bracket behind a name that signs', () => {
  it.each([
    '举报人：李春华（原仓储科长）',
    '联名人：\n李春华（原仓储科科长）\n王大川',
    '举报人：李春华（女，文物股股长）',
    '李春华（原工会女工委员）',
  ])('is sealed with it: %s', (closing) => {
    expectSealed(letter('').replace('2019年6月3日', `${closing}\n2019年6月3日`), [
      '李春华',
      '仓储',
      '文物股',
      '女工委员',
    ]);
  });
});

describe('a signature of whom the letter tells with his post', () => {
  it.each([
    ['科长李春华知情不报。', '民防局科长李春华'],
    ['石涧县民防局科长李春华当时劝过他。', '李春华，电话13500000000'],
    ['科长李春华知情不报。', '李春华'],
  ])('is sealed in the letter, too: %s %s', (words, closing) => {
    const { json, accused } = seal(`县纪委：\n${charge}${words}\n${closing}\n2019年6月3日`);
    expect(json).not.toContain('李春华');
    expect(accused.map((a) => a.name)).toEqual(['高远']);
  });
});

describe('a witness who is to be protected', () => {
  it.each([
    '会计周明华可以作证，请一定对她保密。',
    '会计周明华可以作证，请保护好她。',
    '会计周明华知道全部经过，请不要透露她的姓名。',
    '会计周明华当时在旁边，可以作证，请替她保密。',
    '周老师可以作证，电话15487002222，她怕报复，不要写她名字。',
    '愿意作证的有：周先生 15811110023、元女士 15811110024。',
  ])('is sealed: %s', (words) =>
    expectSealed(letter(words), ['周明华', '周老师', '周先生', '元女士', '1548700', '1581111']),
  );
});

it('masks with a protected witness nobody who is said to threaten her', () => {
  const { text } = seal(letter('会计周明华可以作证，副局长孙德旺也说要报复她，请保密。'));
  expect(text).not.toContain('周明华');
  expect(text).toContain('孙德旺');
});

describe('a family name told aside', () => {
  it('is sealed in a bracket', () => {
    expectSealed(`来电整理\n${charge}（来电号码0873-6621457，来电人自称姓薛）`, ['姓薛']);
  });
  it('is sealed with the given name told apart from it, also where both stand together', () => {
    expectSealed(letter('我姓解，名放军。').replace('2019年6月3日', '市民 解放军\n2019年6月3日'), ['解放军']);
  });
  it('is sealed where a digest tells that somebody wrote to thank', () => {
    expectSealed(`信访摘报\n${charge}\n城关镇居民万福来来信感谢县纪委。`, ['万福来']);
  });
});

describe('an account that speaks in a chat or sends a mail', () => {
  it('is sealed in each line, and the office is not', () => {
    expectSealed(
      `微信聊天记录\n2024-04-01 20:11 小雨转晴: 领导好，我要举报\n2024-04-01 20:12 县纪委小张: 您好\n2024-04-01 20:13 小雨转晴: ${charge}`,
      ['小雨转晴'],
      ['县纪委小张'],
    );
  });
  it('is sealed in the head of a mail', () => {
    expectSealed(
      `From: "mu_xf1987" <muxf1987@example.com>\nTo: xf@example.gov.cn\nSubject: 反映\n\n${charge}`,
      ['mu_xf1987'],
    );
  });
  it('is sealed in English', () => {
    expectSealed(
      `My name is Peter Kwok. My WeChat is pkwok_88 and my room is Building B 405. I have taught here since 2015.\n${charge}\nPeter`,
      ['Peter', 'pkwok_88', 'B 405', '2015'],
    );
  });
});
