/** Why a file is not taken in, or a paper of it not filed; part of the error catalogue. */
export const filingErrors = {
  'intake.not_found': {
    zh: ['找不到该文件或文件夹', '请检查路径。'],
    en: ['There is no such file or folder', 'Check the path.'],
  },
  'intake.broken_link': {
    zh: ['这是一个失效的链接', '请直接导入链接所指的文件。'],
    en: ['This is a broken link', 'Take in the file that it should point to.'],
  },
  'intake.not_a_file': {
    zh: ['这不是普通文件', '只能导入文件和文件夹。'],
    en: ['This is not an ordinary file', 'Only files and folders can be taken in.'],
  },
  'intake.is_folder': {
    zh: ['这是文件夹，此处只能指定一个文件', '整个文件夹请用“qidi intake 文件夹”导入。'],
    en: ['This is a folder; here one file is asked for', 'Take a whole folder in with “qidi intake FOLDER”.'],
  },
  'intake.no_permission': {
    zh: ['没有读取权限', '请赋予读取权限后重新导入。'],
    en: ['There is no permission to read it', 'Give permission and take it in again.'],
  },
  'intake.empty_file': {
    zh: ['文件是空的', '请向报送人索取完整文件后重新导入。'],
    en: ['The file is empty', 'Ask the sender for the whole file and take it in again.'],
  },
  'intake.empty_folder': {
    zh: ['文件夹里没有文件', '请检查路径。'],
    en: ['The folder holds no file', 'Check the path.'],
  },
  'intake.unreadable_medium': {
    zh: ['读取时存储介质出错', '请检查磁盘或网络盘，换一处存放后重新导入。'],
    en: [
      'The medium it lies on failed while reading',
      'Check the disk or network share, copy the file elsewhere and take it in again.',
    ],
  },
  'intake.still_changing': {
    zh: ['文件仍在写入', '请等复制或扫描完成后重新导入。'],
    en: ['The file is still being written', 'Wait until copying or scanning ends and take it in again.'],
  },
  'intake.too_large': {
    zh: ['文件超过 {limit} MB', '请拆分后导入，或调大 QIDI_MAX_FILE_MB。'],
    en: ['The file is larger than {limit} MB', 'Split it, or raise QIDI_MAX_FILE_MB.'],
  },
  'items.classified': {
    zh: [
      '首页标有密级“{mark}”，已隔离，未读取内容',
      '请交本单位保密人员、负责人按保密规定处理；请勿在此系统中打开、转存或另行导入。',
    ],
    en: [
      'It is marked as classified ({mark}): set apart, its content was not read',
      'Hand it to the officer for classified papers; do not open, copy or take it in here again.',
    ],
  },
  'items.members_unread': {
    zh: [
      '压缩包、邮件里有 {count} 个文件因同样的原因未能读取：{why}',
      '{remedyOfWhy}是哪些文件，可用“qidi inspect 文件”逐个列出。',
    ],
    en: [
      '{count} files in the archive or mail could not be read for the same reason: {why}',
      '{remedyOfWhy} “qidi inspect FILE” lists them one by one.',
    ],
  },
  'filing.empty': {
    zh: ['没有文字内容', '请人工查看原件，确认是否漏扫；必要时补扫后再导入，或用“qidi register”登记。'],
    en: [
      'There is no text in it',
      'Have a person look at the original; scan it again if pages are missing, or register it with “qidi register”.',
    ],
  },
  'filing.taken_back': {
    zh: [
      '人工登记已撤销；机器现已能读这份原件，正待自动归档',
      '等待即可；若久未归档，请用“qidi serve”或“qidi worker”启动处理进程，或用“qidi register”重新登记。',
    ],
    en: [
      'Its registration by hand was taken back; machines can read it by now and will file it',
      'Wait; if it stays, start a worker with “qidi serve” or “qidi worker”, or register it again with “qidi register”.',
    ],
  },
  'filing.too_short': {
    zh: ['文字太少，无法自动登记', '请人工查看原件，用“qidi register”登记。'],
    en: [
      'There is too little text to register it by',
      'Have a person look at the original and register it with “qidi register”.',
    ],
  },
  'filing.low_confidence': {
    zh: [
      '识别可信度太低（可能为手写或影像模糊）',
      '请人工辨认原件，用“qidi register”登记；条件允许时以 300 dpi 重新扫描后再导入。',
    ],
    en: [
      'It was recognised with too little confidence (handwriting, or a poor image)',
      'Have a person read the original and register it with “qidi register”; scan it again at 300 dpi if possible.',
    ],
  },
  'filing.handwritten': {
    zh: ['疑似手写件，机器不能可靠识别', '请人工阅读原件后用“qidi register”登记；识别出的文字仅供参考。'],
    en: [
      'It is probably handwritten, which is not read reliably',
      'Have a person read the original and register it with “qidi register”; the recognised text is only a hint.',
    ],
  },
  'filing.unreadable': {
    zh: [
      '没有可用的文字，无法自动登记',
      '请人工查看原件，用“qidi register”登记；必要时重新扫描（300 dpi）后再导入。',
    ],
    en: [
      'There is no usable text to register it by',
      'Have a person look at the original and register it with “qidi register”; scan it again at 300 dpi if need be.',
    ],
  },
} as const;
