// Everything kernels.wasm exports; ../kernels.ts gives it types.
export { gemm, gemmScratch } from './gemm';
