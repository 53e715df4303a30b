import type { Language } from '../domain/index.js';
import type { SandboxState } from '../office/index.js';

type Measure = SandboxState['inForce'][number];

/** What each measure keeps a file from, in the words of `qidi doctor`. */
export const measureNames: Record<Measure, Readonly<Record<Language, string>>> = {
  network: { zh: '无网络', en: 'no network' },
  files: { zh: '看不到其他文件', en: 'no other file to be seen' },
  processes: { zh: '看不到其他进程、进程数受限', en: 'no other process to be seen, their number limited' },
  account: { zh: '非 root 身份', en: 'not as root' },
  privileges: { zh: '不能获得特权', en: 'no privilege to be had' },
  limits: { zh: '内核限额（内存、处理器、文件）', en: 'limits of the kernel (memory, processor, files)' },
  memory: { zh: '内存监视', en: 'memory watched' },
  permissions: {
    zh: 'Node.js 权限（不能读写其他文件、不能起进程）',
    en: 'Node.js permissions (no other file, no program)',
  },
};

/** How to get those that the system's recognition engine lacks. */
export const toLimitEngine: Readonly<Record<Language, string>> = {
  zh: '仍可使用，但本机识别引擎的进程少了内核限制。请安装 util-linux（setpriv、prlimit）；容器内以 root 运行的，改用普通身份，或设 QIDI_OCR_ENGINE=bundled 改用自带的引擎。',
  en: 'It works, but the process of the system’s recognition engine is limited less. Install util-linux (setpriv, prlimit); as root in a container, run as another user, or set QIDI_OCR_ENGINE=bundled to use the engine that comes along.',
};

/** How to get the measures that are missing. */
export const toGetMore: Readonly<Record<Language, string>> = {
  zh: '仍可使用，但隔离较弱。请安装 util-linux（unshare、setpriv、prlimit），并允许用户命名空间：sysctl user.max_user_namespaces 大于 0；Ubuntu 24.04 起还需 sysctl -w kernel.apparmor_restrict_unprivileged_userns=0；容器内见《运维手册》“隔离进程”一节。macOS、Windows 上没有这些措施，来源不明的文件请在 Linux 上处理。',
  en: 'It works, behind weaker walls. Install util-linux (unshare, setpriv, prlimit) and allow user namespaces: sysctl user.max_user_namespaces above 0; since Ubuntu 24.04 also sysctl -w kernel.apparmor_restrict_unprivileged_userns=0; in a container see “The sandbox” in docs/operations.md. macOS and Windows have none of these: read files of unknown origin on Linux.',
};
