import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';
import { shortPapers } from '../../../../samples/short/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const read = (text: string) =>
  readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon);
const mentions = (text: string, type: string) => [
  ...new Set(
    read(text)
      .mentions.filter((m) => m.type === type)
      .map((m) => m.text),
  ),
];

describe('units of regions that no dictionary knows', () => {
  it.each([
    ['盖章的是霁州市人防工程质量监督站，站长来看过。', ['霁州市人防工程质量监督站']],
    ['我们先后两次反映过霁州市人防办主任的事', ['霁州市人防办']],
    ['反映过衢市人防办的问题。', ['衢市人防办']],
    ['关于涵陂县教育局违规收费的举报', ['涵陂县教育局']],
    ['举报鄱塬镇卫生院院长', ['鄱塬镇卫生院']],
    ['我是泖港区城管局的协管员。', ['泖港区城管局']],
    ['郿州市交通运输局原局长滑守成', ['郿州市交通运输局']],
    ['翁牛旗林业站站长收了钱', ['翁牛旗林业站']],
    ['被举报人：郗大勇，岍山县住房保障中心副主任', ['岍山县住房保障中心']],
    ['涑北区马家洼村种养殖专业合作社的法人是他。', ['涑北区马家洼村种养殖专业合作社']],
    ['堽城区人防办主任敖广运，堽城区纪委去查过。', ['堽城区人防办', '堽城区纪委']],
    ['去年在浛州市住建局办事。', ['浛州市住建局']],
    ['监理是栾水县正信监理公司。', ['栾水县正信监理公司']],
    ['中共眭城县委组织部：', ['中共眭城县委组织部']],
    ['现任滍水县信访局副局长的郏开山', ['滍水县信访局']],
    ['反映和丰县人防办的问题\n和丰县人防办主任收了钱。', ['和丰县人防办']],
    ['报名后到郴县人防办交费。', ['郴县人防办']],
    ['2019年10月望川区人防办发的文', ['望川区人防办']],
    ['涂塘区民政局局长缑志远', ['涂塘区民政局']],
    ['瀍东街道办事处副主任来过', ['瀍东街道办事处']],
    ['霁州市委网信办：', ['霁州市委网信办']],
    ['2020年县发改局局长邹平安签了字。', ['县发改局']],
    ['2016年7月18日敖仁格勒旗纪委找他谈话。', ['敖仁格勒旗纪委']],
    ['县第一中学校长冯建设收了择校费。', ['县第一中学']],
    ['霁州市委巡察工作领导小组办公室：', ['霁州市委巡察工作领导小组办公室']],
  ])('%s', (text, wanted) => expect(mentions(text, 'organisation')).toEqual(wanted));
});

describe('whoever stands behind a post and before a word for people', () => {
  it.each([
    ['局长吕秀兰收受老板现金3万元。', ['局长']],
    ['澜川市人防办主任武明收受开发商现金5万元。', ['主任']],
    ['澜川市教育局局长郝爱华接受老板宴请，克扣老师工资。', ['局长']],
    ['院长江志远逼迫护士签字，串通黎托派出所副所长。', ['院长', '副所长']],
  ])('is a person, and no part of the second: %s', (text, posts) => {
    expect(mentions(text, 'person')).toHaveLength(1);
    expect(mentions(text, 'position').map((post) => post.slice(-3))).toEqual(posts);
  });
});

describe('the short papers', () => {
  it.each(shortPapers.map((paper) => [paper.text, paper] as const))('%s', (text, { entities, informant }) => {
    const persons = entities.some((e) => e.type === 'person');
    const sealed = new Set(informant.map((field) => field.value));
    for (const type of persons ? ['person'] : ['project', 'place', 'organisation'])
      expect(mentions(text, type).filter((found) => !sealed.has(found))).toEqual([
        ...new Set(entities.filter((e) => e.type === type).map((e) => e.text)),
      ]);
  });
});

describe('words before a unit that are no part of it', () => {
  it.each([
    ['他问区财政局要钱。', ['区财政局']],
    ['我找县教育局说过。', ['县教育局']],
    ['他从霁州恒通公司套钱。', ['霁州恒通公司']],
    ['钱是代天骄公司付的。', ['天骄公司']],
    ['他给龙翔建材公司付款。', ['龙翔建材公司']],
    ['恳请市纪委查处。', ['市纪委']],
    ['线索移送县纪委监委处理。', ['县纪委监委']],
    ['后来村里没有人管。', []],
    ['该局办公室、某公司、这家公司都没有资质。', []],
  ])('%s', (text, wanted) => expect(mentions(text, 'organisation')).toEqual(wanted));
});

describe('units that no dictionary lists', () => {
  it.each([
    [
      '岑川市城市更新局说不归他们管，让我去找桐阳区房屋安全鉴定站。',
      ['岑川市城市更新局', '桐阳区房屋安全鉴定站'],
    ],
    ['麓台县水土保持和移民局冒领了补助。', ['麓台县水土保持和移民局']],
    ['岑川市粮食局军粮科一直不回话。', ['岑川市粮食局军粮科']],
    ['麓台县交通局的公路段和执法队都去过。', ['麓台县交通局']],
    ['这几笔钱都是从鑫隆公司走的，物业公司没有份。', ['鑫隆公司']],
    ['找听涛公司要钱，母公司也知道。', ['听涛公司']],
    ['麓台县农机局推广站站长姓龙。', ['麓台县农机局']],
    ['恳请岑川市纪委查处。', ['岑川市纪委']],
    ['岑川市纪委监委第六审查调查室：我要反映。', ['岑川市纪委监委第六审查调查室']],
    ['那份评估是罗阳信衡资产评估所做的。', ['罗阳信衡资产评估所']],
    ['我买门都去甘阳铁岭防护设备厂，铁岭的门最贵。', ['甘阳铁岭防护设备厂', '铁岭']],
    ['公示以后，双堰市林业和草原局以“有意见”为由不批。', ['双堰市林业和草原局']],
    ['他租的生产厂房漏水，纪检组长也管不了。', []],
  ])('%s', (text, wanted) => expect(mentions(text, 'organisation')).toEqual(wanted));
});

