import { vi } from 'vitest';
import { describeEngine } from './describe-engine.ts';

// The wasm engine without its accelerations: what they are compared with must itself be right.
vi.stubEnv('DERIN_PLAIN', '1');
describeEngine('wasm');
