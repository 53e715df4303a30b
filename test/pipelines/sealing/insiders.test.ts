import { describe, expect, it } from '@jest/globals';
import { seal } from './random-writers.js';

const charge = '石涧县民防局局长高远2019年5月收受开发商20万元。';

describe('who works in the unit of the accused', () => {
  it.each([
    ['举报人：李春华（石涧县民防局职工）', '人：▇▇▇（▇▇▇▇▇▇职工）'],
    ['举报人：李春华，石涧县民防局干部', '人：▇▇▇，▇▇▇▇▇▇干部'],
    ['反映人：李春华\n反映人单位：石涧县民防局', '人：▇▇▇\n反映人单位：▇▇▇▇▇▇'],
  ])('has his unit masked where he is told: %s', (closing, sealed) => {
    const { text, accused } = seal(`县纪委：\n${charge}\n${closing}\n2019年6月3日`);
    expect(text).toContain(sealed);
    expect(text).toContain(charge);
    expect(accused).toMatchObject([{ name: '高远', organisation: '石涧县民防局', position: '局长' }]);
  });

  it.each([
    ['信访人：民防局会计 李春华', '民防局会计'],
    ['信访人：李春华（县职高教师）', '县职高教师'],
    ['来电人：不愿透露姓名，自称姓阮，石涧县民防局职工，来电号码0873-6621457', '石涧县民防局职工'],
    ['来电人：匿名（自称是县水务职工）', '县水务职工'],
  ])('has it masked in the field of who came, however short or nameless: %s', (field, secret) => {
    const { text, accused } = seal(`信访登记\n${field}\n被举报人：高远\n内容：${charge}`);
    const [, written] = text.split('\n');
    expect(written).not.toContain(secret);
    expect(written).not.toMatch(/李春华|姓阮|民防局|职高|水务/);
    expect(text).toContain(charge);
    expect(accused).toMatchObject([{ name: '高远', organisation: '石涧县民防局', position: '局长' }]);
  });

  it('has what he is masked where a clerk notes in a sentence what he called himself', () => {
    const { text, accused } = seal(
      '来电记录\n来电人称自己是县中医院骨科的护士，不愿留名。反映骨科主任高远收耗材商回扣，2022年共收了三十多万元。\n接听人：周正',
    );
    expect(text).not.toContain('护士');
    expect(accused).toMatchObject([{ name: '高远', organisation: '县中医院', position: '骨科主任' }]);
  });

  it.each([
    ['我曾任石涧县民防局办公室主任。', '主任'],
    ['我在局里当会计。', '会计'],
    ['来电人自称是石涧县民防局门卫。', '门卫'],
  ])('has what he was masked, too: %s', (words, secret) => {
    const { text } = seal(`来电记录\n${words}反映石涧县民防局局长高远2019年5月收受开发商20万元。`);
    expect(text).not.toContain(secret);
  });

  it.each(['群众', '退休职工', '匿名群众', '村民 李春华'])(
    'keeps what many are called in the field of who came: %s',
    (who) => {
      const { text } = seal(`信访登记\n来电人：${who}\n内容：${charge}群众、村民、退休职工都知道。`);
      expect(text).toContain(`来电人：${who.replace('李春华', '▇▇▇')}`);
      expect(text).toContain('群众、村民、退休职工都知道');
    },
  );

  it('leaves the unit of the accused readable where it is told nowhere else', () => {
    const { text, accused } = seal(
      '县纪委：\n我是石涧县民防局的会计李春华。局长高远2019年5月收受开发商20万元。\n2019年6月3日',
    );
    expect(text).not.toContain('李春华');
    expect(accused).toMatchObject([{ name: '高远', organisation: '石涧县民防局' }]);
  });
});

