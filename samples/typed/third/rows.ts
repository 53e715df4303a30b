import type { TypedPaper } from '../paper.js';

const row = {
  kind: 'handover-list',
  petitionClass: 'report',
  source: 'inspection',
  channel: 'transfer',
  signature: 'unit',
} satisfies Partial<TypedPaper>;

/** Rows of lists and registers, one line a column. */
export const thirdRowPapers: TypedPaper[] = [
  {
    ...row,
    file: '2019-07-29-移交清单第3行.txt',
    accused: [['佘有田', '老君区人防办', '副主任']],
    topics: ['C2'],
    offences: [],
    body: `
序号：3
线索编号：LJ-2019-03
被反映人：{P佘有田}
单位及职务：{O老君区人防办}{J副主任}
反映主要问题：{D2015年2月至2018年12月=2015-02/2018-12}，将{X老君广场人防工程}无偿提供给{O涪阳市老君商会}使用，应收租金未收。
涉及金额（万元）：{M87.6=876000}
线索来源：个别谈话
处置建议：谈话函询`,
  },
  {
    ...row,
    file: '2021-08-16-移交清单第11行.txt',
    accused: [
      ['墨守成', '弥雅县人防办', '副主任'],
      ['罗嘎', '弥雅县人防办', '会计'],
    ],
    topics: ['A4', 'C3'],
    offences: [],
    body: `
序号：11
被反映人姓名：{P墨守成}、{P罗嘎}
工作单位：{O弥雅县人防办}
职务：{J副主任}、{J会计}
问题简述：{D2019.10=2019-10}借赴{L厦门}参加人防通信培训之机绕道旅游，景区门票、住宿费在警报设施维护费中报销
金额（元）：{M28,764=28764}
巡察组意见：建议给予批评教育
附件：1份5页`,
  },
  {
    ...row,
    source: 'petition',
    channel: 'letter',
    signature: 'anonymous',
    file: '2017-12-29-信访台账第27行.txt',
    accused: [['东郭先', '红锦县人民防空办公室', '主任']],
    topics: ['E4', 'B2'],
    offences: ['bribery'],
    body: `
信访编号：2017-0027
收件日期：{D2017-12-18=2017-12-18}
信访形式：来信
署名情况：匿名
被反映人：{P东郭先}
单位职务：{O红锦县人民防空办公室}原{J主任}
内容摘要：反映其{D2013年下半年=2013-07/2013-12}在{X红锦印象}项目以缴代建审批和核定易地建设费中，收受开发商{P皮日新}所送现金{M25万元=250000}、名表一块
办理方式：自办
承办部门：{O第三纪检监察室}`,
  },
  {
    ...row,
    source: 'self-check',
    channel: 'form',
    file: '2019-08-05-自查汇总第6行.txt',
    accused: [[null, '荇溪市望湖区人防办', null]],
    topics: ['E2'],
    offences: [],
    body: `
序号：6
填报单位：{O荇溪市望湖区住房和城乡建设局}
项目名称：{X望湖万象汇}
建设单位：{O荇溪万象商业发展有限公司}
建筑面积（平方米）：{A86,240=86240}
应建面积（平方米）：{A4,312=4312}
应缴易地建设费（万元）：{M646.8=6468000}
实缴（万元）：{M320=3200000}
欠缴（万元）：{M326.8=3268000}
存在问题：{O荇溪市望湖区人防办}未足额收取即出具审批意见，{D2016年11月=2016-11}以来未催缴
责任人：待查`,
  },
];
