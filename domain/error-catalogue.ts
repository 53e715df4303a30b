type Entry = { readonly zh: readonly [what: string, remedy: string]; readonly en: readonly [what: string, remedy: string] };

/** Every error code of the product with what happened and what to do. Codes are stable: never rename one. */
export const errorCatalogue = {
  'extraction.unknown_format': {
    zh: ['不认识这种文件', '请确认文件类型；可另存为 docx、pdf、txt 或扫描成图片后重新导入。'],
    en: ['This kind of file is not known', 'Check the file; save it as docx, pdf or txt, or scan it, and take it in again.'],
  },
  'worker.unexpected': {
    zh: ['处理时发生意外错误', '系统会自动重试；若仍失败，请把“qidi status”的输出交给管理员。'],
    en: ['An unexpected error happened while processing', 'It is retried; if it persists, give the output of “qidi status” to your administrator.'],
  },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof errorCatalogue;
