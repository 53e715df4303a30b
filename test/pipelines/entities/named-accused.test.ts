import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const receipt = { receivedOn: '2022-06-01', channel: null };
const read = (text: string) => readEntities(itemOf(text), segmenter.words(text), receipt, lexicon);
const names = (text: string) => read(text).accused.map((a) => a.name);

describe('by which name the accused is known', () => {
  it.each([
    [
      'a field names him, whatever the letter tells that he is asked to',
      '被举报人：滕科长\n被举报人单位：平河县人防办\n职务：审批科科长\n举报内容：滕科长每季度到各铺检查。各铺轮流请滕科长吃饭，不请的就换位置。',
      ['滕科长'],
    ],
    [
      'a quotation asks him for something, and not the letter',
      '县纪委：\n平河县人防工程质量监督站站长匡金龙给没有门的地下室签字，收了5万元。局长把群众来信批成“请匡站长阅处”。\n职工',
      ['匡金龙'],
    ],
    [
      'a word whose unit and post are told behind it',
      '县纪委：\n开发商嫌贵，去找磨炼，平河县人民防空办公室审批科科长。磨炼收了他6万元，就批了易地建设。\n职工',
      ['磨炼'],
    ],
    [
      'a surname that is also a word of everyday language',
      '县纪委：\n平河县规划局用地股股长过怀德收了开发商8万元，过怀德还把容积率改了。\n职工',
      ['过怀德'],
    ],
    [
      'a word before whose misdeed stands a mark',
      '县纪委：\n平河县交通局纪检组长江河，明知不报，2022年春节收了购物卡2万元。\n职工',
      ['江河'],
    ],
    [
      'a name that ends with a character of the sentence',
      '县纪委：\n我要说的这人叫隋广和，平河县人民防空办公室科长，收了开发商3万元。隋广和，谁都知道他。\n职工',
      ['隋广和'],
    ],
    [
      'a name in two parts that is called by the first',
      '县纪委：\n平河县人防办副主任艾山·吐尔逊收了8万元。要票的时候艾山说没有，艾山把钱花了。\n群众',
      ['艾山·吐尔逊'],
    ],
    [
      'an officer whose namesake is called by his place among brothers',
      '县纪委：\n平河县人防站鲍站长收卫生费，一个月三百，没有票，收来的钱鲍站长自己花了。帮他收钱的是鲍二，他弟弟。\n商户',
      ['鲍站长'],
    ],
    [
      'a former name beside the present one',
      '被反映人：佟掌柜（曾用名佟长贵）\n单位职务：平河县人防办主任\n反映的问题：违规进人，收受好处费3万元。',
      ['佟掌柜'],
    ],
    [
      'a name of a row about an officer with more particulars than his post',
      '巡察发现问题线索登记表\n编号：平委巡三〔2022〕11号\n姓名：周德隆\n性别：男\n出生年月：1968年4月\n民族：汉\n政治面貌：中共党员\n工作单位：平河县国防动员办公室\n职务：主任\n问题摘要：搞一言堂，80万元的维修未经党组会研究，由其个人签批。\n填表人：余晓红',
      ['周德隆'],
    ],
    [
      'who comes forward about himself, and not whose money he took',
      '情况说明\n平河县纪委：\n我叫火旺，是平河县国防教育训练中心的物资保管员。报废的大衣我没有登记，卖了两万元，我花了。施工队老板送过我一条烟，我拿了。这些主任龚自正不知道。我愿意接受处理。\n火旺\n2022年5月1日',
      ['火旺'],
    ],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each(['全体', '都是', '从上到下', '未明确'])('nobody by %s in a field for the accused', (nobody) => {
    const text = `网络举报\n被举报人：${nobody}\n单位：平河县人防办\n内容：收费不开票，前后收了12万元。`;
    expect(names(text).filter((name) => name !== null)).toEqual([]);
  });

  it.each(['蒙古族', '高中'])('%s, as told of whoever contests a decision, names nobody', (told) => {
    const text = `市监察局：\n申请人哈森，${told}，昙阳市人民防空办公室指挥通信科主任科员。因不服降级处分决定，申请复审。\n申请人：哈森\n2016年10月20日`;
    const { accused, informant } = read(text);
    expect(accused.filter(({ name }) => name !== null)).toEqual([]);
    expect(informant.map((f) => f.value)).toContain('昙阳市人民防空办公室');
  });

  it('does not mask an officer whose name is given behind 名字叫', () => {
    const text =
      '县纪委：\n还有一位是管人防的官，名字叫宣传，是平河县建设局人防科科长。验收那天他收了两条烟、5000元。\n住户';
    expect(read(text).informant.filter((f) => f.kind === 'name')).toEqual([]);
  });
});
