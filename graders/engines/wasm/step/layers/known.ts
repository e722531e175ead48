import { serialization } from '@tensorflow/tfjs';

type Class = new (...args: never[]) => object;

/** tfjs's class of a name. Asked for when the engine starts: later a script may have registered its own under the same name. */
export function classOf(name: string): Class {
  const found = serialization.SerializationMap.getMap().classNameMap[name];
  if (!found) throw new Error(`tfjs has no class ${name}`);
  return found[0] as unknown as Class;
}
