import type { Accused, PetitionClass } from '../../domain/index.js';

/** An invented paper with what a case officer would write on its card. */
export interface WholePaper {
  name: string;
  text: string;
  accused?: Accused;
  petitionClass: PetitionClass;
  /** Every topic that the paper is about. */
  topics: string[];
}

const accusedOf = (organisation: string, position: string, name: string): Accused => ({
  name,
  organisation,
  position,
  evidence: [],
});

export const wholePapers: readonly WholePaper[] = [
  {
    name: 'plain letter on a fee waived for a gift',
    text: '关于临江县人防办主任郝世宽违规减免易地建设费的举报信\n县纪委：\n2014年6月，临江县人防办主任郝世宽未报上级批准，将御景华府应缴的人防工程易地建设费210万元减为90万元，理由栏只写了“支持企业发展”四个字。同年8月，开发商罗某在停车场把装有15万元现金的纸袋塞给郝世宽。请予查处。\n知情人\n2015年1月9日',
    accused: accusedOf('临江县人防办', '主任', '郝世宽'),
    petitionClass: 'report',
    topics: ['E1', 'E4'],
  },
  {
    name: 'angry, without punctuation',
    text: '纪委领导你们到底管不管 县人防办的陈股长简直是土匪 我们去办人防手续他卡着不批 拖了三个月 非要我请他吃饭 还要两条烟 最后我给了他8000块钱第二天章就盖了 这种人不处理天理难容',
    accused: accusedOf('县人防办', '股长', '陈股长'),
    petitionClass: 'report',
    topics: ['B1'],
  },
  {
    name: 'dialect',
    text: '领导些好：我们这个镇上搞建设的哪个不晓得嘛，人防办姓柯的科长，你去交易地费，他喊你莫去窗口，拿现金给他侄儿，打个六折，连收据都不开一张。我屋头修综合楼，2017年9月本来该交36万元人防费，最后给了他侄儿15万块就了事了，后头还要了3万元辛苦费。',
    accused: accusedOf('人防办', '科长', '柯科长'),
    petitionClass: 'report',
    topics: ['E1', 'E4'],
  },
  {
    name: 'official transfer of an audit',
    text: '清河市审计局审计移送处理书\n清审移〔2019〕8号\n清河市纪委监委：\n我局在对市人防办2015年至2018年财务收支的审计中发现，该办将收取的易地建设费312万元长期滞留在过渡账户，未上缴财政，其中80万元用于发放津补贴。现移送你委处理。\n2019年11月5日',
    petitionClass: 'report',
    topics: ['E3'],
  },
  {
    name: 'row of a hand-over list',
    text: '序号：7\n被反映人：段金柱\n单位职务：东湖区人防办副主任\n反映主要问题：段金柱在中心广场人防工程出租中未公开招租，以每平方米每月5元低价租给其妹夫经营，2016年至2019年租金未上缴\n涉及金额：46万元\n巡察组意见：移交区纪委监委',
    accused: accusedOf('东湖区人防办', '副主任', '段金柱'),
    petitionClass: 'report',
    topics: ['C2'],
  },
  {
    name: 'phone note',
    text: '电话举报记录单\n来电时间：2018年5月3日\n反映内容：来电人称，市人防质监站站长俞大成验收从不去现场，施工单位送个红包就签字，2018年3月金桂园地下室防护门没安装也验收合格了。\n接听人：周',
    accused: accusedOf('市人防质监站', '站长', '俞大成'),
    petitionClass: 'report',
    topics: ['B4'],
  },
  {
    name: 'tender fixed beforehand',
    text: '反映市人防办疏散基地项目围标串标问题\n2019年3月市人防办疏散基地二期招标，七家投标单位中有五家是同一个老板借来的资质，报价相差不到百分之一。评标前一天，市人防办工程科科长钟立本把评标专家名单发给了中标单位。该工程中标价1350万元，结算时虚增工程量又多算了260万元。',
    accused: accusedOf('市人防办', '工程科科长', '钟立本'),
    petitionClass: 'report',
    topics: ['B3'],
  },
  {
    name: 'instead of building, pays',
    text: '举报宁安县人防办违规批准以缴代建\n锦江花城完全具备修建条件，县人防办主任卢守义2016年11月却以“地质条件复杂”为由同意易地建设。所附地勘报告是从别的工地抄来的，钻孔编号都没有改，属于虚假地勘。',
    accused: accusedOf('宁安县人防办', '主任', '卢守义'),
    petitionClass: 'report',
    topics: ['B2'],
  },
  {
    name: 'equipment of one maker',
    text: '市人防办装备科长汪继周把防护设备当成自家生意。2017年以来，哪个项目不买海盾公司的防护密闭门，专项验收就过不了。海盾公司的门比市场价贵一倍，多出来的钱按12%返点给汪继周，光2018年就拿了60多万元。',
    accused: accusedOf('市人防办', '装备科长', '汪继周'),
    petitionClass: 'report',
    topics: ['B5'],
  },
  {
    name: 'supervision company of a relative',
    text: '关于指定监理公司的反映\n区人防办审批窗口负责人田慧，要求建设单位必须找安信监理公司，这家公司是她丈夫入股开的。派来的监理从未到场，只收钱盖章，2016年一年收了140万元监理费。',
    accused: accusedOf('区人防办', '窗口负责人', '田慧'),
    petitionClass: 'report',
    topics: ['B6', 'D3'],
  },
  {
    name: 'fine instead of a shelter',
    text: '石桥县人防办对鸿运大厦未建防空地下室一事只罚款5万元了事，本应责令补建。副主任齐宏图同老板是亲家，以罚代建，2015年4月的处罚决定书编号我记得是石人防罚〔2015〕3号。',
    accused: accusedOf('石桥县人防办', '副主任', '齐宏图'),
    petitionClass: 'report',
    topics: ['B1', 'B7'],
  },
  {
    name: 'secret cash box',
    text: '反映市人防指挥中心私设小金库\n指挥中心会计苏敏用个人银行卡收取门面租金，每年6万元不入账，另外虚开会议费发票套取18.7万元，2014年春节前给职工按人头私分，每人5000元。',
    accused: accusedOf('市人防指挥中心', '会计', '苏敏'),
    petitionClass: 'report',
    topics: ['C1'],
  },
  {
    name: 'funds of a drill that never was',
    text: '区财政局移送函\n区纪委监委：我局在人防专项资金检查中发现，区人防办2017年以防空演练名义列支12.6万元，经核实演练没有搞，参演人员补助系虚报冒领；另有宣教经费4万元重复报销。现移送你委。\n2018年9月1日',
    petitionClass: 'report',
    topics: ['C3'],
  },
  {
    name: 'market closed to outsiders',
    text: '我们是外省生产人防设备的企业，资质齐全。2015年起想进市里的市场，市人防办设备科科长崔志远说不进名录不让卖，进名录要先交20万元“管理费”，还要给他的朋友一成干股。这明明是违规设限、地方保护。',
    accused: accusedOf('市人防办', '设备科科长', '崔志远'),
    petitionClass: 'report',
    topics: ['D1'],
  },
  {
    name: 'shelter left to rot',
    text: '春晖小区的人防工程早就不成样子了，防护门被拆走卖废铁，出入口被堵死，地下积水半米深。我们2019年7月、10月两次找县人防办，工程股股长贺军来看了一眼就走，说不归他管。这就是不作为。',
    accused: accusedOf('县人防办', '工程股股长', '贺军'),
    petitionClass: 'report',
    topics: ['D2'],
  },
  {
    name: 'hunted by developers',
    text: '市人防办原主任武国梁甘于被开发商围猎。2016年他以每平方米2000元低价购房一套，比市场价少付68万元；儿子在开发商的公司代持股份，每年分红20万元；家里的装修也是开发商免费装修的。',
    accused: accusedOf('市人防办', '原主任', '武国梁'),
    petitionClass: 'report',
    topics: ['D3'],
  },
  {
    name: 'fee owed for years',
    text: '反映易地建设费长期欠缴\n丽水湾项目2013年应缴人防易地建设费420万元，至今只缴了100万元，尚欠320万元。县人防办主任万长青从不催缴，先发证后缴费，房子都卖光了，钱还没有收回来。',
    accused: accusedOf('县人防办', '主任', '万长青'),
    petitionClass: 'report',
    topics: ['E2'],
  },
  {
    name: 'area made smaller',
    text: '县人防办经办人钱小勇在核算御龙湾易地建设费时少算面积3200平方米，少收国家96万元。',
    accused: accusedOf('县人防办', '经办人', '钱小勇'),
    petitionClass: 'report',
    topics: ['E2'],
  },
  {
    name: 'journey on public money',
    text: '2015年5月，区人防办主任姚建民借考察之名，带着爱人一行八人到海边玩了六天，绕道旅游，花费7.6万元在单位报销，发票开成培训费。平时公车私用，接送孙子上学。',
    accused: accusedOf('区人防办', '主任', '姚建民'),
    petitionClass: 'report',
    topics: ['A4'],
  },
  {
    name: 'gifts at a wedding',
    text: '市人防办副主任鲍建设2018年国庆节给儿子办婚礼，大操大办六十桌，通知了十几个搞工程的老板参加，收受礼金二十多万元，还有购物卡、名烟名酒。',
    accused: accusedOf('市人防办', '副主任', '鲍建设'),
    petitionClass: 'report',
    topics: ['A5'],
  },
  {
    name: 'one man rules',
    text: '县人防办主任龚志刚搞一言堂，重大事项从不上会，一个人说了算。2017年把外甥女安排进单位上班，不到岗照领工资，吃空饷一年半共6.3万元。会议纪要都是事后补的。',
    accused: accusedOf('县人防办', '主任', '龚志刚'),
    petitionClass: 'report',
    topics: ['A2'],
  },
  {
    name: 'no lead of the party group',
    text: '巡察移交问题线索\n平江区人防办党组书记、主任仇学文履行全面从严治党主体责任不力，党组连续两年未研究党风廉政建设，民主生活会走过场，以会议贯彻会议，下属先后三人因违纪受到处理。',
    accused: accusedOf('平江区人防办', '党组书记、主任', '仇学文'),
    petitionClass: 'report',
    topics: ['A1'],
  },
  {
    name: 'mended on paper only',
    text: '2020年巡察反馈指出市人防办欠费清收不力，副主任席明分管整改，上报说已全部整改完成，实际上一户也没有去收，台账是编的，属于虚假整改、纸面整改，糊弄巡察组。',
    accused: accusedOf('市人防办', '副主任', '席明'),
    petitionClass: 'report',
    topics: ['A3'],
  },
  {
    name: 'village cadre outside the campaign',
    text: '检举龙泉乡石板村村支书丁有财\n2016年修水库征了我们组42亩地，补偿款126万元，丁有财只发下来80万元，其余被他据为己有。2018年他又用假名单冒领危房改造补助3.2万元。',
    accused: accusedOf('龙泉乡石板村', '村支书', '丁有财'),
    petitionClass: 'report',
    topics: [],
  },
  {
    name: 'appeal against a warning',
    text: '申诉书\n申诉人不服县纪委2018年6月11日作出的党内严重警告处分决定。我认为该处分事实不清、量纪过重：易地建设费减免一事是集体研究决定的，我当时在外学习，没有参加会议。请求上级复查并撤销该处分。',
    petitionClass: 'appeal',
    topics: [],
  },
  {
    name: 'appeal against dismissal',
    text: '尊敬的市监委：我原是质监站职工，2017年被单位给予开除处分。对处分决定我不服，认定我收受红包的证言前后矛盾。本人向你委申请复核，恢复我的公职。',
    petitionClass: 'appeal',
    topics: [],
  },
  {
    name: 'suggestion on openness',
    text: '关于加强人防宣传的几点建议\n一、建议在社区公告栏张贴人防工程位置图。二、建议每年的警报试鸣前多做宣传。三、希望窗口延长办公时间。以上意见供参考。',
    petitionClass: 'suggestion',
    topics: [],
  },
  {
    name: 'suggestion on the fee',
    text: '我有一条建议：易地建设费的减免政策能不能公布在网站上？办事群众看得明白，也少跑路。另外建议完善缴费方式，开通手机支付。',
    petitionClass: 'suggestion',
    topics: [],
  },
  {
    name: 'wages',
    text: '各位领导：我们二十三个工人在阳光城工地干了半年，包工头蒋某拖欠工资26万元，找他要钱他就躲，请帮我们讨回血汗钱。',
    petitionClass: 'out-of-scope',
    topics: [],
  },
  {
    name: 'heating',
    text: '我家住幸福里3号楼，供暖二十天了室内只有14度，物业公司说是热力公司的事，热力公司说管道老化，老人小孩都感冒了，请书记过问一下。',
    petitionClass: 'out-of-scope',
    topics: [],
  },
  {
    name: 'court case',
    text: '我与邻居的宅基地纠纷，县法院一审判决我败诉，二审维持原判。法官不听我的证据，我要求重新审理，把我家的地判回来。',
    petitionClass: 'out-of-scope',
    topics: [],
  },
  {
    name: 'question on the fee',
    text: '请问：我在县城自建住宅三层，需不需要缴纳人防易地建设费？学校旁边的能不能减半收取？办理流程是什么？谢谢。',
    petitionClass: 'out-of-scope',
    topics: [],
  },
  {
    name: 'noise of a car park',
    text: '小区地下停车位不够，业主天天抢车位，物业费照收，晚上喇叭声不断，希望有关部门解决停车难问题。',
    petitionClass: 'out-of-scope',
    topics: [],
  },
  {
    name: 'insults only',
    text: '人防办没有一个好人！全是贪官污吏！贪污受贿，无恶不作，早晚遭报应！请中央派人来把他们统统抓起来！',
    petitionClass: 'no-substance',
    topics: [],
  },
  {
    name: 'crime names only',
    text: '举报：某局领导腐败，贪污、受贿、滥用职权、玩忽职守，群众反映强烈，请严惩。',
    petitionClass: 'no-substance',
    topics: [],
  },
  {
    name: 'nothing found',
    text: '人防领域问题线索收集表\n填报单位：青山县财政局\n反映事项：□主体责任 □行政审批 □资金资产管理 □易地建设费收缴\n反映主要问题：经自查，未发现违规减免、截留挪用易地建设费等问题，零报告。\n填报日期：2019年6月20日',
    petitionClass: 'no-substance',
    topics: [],
  },
  {
    name: 'form with a tick and a fact',
    text: '人防领域问题线索收集表\n填报单位：绿水县住建局\n项目名称：金色家园\n反映事项：□主体责任 □工程建设管理 ☑易地建设费收缴\n反映主要问题：县人防办原副主任耿直2014年5月擅自同意该项目免收易地建设费58万元，没有任何减免依据。\n填报日期：2019年6月18日',
    accused: accusedOf('县人防办', '原副主任', '耿直'),
    petitionClass: 'report',
    topics: ['E1'],
  },
];