describe('who gives hardly more than a hint of himself', () => {
  it.each([
    ['俺叫李春华，今年六十八了，是古渡乡下坝村的老党员。', ['李春华', '六十八', '古渡乡下坝村']],
    ['我叫李春华，今年68了，是古渡乡下坝村的困难户。', ['68', '下坝村']],
    ['这信是柳林小学的尉迟老师帮写的。', ['柳林小学', '尉迟']],
    ['此信由退休教师王大川代笔。', ['退休教师', '王大川']],
    ['俺没文化，请村里的文书张二娃写的。', ['文书', '张二娃']],
    ['请县一中的陶立新老师写了这封信。', ['县一中', '陶立新']],
    ['信是我孙女婷婷代写的。', ['婷婷']],
    ['我托在县法院上班的表哥罗志诚打印这封信。', ['法院', '罗志诚']],
    ['举报人IP：117.23.45.67', ['117.23']],
    ['来信人IP地址：117.23.45.68', ['117.23']],
    ['用户IP:2001:db8:1:2::5', ['2001:db8']],
    ['我的护照号E98765432。', ['E98765432']],
    ['我是柳树沟村的苗秀芬请你们查', ['柳树沟', '苗秀芬']],
    ['我是柳树沟村的苗秀芬希望领导来查一查', ['柳树沟', '苗秀芬']],
    ['我是柳树沟村的苗秀芬求你们管一管', ['柳树沟', '苗秀芬']],
    ['我是柳树沟村苗秀芬你们来查', ['柳树沟', '苗秀芬']],
    ['来电人：不愿透露姓名（女，自称在质监站上班）。', ['质监站']],
    ['来访人自称是粮库职工，', ['粮库']],
  ] as const)('has it sealed: %s', (words, secrets) => {
    const { text } = seal(`县纪委：\n${words}\n${charge}\n2019年6月3日`);
    expect({ text, readable: secrets.filter((s) => text.includes(s)) }).toEqual({ text, readable: [] });
    expect(text).toContain(charge);
  });

  it.each([
    '高远请包工头孙大勇帮忙打字做假合同，骗取补助20万元。',
    '高远找牛贵财帮写假收据套取8万元。',
    '他让下属王志军代替写检讨，套取现金6万元。',
    '他持港澳通行证号C12345678多次出境赌博，其护照号E98765432也未上交。',
    '被举报人高远护照号E98765432。',
    '工作证号A1234567是他伪造的。',
    '服务器IP：10.1.2.3是采购清单上的。',
    '高远让会计写的假账。',
    '他叫人代笔写检讨。',
    '高远自称在省里有关系，工作不用怕。',
  ])('leaves what is told of others: %s', (words) =>
    expect(seal(`县纪委：\n${charge}\n${words}\n2019年6月3日`).text).toContain(words),
  );
});

describe('whom a letter charges stays readable, and nobody else for it', () => {
  it.each([
    [
      'a title that tells of who came',
      '关于商户陈立新反映县市场监管局副局长牛大山问题的报告\n县纪委：\n2019年3月2日，商户陈立新（东门街6号）反映牛大山吃拿卡要，收受2万元。\n县信访局',
      ['陈立新', '东门街6号'],
      ['牛大山'],
    ],
    [
      'a title that tells of one of the crowd',
      '关于群众李春华反映县民防局局长高远问题的报告\n县纪委：\n群众李春华（住柳林镇北街12号）反映高远收受好处费5万元。李春华说亲眼所见。\n县信访局\n2019年3月4日',
      ['李春华', '北街12号'],
      ['高远'],
    ],
    [
      'a husband to whom it was done',
      '县纪委：\n我举报县一中校长钱广进克扣我丈夫李大山工资8000元。李大山是县一中教导主任。\n县一中 群众',
      ['李大山'],
      ['钱广进'],
    ],
    [
      'a father whose house was taken',
      '县纪委：\n我实名举报县民防局局长高远把我父亲李大山的房子占了。李大山是县民防局退休干部。\n2019年3月4日',
      ['李大山'],
      ['高远'],
    ],
  ])('with %s', (_, letter, secrets, names) => {
    const { text, accused } = seal(letter);
    expect({ text, readable: secrets.filter((s) => text.includes(s)) }).toEqual({ text, readable: [] });
    expect(accused.map((a) => a.name)).toEqual(names);
    for (const name of names) expect(text).toContain(name);
  });

  it('of two who are listed side by side both, and the writer’s own husband whom she reports', () => {
    const two = seal('县纪委：\n我举报县民防局局长高远、副局长牛大山收受开发商20万元。\n2019年6月3日');
    expect(two.accused.map((a) => a.name)).toEqual(['高远', '牛大山']);
    const own = seal('县纪委：\n我要举报我丈夫县民防局局长高远，他收受开发商20万元。\n2019年6月3日');
    expect(own.accused.map((a) => a.name)).toEqual(['高远']);
  });
});