describe('places', () => {
  it.each([
    ['他们一家去杭州、泰国玩了一趟。', ['杭州', '泰国']],
    ['评论区里说，度假村的路都烂了。', []],
    ['岑川市的人都知道，在岑川打工的也知道。', ['岑川市', '岑川']],
    ['望江一品的业主步青云放着钱不要。', []],
    ['家住洑口镇的人都知道。', ['洑口镇']],
    ['他从磻石区搬走了。', ['磻石区']],
    ['我们全小区的人，关心城市建设。', []],
    ['我们去市里上访，区里不管，镇上推给村里。', []],
    ['从泖阳市到麻姑镇的路修了三年。', ['泖阳市', '麻姑镇']],
    ['霁州市人防办在霁州市有房子。', ['霁州市']],
  ])('%s', (text, wanted) => expect(mentions(text, 'place')).toEqual(wanted));
});

describe('projects', () => {
  it.each([
    ['对沁园春晓未按规定修建防空地下室一事不管。', ['沁园春晓']],
    ['在核定岑川国际易地建设费时调低标准。', ['岑川国际']],
    ['麓台县政府地下停车场白天收费。', ['麓台县政府地下停车场']],
    ['视频点赞3万，送上现金5万元，给老旧小区的工程抽水。', []],
    ['县人民医院门诊楼的地下室没有建。', ['县人民医院门诊楼']],
    ['城东中学教学楼漏水。', ['城东中学教学楼']],
  ])('%s', (text, wanted) => expect(mentions(text, 'project')).toEqual(wanted));
});

describe('persons and their posts', () => {
  it.each([
    ['岩温扁、扎西多吉和阿依古丽·买买提都在场。', ['岩温扁', '扎西多吉', '阿依古丽·买买提']],
    ['工程科科长经纬，办公室主任敖广运', ['经纬', '敖广运']],
    ['举报镇长殷实贪污。', ['殷实']],
    ['理事长乌云其其格串通他人。', ['乌云其其格']],
    ['会计郗小兰、出纳钮芳把回扣私分。', ['郗小兰', '钮芳']],
    ['张某、王某某分了钱，外号“老黑”。', ['张某', '王某某']],
  ])('%s', (text, wanted) => expect(mentions(text, 'person')).toEqual(wanted));

  it.each([
    ['霁州三中总务主任殳立冬', ['总务主任']],
    ['洑口镇党委书记景行、镇长殷实', ['党委书记', '镇长']],
    ['城管局执法三中队中队长盖小波', ['执法三中队中队长']],
    ['张家坝村村主任张有才', ['村主任']],
  ])('%s', (text, wanted) => expect(mentions(text, 'position')).toEqual(wanted));

  it('gives the accused his unit with its region', () => {
    const found = read('涵陂县纪委：\n我反映县教育局基建股股长郄文斌收受好处的问题。');
    expect(found.accused.map((a) => [a.name, a.organisation, a.position])).toEqual([
      ['郄文斌', '涵陂县教育局', '基建股股长'],
    ]);
  });
});

describe('names that begin with a word of everyday', () => {
  it.each([
    ['科长鹿鸣岚收了钱。鹿鸣岚还说不怕。', ['鹿鸣岚']],
    ['副局长买买提·阿不都收了钱。', ['买买提·阿不都']],
    // Once alone, or with another character behind it, the short form is the name.
    ['主任石磊收了钱。石磊说不怕，石磊的车是公司的。', ['石磊']],
  ])('%s', (text, wanted) => {
    expect(mentions(text, 'person')).toEqual(wanted);
  });
});

describe('units of a recognised page', () => {
  const values = (text: string) =>
    readEntities(
      { ...itemOf(text), recognised: true },
      segmenter.words(text),
      { receivedOn: '2023-06-01', channel: null },
      lexicon,
    )
      .mentions.filter((m) => m.type === 'organisation')
      .map((m) => m.value);

  it('misread once are what stands there more often', () => {
    const found = values('安澜县人防办收费。安润县人防办不开票。安澜县人防办的人说没有。');
    expect(found).toEqual(['安澜县人防办', '安澜县人防办', '安澜县人防办']);
  });

  it('are not taken for each other where a direction or a number tells them apart', () => {
    const found = values('西林区人防办收费。东林区人防办不开票。西林区人防办的人说没有。');
    expect(found).toEqual(['西林区人防办', '东林区人防办', '西林区人防办']);
  });
});

describe('posts behind a verb that involves somebody', () => {
  it.each([
    ['储运科主任涂茂林指使保管科科长滑守成改了账。', ['储运科主任', '保管科科长']],
    ['副局长涂茂林伙同基建科科长滑守成套取专项资金。', ['副局长', '基建科科长']],
  ])('%s', (text, wanted) => expect(mentions(text, 'position')).toEqual(wanted));
});
