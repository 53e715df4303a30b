const officialHead =
  /(?:移送处理书|移送函|转办函|交办函|转送函|移交函|移交清单|移交表|转办单|交办单|问题线索移送书|案件移送|线索移送|关于移送|关于转送|关于转办|关于交办|信访件转|情况报告|请示|公函|转办通知|交办通知)/;
const formHead =
  /(?:来访登记表|电话记录单|举报记录单|登记表|收集表|网络举报|12388|接访记录|来电记录|举报表|受理单)/;

/** Who writes so is no office: 我校, 本公司. */
const petitioner = /(?<![\u3400-\u9fff])[我本](?:校|公司|厂|店|园|合作社|协会|商会)/;

/** A paper that an office signs (转办函, 审计移送处理书, 移交清单) rather than a petitioner or a form about one. */
export function isOfficialPaper(text: string): boolean {
  const head = text.slice(0, 220);
  if (formHead.test(head.slice(0, 80))) return false;
  // 请示 or 报告 in a sentence says nothing: what a paper is stands in its title.
  if (head.split('\n').some((line) => line.length <= 50 && !/[。，]/.test(line) && officialHead.test(line)))
    return !(/情况报告/.test(head) && petitioner.test(text.slice(0, 600)));
  const passes =
    /(?:转去|转来|转你|转给你|转请|移送你|移送给|移交你|移交给|请按规定办理|请阅处|请予查处|书面报送|报送办理结果|现将[^。]{0,60}(?:移送|转送|移交|转去))/.test(
      text.slice(0, 1500),
    );
  const numbered = /[〔【［[(（]\s?20\d{2}\s?[〕】］\])）]\s?(?:第\s?)?\d+\s?号/.test(head);
  return (
    passes &&
    (numbered ||
      /联系人/.test(text.slice(0, 1500)) ||
      /(?:我局|我办|我委|我组|我院)/.test(text.slice(0, 600)))
  );
}