describe('who signs, or stands for others, without more words', () => {
  it.each([
    '该校教师 王建国',
    '        本单位职工 王建国',
    '王建国',
    '退休教师 王建国',
    '王建国\n2019年6月3日',
  ])('is sealed below a letter of one line: %s', (signature) => {
    const { text } = seal(
      `您好 我实名反映 石涧县民防局局长高远 2019年5月收受开发商20万元 没有人管\n${signature}`,
    );
    expect(text).not.toContain('王建国');
    expect(text).toContain('高远');
  });

  it.each([
    '代表为古城街道东门社区居民佴文忠（男，66岁）、王大川（女）等',
    '代表为居民佴文忠、王大川',
    '其中居民佴文忠（女，50岁）带头，王大川',
    '来访代表佴文忠、王大川等5人',
    '代表：佴文忠、王大川',
  ])('is sealed where an office tells of many who came: %s', (who) => {
    const { text } = seal(
      `汇报材料：今日接待群众来访1批5人，${who}。来访人反映：${charge}\n接待人：强辉　记录人：初雪\n2019年6月3日`,
    );
    expect(text).not.toContain('佴文忠');
    expect(text).toContain('高远');
  });

  it('but not who was elected for the people', () => {
    const { text } = seal('县纪委：\n县信访局接待来访时，市人大代表高远收受开发商20万元。\n2019年6月3日');
    expect(text).toContain('高远');
  });
});

describe('whom a letter says to turn to', () => {
  const letter = (words: string) => `县纪委：\n石涧县民防局局长高远收受贿赂20万元。${words}\n2019年6月3日`;
  it.each([
    '会计周明华可以作证。有事找周明华本人，电话13812345678。',
    '联系周明华即可，民防局会计周明华手机13812345678。',
    '有什么不清楚的，找周明华就行。证人还有民防局会计周明华。',
    '本局科长周明华曾写信举报。详情请找周明华本人，电话13812345678。',
    '民防局干部周明华掌握账本。核实请联系周明华本人，地址：北街12号。',
    '民防局会计周明华知情，请调查组找周明华本人核实。',
    '民防局会计周明华知情，核实只找周明华本人，电话13812345678。',
    '会计周明华多次举报，至今没人找周明华本人核实。',
  ])('is sealed, though he holds a post, and not accused: %s', (words) => {
    const { text, accused } = seal(letter(words));
    expect(text).not.toMatch(/周明华|13812345678|北街12号/);
    expect(accused.map((a) => a.name)).toEqual(['高远']);
  });

  it.each([
    '举报后没人找高远本人谈话。',
    '调查人员只找高远本人谈了话就走了。',
    '这么多年谁找高远本人核实过？',
    '调查组找高远本人了解情况，他什么都不认。',
  ])('is readable where an investigation is said to have asked him: %s', (words) => {
    expect(seal(letter(words)).text).toContain(words);
  });
});

describe('where the writer lives', () => {
  const told = (home: string) =>
    `市纪委：\n区城管局副局长高远2019年5月收受广告公司贿赂12万元。\n举报人：李春华\n住：${home}\n2019年6月3日`;
  it('completes no unit of the accused, unless it is told elsewhere', () => {
    const { text, json, accused } = seal(told('朝阳区槐树街88号'));
    expect(text).not.toContain('朝阳区');
    expect(json).not.toContain('朝阳区');
    expect(accused).toMatchObject([{ name: '高远', organisation: '区城管局', position: '副局长' }]);
    const elsewhere = seal(`朝阳区纪委：\n${told('朝阳区槐树街88号')}`);
    expect(elsewhere.accused).toMatchObject([{ name: '高远', organisation: '朝阳区城管局' }]);
  });
});

