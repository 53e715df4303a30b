const hotline = /^(?:110|119|12[0-2]|12\d{3}|100\d{2}|9[56]\d{3,4})$/;
const addressed = /(?:^|\n)[ \t]*(?:To|TO|Cc|CC|收件人|收件邮箱|抄送|送达?)[ \u3000]*[:：][^\n]*$/;

/** A number that anybody dials: 110, 12345, 95588. It tells of nobody. */
export const isHotline = (written: string): boolean => hotline.test(written.replace(/[\s-]/g, ''));

/** An address of mail in the line that says to whom a message goes. */
export function isSentTo(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return addressed.test(text.slice(Math.max(line, at - 200), at));
}
