/** Fields by which an office books a paper in: times, numbers and its own staff, never what it is about. */
const bookingLabel =
  '(?:来电|来访|来信|收件|收文|接听|接访|接待|登记|受理|举报|提交|记录|填报|填表|反映|信访|打印|录入)(?:时间|日期|编号|序号|号码|人员?|地点|方式|渠道|形式|单位|电话|途径)|编号|序号|查询码|受理号|工单号|流水号|接线员|话务员|值班员|经办人|承办人|登记员|记录员|审核人|时间|日期|联系电话|联系方式';
const booking = new RegExp(`^(?:${bookingLabel})(?:姓名)?[：:\\t]`);
/** The same without a colon: 举报编号12, but not 举报人民医院院长. */
const bookingTitle =
  /^(?:举报|反映|控告|检举|信访)(?:时间|日期|编号|序号|号码|人(?!民|大|社|防|事)|方式|渠道|形式|电话|地点|途径)/;
const content =
  /(?:反映的?|主要|举报|来电|来访|信访|问题|诉求|投诉|具体)?(?:内容|事项|问题|情况|诉求|摘要)(?:摘要|描述|概述)?[：:\t]/;
const formName = /^.{0,14}(?:记录单|登记表|登记单|记录表|记录|受理单|工单|收集表)$/;

/** A line that is nothing but fields and their short values: 地点：…接谈人：…; or a time alone. */
const fieldsOnly = /^[\u4e00-\u9fa5 ]{2,10}[：:][^。！？；，,]{0,50}$/;
const ofContent =
  /^[^：:]{0,6}(?:内容|问题|诉求|请求|要求|事由|事项|主题|标题|反映|举报|摘要|情况|建议|意见)/;
const timeAlone = /^[（(]?[\d〇零一二三四五六七八九十年月日时分秒上下午晚:：./\- ]{4,26}[)）]?$/;
const isFormsHead = (line: string) =>
  timeAlone.test(line.trim()) || (fieldsOnly.test(line.trim()) && !ofContent.test(line.trim()));

/** Where the first field begins that tells of the matter; the text's length where there is none. */
export function contentStart(text: string): number {
  return content.exec(text)?.index ?? text.length;
}

/** A line of a form's head: 来电时间：…, 接听人：…, 编号：…. */
export function isBookingLine(line: string): boolean {
  return booking.test(line) || bookingTitle.test(line);
}

/**
 * The text's lines without those by which an office books it in; of a line that goes on to the content's
 * field, what that field says.
 *
 * @param text the reading of the item
 * @returns none where nothing is left
 */
export function tellingLines(text: string): string[] {
  const lines = text.split('\n');
  const told = lines.flatMap((line) => {
    if (formName.test(line)) return [];
    const field = content.exec(line.slice(0, 200));
    const value = field === null ? '' : line.slice(field.index + field[0].length);
    if (isBookingLine(line)) return value === '' ? [] : [value];
    if (field?.index === 0 && value.length > 6) return [value];
    return isFormsHead(line) ? [] : [line];
  });
  return told.filter((line) => line.trim() !== '');
}
