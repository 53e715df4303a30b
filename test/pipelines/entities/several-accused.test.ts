import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const receipt = { receivedOn: '2024-12-01', channel: null };
const accused = (text: string) =>
  readEntities(itemOf(text), segmenter.words(text), receipt, lexicon).accused.map((a) => a.name);

describe('the second and third of several accused', () => {
  it.each([
    [
      'a row of officers of whom one sentence tells',
      '县纪委：\n我们是库区移民。柳林县移民办主任殷国栋、副主任祁红卫、工作人员翟官亮在后靠安置中给关系户多算面积，不送礼的就压低评估价。\n移民户',
      ['殷国栋', '祁红卫', '翟官亮'],
    ],
    [
      'whose man does something of his own at the end',
      '市纪委：\n反映市水务集团有限公司董事长雷大明。\n（1）2023年管网改造不经集体研究，由雷大明一人拍板，给了没有资质的公司；\n（2）雷大明的秘书裘万里，长期占用集团一套80平米的公寓，不交租金。\n几名老职工',
      ['雷大明', '裘万里'],
    ],
    [
      'who suppresses what was reported',
      '市纪委：\n现反映市审计局新提拔的副主任乔海涛在档案中造假的问题。乔海涛原始档案出生日期为1973年10月，现在变成1976年10月。公示期间有人反映，局人事科科长万青压下不报。\n市审计局干部',
      ['乔海涛', '万青'],
    ],
    [
      'whose name is a word, beside another and where he acts',
      '县纪委监委：\n举报白水县农机管理所所长江浩、出纳晨曦，二人串通，把2021年防汛物资款18万元转到私人商店。副县长长城知情不管，还在商店里有股份。\n职工',
      ['江浩', '晨曦', '长城'],
    ],
    [
      'whose names are words in one row',
      '县纪委：\n龙泉县交通局局长石磊在路面工程招标中收受承包商15万元。副局长远方、工程科科长春雷三人合伙做假账。\n知情人',
      ['石磊', '远方', '春雷'],
    ],
    [
      'no word that only follows a post',
      '县纪委：\n举报双河县粮食局局长覃志刚利用局长职务、书记身份，虚报库存三百吨。局长家属占用仓库两间，会计人员虚报冒领九万元。\n老职工',
      ['覃志刚'],
    ],
    [
      'nobody of whom another says that he does not',
      '县纪委：\n举报双河县粮食局局长覃志刚，虚报库存三百吨，套取补贴五十万元。会计严冬多次反对虚报，被他调到门卫室。\n老职工',
      ['覃志刚'],
    ],
    [
      'nobody who looked into a misdeed',
      '县纪委：\n举报双河县粮食局局长覃志刚，虚报库存三百吨，套取补贴五十万元。审计局科长卓越查出虚报以后，材料就没有下文了。\n老职工',
      ['覃志刚'],
    ],
  ])('%s', (_, text, names) => {
    expect(accused(text)).toEqual(names);
  });
});

const reported = '县纪委：\n举报双河县粮食局局长高远虚报库存三百吨，套取补贴五十万元。';

describe('who only stands near a misdeed', () => {
  it.each([
    ['suffers it', '科长孙立人工资遭截留，股长周大江住房让人霸占。'],
    ['has it done to him', '科长孙立人的奖金受克扣，会计周大江被人冒领补贴，股长林小芳给人侵占了宅基地。'],
    ['confirms it', '审计局科长孙立人核实虚报库存30吨。'],
    ['sees through it', '会计周大江识破伪造的凭证。'],
    ['tries its case', '检察官孙立人办理私分案件时受阻。'],
    ['reckons it', '审计局科长周大江审计时虚增的库存被他算出来。'],
    ['is forced', '会计林小芳因伪造单据被高远逼着签字，后来辞职。'],
    ['is made to', '会计林小芳伪造单据是被高远逼的，后来辞职。'],
    ['speaks against it', '科长孙立人劝阻虚报，会计周大江不同意做假账，股长林小芳指出虚增三百吨。'],
    ['has what he was allotted', '科长罗平分得的救助金都捐了。'],
    ['has the case in hand', '检察长孙立人贪污案主办人换了两次。'],
    ['has the papers', '科长孙立人伪造凭证的材料已经交来。'],
    ['is not who does it', '科长孙立人，私分公款的是高远。'],
    ['has his signature forged', '账上有副局长李志强、会计陈建国造假的签名。'],
    ['is kept in the dark', '高远隐瞒副局长李志强、会计陈建国伪造文件，两位都不知情。'],
    ['is talked to', '局长高远和科长孙立人、股长钱有才谈话，要他们做假账，两人都不干。'],
    ['reports it', '局长高远、会计周明华举报他私分公款。'],
  ])('is not accused: who %s', (_, words) => {
    expect(accused(`${reported}${words}\n老职工`)).toEqual(['高远']);
  });

  it('is not accused: the first of a row whom another pretends to be', () => {
    expect(accused(`${reported}局长高远冒充科长孙立人、股长钱有才收受红包。\n老职工`)).not.toContain(
      '孙立人',
    );
  });
});

describe('the unit of an accused', () => {
  it('is no firm for who heads an office, though no other unit is named', () => {
    const text =
      '石涧县纪委监委：\n局长高远收受宏达公司老板孙大勇送的5万元。我是孙大勇公司的财务总监。\n2019年6月3日';
    const read = readEntities(itemOf(text), segmenter.words(text), receipt, lexicon);
    expect(read.accused).toMatchObject([{ name: '高远', organisation: null, position: '局长' }]);
  });
});
