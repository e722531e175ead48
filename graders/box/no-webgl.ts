/** Stands in for `@tensorflow/tfjs-backend-webgl` in the bundles of the boxes: tfjs asks it for its version only. */
export const version_webgl = 'none';
