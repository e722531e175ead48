/** How formulas are rendered: no commands that reach outside, macros and sizes bounded, anything KaTeX would only warn of is an error. */
export const MATH = { output: 'htmlAndMathml', trust: false, maxExpand: 100, maxSize: 20, strict: 'error' } as const;
