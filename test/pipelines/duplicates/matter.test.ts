import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import {
  type MatterText,
  sameMatter as sameMatterBy,
  unitFormOf,
} from '../../../pipelines/duplicates/index.js';
import { letter, misread, paper } from './papers.js';

const form = unitFormOf(loadLexicon());
const sameMatter = (a: MatterText, b: MatterText) => sameMatterBy(a, b, form);

describe('sameMatter', () => {
  const first = letter();

  it('joins the same words whatever their layout', () => {
    const again = letter({ order: 2 });
    expect(sameMatter(first, again)).toMatchObject({ same: true, similarity: 1, reasons: ['same-text'] });
  });

  it('joins a copy with misread characters, also in the name, the project and the sum', () => {
    const scan = misread(first, {
      范明志: '范朋志',
      翠云苑: '罩云苑',
      '96.5万': '9b.5万',
      质监站: '质监姑',
      到处: '到外',
      积水: '积永',
    });
    const decision = sameMatter(first, scan);
    expect(decision.same).toBe(true);
    expect(decision.reasons).toContain('same-accused');
  });

  it('joins when each occurrence of the name is misread in another way', () => {
    const scan = misread(first, {
      现反映市人防办主任范明志: '现反映市人防办主任范胆志',
      '，范明志没有': '，范明忑没有',
      范明志也: '范明杰也',
      质监站: '质监姑',
      积水: '积永',
      查得到: '查得剑',
    });
    expect(sameMatter(first, scan).same).toBe(true);
  });

  it.each([
    ['another accused', { name: '赵国强' }, 'other-accused'],
    ['an accused of similar name', { name: '范明德' }, 'other-accused'],
    ['another project', { project: '滨江名邸' }, 'other-project'],
    ['another part of the project', { project: '翠云苑三期' }, 'other-project'],
    ['other sums', { sum: '41.2万元' }, 'other-sums'],
  ])('keeps %s in the same words apart', (_, facts, reason) => {
    const decision = sameMatter(first, letter({ ...facts, order: 2 }));
    expect(decision).toMatchObject({ same: false });
    expect(decision.reasons).toContain(reason);
    expect(decision.similarity).toBeGreaterThan(0.7);
  });

  it.each([
    ['翠云苑二期', '翠云苑B地块', ['翠云苑B地炔', '翠去苑B地块', '翠云范B地块']],
    ['瑞丰国际一期', '瑞丰新城二期', ['瑞丰斩城二期', '瑞丰新城二则', '瑞丰新咸二期']],
    ['阳光花园A地块', '天合苑A地块', ['天合范A地块', '天台苑A地块', '天合苑A地炔']],
  ])(
    'keeps %s apart from a scan about %s, misread in another way at each place',
    (project, other, readings) => {
      const about = (names: readonly string[], order: number) => {
        const text = letter({ project: names[0]! }).text;
        let place = 0;
        const written = text.replaceAll(names[0]!, () => names[place++ % names.length]!);
        return paper({ text: written, accused: ['范明志'], terms: { project: [...new Set(names)] }, order });
      };
      const scan = misread(about(readings, 2), { 质监站: '质监姑', 积水: '积永', 到处: '到外' });
      expect(sameMatter(about([project], 1), scan)).toMatchObject({ same: false });
      expect(sameMatter(about([other], 1), scan)).toMatchObject({ same: true });
    },
  );

  describe('sums in other numerals', () => {
    const told = (sum: string, value: number, words = ['我要举报', '请你们查一查']) => {
      const text = `县纪委领导：\n${words[0]}河西粮站站长鲁长顺。2021年夏天收小麦时，他让亲戚的车不过磅就入库，套出补贴${sum}。账上写的农户好些不在人世。\n${words[1]}。`;
      const member = paper({ text, accused: ['鲁长顺'], terms: { money: [sum] } });
      const mentions = member.sealed.mentions.map((m) => (m.type === 'money' ? { ...m, value } : m));
      return { ...member, sealed: { ...member.sealed, mentions } };
    };
    const reworded = ['现举报', '请查处'];

    it.each([
      ['一百三十六万元', '136万元', 1_360_000],
      ['30万元', '叁拾万元', 300_000],
      ['八千五百元', '8500元', 8500],
      ['1,260,000元', '126万元', 1_260_000],
      ['伍万陆仟元整', '5.6万元', 56_000],
    ])('joins %s and %s in nearly the same words', (one, other, value) => {
      expect(sameMatter(told(one, value), told(other, value, reworded))).toMatchObject({ same: true });
      expect(sameMatter(told(other, value), told(one, value))).toMatchObject({ same: true });
    });

    it.each([
      ['一百三十六万元', 1_360_000, '138万元', 1_380_000],
      ['30万元', 300_000, '叁拾捌万元', 380_000],
    ])('keeps %s apart from %s', (one, value, other, another) => {
      expect(sameMatter(told(one, value), told(other, another, reworded))).toMatchObject({
        same: false,
        reasons: ['same-accused', 'other-sums'],
      });
    });
  });

  it('does not take a form of words in a much longer paper for the letter in it, unless a sum says so', () => {
    const words =
      '有关领导在项目审批中不讲原则，办事群众多次跑腿无人答复，请上级派人来实地查看并给我们一个说法。';
    const around =
      '按照工作安排，现将近期收到的反映汇总如下，各单位要对照职责逐条核实，限期办结并书面回复，不得推诿。';
    const long = (more: string) =>
      paper({ text: `${around}${around.replace(/现将/g, '另将')}${words}${more}` });
    expect(sameMatter(paper({ text: words }), long('另有他事。'))).toMatchObject({ same: false });
    const sum = { money: ['7.35万元'] };
    const told = `${words}涉及7.35万元。`;
    expect(
      sameMatter(
        paper({ text: told, terms: sum }),
        paper({ text: `${around}${around.replace(/现将/g, '另将')}${told}`, terms: sum }),
      ),
    ).toMatchObject({ same: true });
  });

  it('keeps chiefs of two counties apart whose deputies have the same names', () => {
    const text = (county: string, chief: string) =>
      `关于${county}人防办主任${chief}有关问题的举报。${county}人防办主任${chief}违规减免易地建设费，副主任邱大洋、史丽华各收受开发商现金2万元，办事群众敢怒不敢言，请组织派人核查处理。`;
    const one = paper({ text: text('紫霞县', '温国梁'), accused: ['温国梁', '邱大洋', '史丽华'] });
    const other = paper({ text: text('青石县', '贺长河'), accused: ['贺长河', '邱大洋', '史丽华'] });
    expect(sameMatter(one, other)).toMatchObject({ same: false, reasons: ['other-accused'] });
    expect(sameMatter(one, { ...one, text: `${one.text}请速办。` })).toMatchObject({ same: true });
  });

  it('keeps another accused apart in a scan, too', () => {
    const scan = misread(letter({ name: '赵国强', order: 2 }), {
      质监站: '质监姑',
      积水: '积永',
      到处: '到外',
    });
    expect(sameMatter(first, scan)).toMatchObject({ same: false, reasons: ['other-accused'] });
  });

  it('keeps an accused apart whose name extraction missed', () => {
    const other = letter({ name: '赵国强', order: 2 });
    other.sealed.accused = [];
    expect(sameMatter(first, other).same).toBe(false);
  });

  it('keeps cover notes apart that are about different persons', () => {
    const note = (name: string, order: number) => {
      const text = `中共澜川市纪委信访室\n青麓区纪委监委：\n现将反映${name}有关问题的信访举报件（编号2019第0417号）转去，请按规定办理。\n附件：1件2页\n2019年6月26日`;
      return paper({ text, accused: [], terms: { person: [name] }, order });
    };
    expect(sameMatter(note('金国梁', 1), note('骆长庚', 2))).toMatchObject({
      same: false,
      reasons: ['other-persons'],
    });
  });

  it('does not join other letters about the same accused by the name alone', () => {
    const other = paper({
      accused: ['范明志'],
      text: '举报市人防办主任范明志公车私用：他每个周末开着单位的车回老家，油费全部由单位报销，司机可以作证，请查一查加油卡的记录就清楚了。',
    });
    expect(sameMatter(first, other)).toMatchObject({ same: false, reasons: ['little-in-common'] });
  });

  it('joins what says that it adds to an earlier letter on the same project', () => {
    const text =
      '上次反映范明志在翠云苑二期违规免费一事，现补充材料：当时的审批表原件在档案室第三柜，编号清楚，经办人也愿意说明情况，请调取。';
    const more = paper({ accused: ['范明志'], terms: { project: ['翠云苑二期'] }, text });
    expect(sameMatter(first, more)).toMatchObject({ same: true });
  });

  it('gives the same answer from both sides', () => {
    const papers = [
      first,
      letter({ name: '赵国强' }),
      letter({ more: '四、2017年11月他又收下12万元。' }),
      misread(first, { 积水: '积永' }),
    ];
    for (const a of papers) for (const b of papers) expect(sameMatter(a, b).same).toBe(sameMatter(b, a).same);
  });

  it('does not call two empty or tiny texts one matter', () => {
    expect(sameMatter(paper({ text: '' }), paper({ text: '' })).same).toBe(false);
    expect(sameMatter(paper({ text: '请查处。' }), paper({ text: '请查处。' })).same).toBe(false);
  });
});
