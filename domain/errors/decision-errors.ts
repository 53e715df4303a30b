/** Why a decision about families of papers or links cannot be taken; part of the error catalogue. */
export const decisionErrors = {
  'decision.clue_merged': {
    zh: [
      '{clueNo} 已并入 {into}',
      '请改用 {into}；要恢复原编号，请在“qidi show {into}”中查到合并的决定号后撤销它。',
    ],
    en: [
      '{clueNo} was merged into {into}',
      'Name {into} instead; to have the old number back, find the decision with “qidi show {into}” and undo it.',
    ],
  },
  'decision.same_clue': {
    zh: ['两处是同一条线索', '请核对编号。'],
    en: ['Both are the same clue', 'Check the numbers.'],
  },
  'decision.no_such_source': {
    zh: ['没有该来件（S{source}）', '用“qidi show 编号”查看来件号，如 S12。'],
    en: [
      'There is no such source (S{source})',
      'See “qidi show NUMBER” for the ids of sources, such as S12.',
    ],
  },
  'decision.source_elsewhere': {
    zh: ['来件 S{source} 不在这条线索下，现在 {clueNo}', '请核对来件号；要从那里拆出，写那条线索的编号。'],
    en: [
      'Source S{source} is not under this clue, but under {clueNo}',
      'Check the id; to split it off from there, give the number of that clue.',
    ],
  },
  'decision.whole_clue': {
    zh: ['拆分后原线索一份来件也不剩', '请只写要拆出的来件；要整条归到别处，请用“qidi merge”。'],
    en: [
      'The split would leave the clue without any source',
      'Name only those to be split off; use “qidi merge” to put the whole clue elsewhere.',
    ],
  },
  'decision.last_source': {
    zh: ['这是原线索仅有的来件', '请用“qidi merge”把整条线索并过去，原编号会保留。'],
    en: ['It is the only source of its clue', 'Use “qidi merge” for the whole clue: its number is kept.'],
  },
  'decision.no_such_receipt': {
    zh: ['没有收件编号 {receipt}', '收件编号见导入结果、“qidi status”和“qidi show 编号”，如 R15。'],
    en: [
      'There is no receipt {receipt}',
      'See what intake printed, “qidi status” or “qidi show NUMBER” for receipt numbers, such as R15.',
    ],
  },
  'decision.not_waiting': {
    zh: [
      '{paper} 没有待人工的件：已经登记，或者还在处理',
      '用“qidi status”查看待人工的件；已登记的用“qidi correct 编号”更正。',
    ],
    en: [
      'Nothing of {paper} waits for a person: it is registered, or still being processed',
      'See “qidi status” for what waits; use “qidi correct NUMBER” for what is registered.',
    ],
  },
  'decision.which_paper': {
    zh: ['{receipt} 有几件待人工', '请写明是哪一件：{papers}。各件所在位置见“qidi status”。'],
    en: [
      'Several papers of {receipt} wait for a person',
      'Say which: {papers}. “qidi status” tells where each lies.',
    ],
  },
  'decision.classified': {
    zh: ['标有密级的件不能在此登记', '请交本单位保密人员、负责人按保密规定处理；内容不得录入本系统。'],
    en: [
      'A classified paper cannot be registered here',
      'Hand it to the officer for classified papers; nothing of it may be typed in here.',
    ],
  },
  'decision.no_such_accused': {
    zh: ['登记卡上没有被反映人“{who}”', '现有：{accused}。等号前面请照登记卡上的写。'],
    en: ['The card names no accused “{who}”', 'There are: {accused}. Write before “=” what the card has.'],
  },
  'decision.accused_there': {
    zh: [
      '登记卡上已有被反映人“{who}”',
      '要改其单位、职务，请写“旧名=姓名/单位/职务”；同名的两人请写全名单。',
    ],
    en: [
      'The card names the accused “{who}” already',
      'Write “OLD=NAME/UNIT/POST” to change them; two of the same name take the whole list.',
    ],
  },
  'decision.accused_is_informant': {
    zh: [
      '所写的被反映人是这条线索来件的举报人，不能列入',
      '请核对原件上被反映的是谁；确系错认为举报人的，先用“qidi show 编号”查看已遮盖各项的序号，再用“qidi informant reject 编号 序号 --reason 理由”解除遮盖。',
    ],
    en: [
      'One whom you name as accused is an informant of this clue’s papers',
      'Check in the original who is accused. Where machines took the wrong one for the informant: “qidi show NUMBER” numbers what is masked, “qidi informant reject NUMBER N --reason WHY” makes one readable.',
    ],
  },
  'decision.no_accused_at': {
    zh: [
      '登记卡上没有第 {place} 个写明姓名的被反映人（共 {count} 个）',
      '序号照“qidi show 编号”所列的次序，从 1 数起；不在名单上的，用 --name-file 写明。',
    ],
    en: [
      'The card has no accused {place} with a name ({count} in all)',
      'Count as “qidi show NUMBER” lists them, from 1; whoever is not listed is written with --name-file.',
    ],
  },
  'decision.informant_not_found': {
    zh: [
      '所写第 {place} 行在这条线索的来件里找不到，没有遮盖任何内容',
      '请照来件上的写法逐行写，一行一项，至少两个字。',
    ],
    en: [
      'Line {place} stands nowhere in the papers of this clue; nothing was masked',
      'Write it as the papers do, one name, number or address a line, two characters at least.',
    ],
  },
  'decision.informant_known': {
    zh: ['所写的都已作为举报人信息遮盖，这条线索里没有读得到的', '无需操作。'],
    en: [
      'All of it is masked as the informant’s already; nothing of it is readable in this clue',
      'Nothing to do.',
    ],
  },
  'decision.no_masked_field': {
    zh: ['这条线索没有第 {number} 项已遮盖的举报人信息（共 {count} 项）', '用“qidi show 编号”查看序号。'],
    en: [
      'Nothing numbered {number} is masked in this clue ({count} in all)',
      'See “qidi show NUMBER” for their numbers.',
    ],
  },
  'decision.unknown_topic': {
    zh: ['没有问题类别 {code}', '问题类别代码见页面“问题类别”或词库 lexicon/，如 E1。'],
    en: ['There is no topic {code}', 'See the topics of the console or of lexicon/ for codes such as E1.'],
  },
  'decision.unknown': {
    zh: ['没有第 {decision} 号决定', '用“qidi show 编号”查看决定号。'],
    en: ['There is no decision {decision}', 'See “qidi show NUMBER” for the numbers of decisions.'],
  },
  'decision.is_undo': {
    zh: ['第 {decision} 号决定本身就是撤销，不能再撤销', '请重新作出原来的决定。'],
    en: ['Decision {decision} takes another one back and cannot be undone', 'Take the former decision anew.'],
  },
  'decision.link_stands': {
    zh: [
      '第 {decision} 号决定已对这两件线索作过同样的判定',
      '无需操作；要改判，请作相反的判定，或撤销该决定。',
    ],
    en: [
      'Decision {decision} says the same of these two clues already',
      'Nothing to do; to change it, decide the opposite or undo that decision.',
    ],
  },
  'decision.already_undone': {
    zh: ['第 {decision} 号决定已由第 {by} 号撤销', '无需操作。'],
    en: ['Decision {decision} was undone already, by {by}', 'Nothing to do.'],
  },
  'decision.undo_first': {
    zh: ['其后的决定以第 {decision} 号为前提', '请先按此顺序撤销：{later}。'],
    en: ['Later decisions build on decision {decision}', 'Undo these first, in this order: {later}.'],
  },
} as const;
