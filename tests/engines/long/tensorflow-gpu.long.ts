import { describeEngine } from '../describe-engine.ts';

describeEngine('tensorflow-gpu');
