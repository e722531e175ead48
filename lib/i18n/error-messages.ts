import { common } from './messages/common.ts';

/** The few sentences the error page needs in the browser. */
export const catalogue = { tr: common.tr.error, en: common.en.error };