describe('the village of the writer', () => {
  it.each([
    '那个镇长裴大勇把修水渠的活全给他小舅子干，没有招标。我是石碾子镇柳树沟村的苗秀芬，电话13899012345，我不怕他，你们来查。',
    '石碾子镇镇长裴大勇不招标修水渠贪了几十万我是柳树沟村的苗秀芬请你们查',
  ])('is no unit of a head of the town: %s', (letter) => {
    const { json, accused } = seal(`纪委领导：${letter}`);
    expect(json).not.toMatch(/柳树沟|苗秀芬/);
    expect(accused).toMatchObject([{ name: '裴大勇', position: '镇长' }]);
  });
});

describe('a form of an office', () => {
  it.each([
    ['接听人：段晓燕\n来电号码：0877-2012345　来电人：不愿透露姓名', ['0877-2012345']],
    ['接访人：段晓燕\n来访人电话：13500000000\n来访人：李春华', ['13500000000', '李春华']],
    ['来访人：李春华\n随访人员：谭家贵、冬至一', ['李春华', '谭家贵', '冬至一']],
    ['来访人：李春华\n陪同人员：谭家贵', ['李春华', '谭家贵']],
    ['诉求人：李春华\n诉求地点：石涧县水泥厂家属区2栋4单元', ['李春华', '家属区2栋']],
  ] as const)('has sealed who comes or calls, whatever stands between: %s', (head, secrets) => {
    const { json } = seal(`石涧县纪委信访室登记单\n${head}\n反映内容：${charge}\n承办意见：转第三室。`);
    expect(secrets.filter((secret) => json.includes(secret))).toEqual([]);
    expect(json).toContain(charge);
  });

  it('leaves whoever listens, and a place that is no home', () => {
    const { text } = seal(
      `石涧县纪委信访室登记单\n接听人：段晓燕\n接听电话：2012300\n来电号码：13500000000\n诉求地点：石涧县滨河广场\n反映内容：${charge}`,
    );
    expect(text).toContain('接听人：段晓燕');
    expect(text).toContain('滨河广场');
    expect(text).not.toContain('13500000000');
  });
});

describe('a number that only one person or firm has', () => {
  it.each([
    ['举报人：李春华，护照号E12345678', 'E12345678'],
    ['举报人：李春华，港澳通行证C12345678', 'C12345678'],
    ['本人李春华，教师资格证号20135304001，', '20135304001'],
    ['举报人：李春华，军官证号军字第1234567号', '1234567'],
    ['我公司系石涧安盾设备有限公司（统一社会信用代码91530400MA0000015R），', '91530400MA0000015R'],
    ['网友“石涧老李”（IP：10.20.30.40，手机尾号7788）留言：', '10.20.30.40'],
    ['网友“石涧老李”（IP：10.20.30.40，手机尾号7788）留言：', '7788'],
  ])('is sealed where the writer tells it: %s', (words, secret) => {
    const { json } = seal(`县纪委：\n${words}\n${charge}\n2019年6月3日`);
    expect(json).not.toContain(secret);
    expect(json).toContain(charge);
  });

  it('stays where it is told of the matter', () => {
    const words = '该公司统一社会信用代码91530400MA0000015R，服务器IP：10.20.30.40。';
    expect(seal(`县纪委：\n${charge}${words}\n举报人：李春华\n2019年6月3日`).text).toContain(words);
  });
});

describe('a list of people with figures', () => {
  it.each([
    '石涧县民防局2018年12月工资表\n姓名\t应发\t扣款\t实发\n高远\t6230\t812\t5418\n罗甜甜\t3200\t0\t3200\n伏生\t3,050.00\t211\t2839',
    '石涧县民防局考勤表\n姓名\t出勤天数\t请假\n高远\t22\t0\n罗甜甜\t0\t0',
  ])('is signed by nobody whom it lists: %s', (list) => {
    expect(seal(list).text).toBe(list);
  });

  it('is sealed where they sign, and in a form of a writer', () => {
    const signed = `县纪委：\n${charge}\n联名人：\n姓名\t年龄\t电话\n谭家贵\t45\t13500000000\n冬至一\t52\t13500000001`;
    expect(seal(signed).json).not.toMatch(/谭家贵|冬至一|1350000000/);
    const form = `来访登记表\n姓名\t谭家贵\t性别\n年龄\t45\t男\n电话\t13500000000\t无\n反映问题：${charge}`;
    expect(seal(form).json).not.toMatch(/谭家贵|13500000000/);
  });
});
