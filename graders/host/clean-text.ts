/** Text of a student's program without control characters (terminal sequences, NUL); tabs and line ends stay. */
export const cleanText = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
