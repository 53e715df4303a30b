/** Masked, or told in the first person: 我当时所在的公司 would point at who writes. */
export function speaksOfInformant(words: string): boolean {
  return (
    words.includes('▇') ||
    /我(?![国省市区县州乡镇村局委厅院]|办(?:[在于对收已将现依经按接]|$))|本人|俺|额(?=[叫问们的是])|(?<=[给跟对找向叫])额(?!外|度)|咱|^(?:来[访电信]人|举报人)/.test(
      words,
    )
  );
}

/** Who writes says first who he is; what a clause says beside that is no introduction. */
const introduces =
  /^(?:我|俺|咱|本人|申诉人|建议人|来访人|来信人)(?:们|俩|二人|家)?(?:[是叫系姓]|今年|现年|家?住)(?!.*(?:被|没|不|欠|拖|骗|占))/u;
/** What a paper is written about, if nobody is accused. Only such words end an introduction. */
const matter =
  /不服|处[分罚理]|判决|裁[定决]|复[议查核]|欠|拖(?!拉)|克扣|占|骗|不[给退发办管批认让准]|没(?:人管|给|发|退|办|批)|噪音|扰民|污染|漏水|积水|停[水电]|堵|拆迁|征[地收]|补[偿助贴发]|赔偿|违[法规章建]|乱收|收费|收了|[咨请]询|请问|能不能|能否|怎么|建议|希望|要求|请求|恳请|申[请诉]|反映|举报|投诉|求助/u;

/** Whether a clause, or the beginning of a sentence, says who writes. */
export const introducesWriter = (words: string): boolean => words.includes('▇') || introduces.test(words);

/** Whether words tell what a paper is about: before that whatever follows an introduction belongs to it. */
export const holdsMatter = (words: string): boolean => matter.test(words);
