/** Where a box finds the files of its engine. */
export const ENGINE_FOLDER = '/lib/engine';
