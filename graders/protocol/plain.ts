/** What the program of a box is told to train without acceleration. */
export const PLAIN_ARGUMENT = '--plain';
