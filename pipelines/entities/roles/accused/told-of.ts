const begins = /^姓?([\u3400-\u9fff])(?:某|的(?:全?职务|单位|全称|身份)?)?[是系任当在:：]/;
/** Characters: such a clause is no longer before the post. */
const longest = 30;

/** 海|是县人防办的副主任, 古|的全职务：某局某队教导员: the surname of whom the clause before an offset tells. */
export function toldOf(text: string, at: number): string | null {
  const clause = text
    .slice(Math.max(0, at - longest), at)
    .split(/[，,。；“”\n]|(?<=[：:])(?=[\u3400-\u9fff])/)
    .filter((part) => part !== '')
    .at(-1);
  return begins.exec(clause ?? '')?.[1] ?? null;
}
