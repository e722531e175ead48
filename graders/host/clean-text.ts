/** Text of a student's program without control characters (terminal sequences, NUL); tabs and line ends stay. */
export const cleanText = (text: string): string => text.replace(/(?![\t\n])\p{Cc}/gu, '');
