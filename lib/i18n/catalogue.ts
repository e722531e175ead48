import type { Lang } from '#lib/core/lang.ts';
import { account } from './messages/account.ts';
import { admin } from './messages/admin.ts';
import { cli } from './messages/cli.ts';
import { code } from './messages/code.ts';
import { common } from './messages/common.ts';
import { exam } from './messages/exam.ts';
import { grader } from './messages/grader.ts';
import { teach } from './messages/teach.ts';

/** Every message of one language, by feature. */
export const catalogue = (lang: Lang) => ({
  common: common[lang],
  account: account[lang],
  admin: admin[lang],
  cli: cli[lang],
  code: code[lang],
  exam: exam[lang],
  grader: grader[lang],
  teach: teach[lang],
});
