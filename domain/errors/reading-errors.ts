/** Why a file or a page cannot be read; part of the error catalogue. */
export const readingErrors = {
  'extraction.empty_file': {
    zh: ['文件是空的', '请核对原件，重新导出或扫描后再导入。'],
    en: ['The file is empty', 'Check the original; export or scan it again and take it in again.'],
  },
  'extraction.unsupported_format': {
    zh: ['暂不读取这种文件（{kind}）', '请另存为 docx、xlsx、pdf、txt、jpg、png 或 tiff 后重新导入。'],
    en: [
      'Files of this kind ({kind}) are not read',
      'Save it as docx, xlsx, pdf, txt, jpg, png or tiff and take it in again.',
    ],
  },
  'extraction.legacy_office': {
    zh: [
      '不读取这种旧版 Office 文件（{kind}）',
      '请用 Office 或 WPS 打开，另存为 docx、xlsx 或 pdf 后重新导入。',
    ],
    en: [
      'Old Office files of this kind ({kind}) are not read',
      'Open it in Office or WPS, save it as docx, xlsx or pdf and take it in again.',
    ],
  },
  'extraction.archive': {
    zh: ['压缩包（{kind}）不能直接导入', '请解压后把里面的文件导入。'],
    en: ['An archive ({kind}) cannot be taken in as it is', 'Unpack it and take in the files inside.'],
  },
  'extraction.password_needed': {
    zh: ['文件设有密码，无法读取', '请向来件单位索取密码，去除密码保护后重新导入。'],
    en: [
      'The file is protected by a password',
      'Ask the sender for it, remove the protection and take the file in again.',
    ],
  },
  'extraction.damaged': {
    zh: ['文件不完整或已损坏（{kind}）', '请核对原件是否能打开；重新复制、下载或扫描后再导入。'],
    en: [
      'The file is cut off or damaged ({kind})',
      'See whether the original opens; copy, download or scan it again.',
    ],
  },
  'extraction.too_large': {
    zh: ['文件过大，超过 {limit} MB', '请拆分文件，或降低扫描分辨率（300 dpi 足够）后重新导入。'],
    en: [
      'The file is larger than {limit} MB',
      'Split it, or scan at a lower resolution (300 dpi is enough).',
    ],
  },
  'extraction.too_much_text': {
    zh: ['文字过多，超过 {limit} 字', '请拆分成几个文件后重新导入。'],
    en: ['The text is longer than {limit} characters', 'Split it into several files.'],
  },
  'extraction.took_too_long': {
    zh: ['压缩包、邮件里的文件读取时间过长，其后的没有读取', '请解压后分成几批导入。'],
    en: [
      'Reading the files in the archive or mail took too long, and those behind were not read',
      'Unpack it and take the files in in several batches.',
    ],
  },
  'extraction.too_many_rows': {
    zh: ['表格过大，超过 {limit} 行', '请按年度或来源拆分成几个文件，每个不超过 {limit} 行，重新导入。'],
    en: [
      'The tables have more than {limit} rows',
      'Split the list, by year or source, into several files of no more than {limit} rows each.',
    ],
  },
  'extraction.unpacks_too_large': {
    zh: ['文件解压后过大，疑似异常文件', '请确认文件来源；可用 Word 或 WPS 打开后另存为 pdf 再导入。'],
    en: [
      'The file unpacks to far too much and may be malicious',
      'Check where it is from; save it as pdf and take that in.',
    ],
  },
  'extraction.nested_too_deep': {
    zh: ['压缩包、邮件层层嵌套，超过 {limit} 层', '请解压后把里面的文件单独导入；来源不明的请勿打开。'],
    en: [
      'Archives and mails lie in one another more than {limit} deep',
      'Unpack it and take in the files inside; open nothing of unknown origin.',
    ],
  },
  'extraction.too_many_members': {
    zh: [
      '压缩包、邮件里的文件超过 {limit} 个，其后的没有读取',
      '请分成几批，每批不超过 {limit} 个文件，分别导入。',
    ],
    en: [
      'Archives and mails hold more than {limit} files; those behind are not read',
      'Split it into parts of at most {limit} files and take each in.',
    ],
  },
  'extraction.too_many_pages': {
    zh: ['文件有 {pages} 页，超过 {limit} 页', '请拆分成几个文件后重新导入。'],
    en: ['The file has {pages} pages, more than {limit}', 'Split it into several files.'],
  },
  'extraction.image_too_large': {
    zh: ['图片过大，超过 {limit} 百万像素', '请以 300 dpi 重新扫描，或缩小图片后重新导入。'],
    en: ['The picture has more than {limit} million pixels', 'Scan it again at 300 dpi, or make it smaller.'],
  },
  'extraction.image_too_long': {
    zh: ['图片过长或过宽，超过 {limit} 像素', '请裁成几张，或缩小图片后重新导入。'],
    en: ['The picture is more than {limit} pixels long or wide', 'Cut it into several, or make it smaller.'],
  },
  'extraction.page_not_rendered': {
    zh: ['第 {page} 页无法转成图像', '请核对原件该页；可打印后重新扫描再导入。'],
    en: [
      'Page {page} could not be turned into an image',
      'Look at that page of the original; print and scan it again.',
    ],
  },
  'extraction.killed_its_reader': {
    zh: [
      '读取此文件的隔离进程每次都中止（{reason}），已停止尝试',
      '文件可能损坏或含恶意内容：请由专人在单独的电脑上打开核对，确认无害后另存为 pdf 或打印扫描后重新导入。',
    ],
    en: [
      'The sandboxed reader of this file ended each time ({reason}); it was given up',
      'It may be damaged or malicious: have a person open it on a separate machine, then save it as pdf or print and scan it, and take that in.',
    ],
  },
  'extraction.sandbox_unavailable': {
    zh: [
      '读取文件的隔离进程无法启动',
      '请运行“qidi doctor”查看原因；确认内存和进程数未用尽、程序已完整编译（npm run build），之后会自动重试。',
    ],
    en: [
      'The sandboxed process that reads files does not start',
      'Run “qidi doctor” to see why; check that memory and processes are not used up and the product is built whole (npm run build); it is then retried.',
    ],
  },
  'extraction.xfa_form': {
    zh: ['动态 XFA 表单，只有 Adobe Reader 能显示', '请用 Adobe Reader 打开，打印成普通 pdf 后重新导入。'],
    en: [
      'A dynamic XFA form, which only Adobe Reader shows',
      'Open it in Adobe Reader, print it to an ordinary pdf and take that in.',
    ],
  },
  'extraction.unknown_format': {
    zh: ['不认识这种文件', '请确认文件类型；可另存为 docx、pdf、txt 或扫描成图片后重新导入。'],
    en: [
      'This kind of file is not known',
      'Check the file; save it as docx, pdf or txt, or scan it, and take it in again.',
    ],
  },
  'ocr.engine_unavailable': {
    zh: ['文字识别引擎无法启动', '请运行“qidi doctor”查看缺少什么，补齐后会自动重试。'],
    en: [
      'The recognition engine does not start',
      'Run “qidi doctor” to see what is missing; it is then retried.',
    ],
  },
  'ocr.engine_misreads': {
    zh: [
      '文字识别引擎能启动，但连试读的几个字也读不出来',
      '请重装 tesseract-ocr，或设 QIDI_OCR_ENGINE=bundled 改用自带的引擎，再运行“qidi doctor”；之后会自动重试。',
    ],
    en: [
      'The recognition engine starts, but does not read even the characters of its trial',
      'Install tesseract-ocr anew, or set QIDI_OCR_ENGINE=bundled to use the engine that comes along, and run “qidi doctor”; it is then retried.',
    ],
  },
} as const;
