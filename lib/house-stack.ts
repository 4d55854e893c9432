import { Stack, Tags } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct, IConstruct } from 'constructs';
import type { Stage } from './stages.ts';

export interface HouseStackProps {
  stage: Stage;
  /** What the stack holds, in a sentence. */
  description: string;
  /** Encrypts the log groups of the stack's functions and machines; absent only where the stack has none. */
  logsKey?: IKey;
}

/** A stack that knows its stage: house constructs inside ask it for numbers, names and the key of their logs. */
export class HouseStack extends Stack {
  readonly stage: Stage;
  #logsKey: IKey | undefined;

  constructor(scope: Construct, id: string, props: HouseStackProps) {
    super(scope, `keyturn-${props.stage.name}-${id}`, {
      env: { region: props.stage.region },
      description: props.description,
      terminationProtection: props.stage.keepsData,
    });
    this.stage = props.stage;
    this.#logsKey = props.logsKey;
    Tags.of(this).add('keyturn:stage', props.stage.name);
    Tags.of(this).add('keyturn:stack', id);
  }

  static holding(construct: IConstruct): HouseStack {
    const stack = Stack.of(construct);
    if (!(stack instanceof HouseStack)) throw new Error(`${construct.node.path} must stand in a HouseStack`);
    return stack;
  }

  get logsKey(): IKey {
    if (this.#logsKey === undefined)
      throw new Error(`${this.stackName} has functions or machines, so it needs a logsKey`);
    return this.#logsKey;
  }

  protected set logsKey(key: IKey) {
    this.#logsKey = key;
  }

  /**
   * The physical name of a thing of this stage: operator commands and runbooks rely on it. `longest` is what its service
   * allows: 80 characters for queues and machines, 64 for functions, 255 for alarms.
   */
  named(name: string, longest = 80): string {
    const full = `keyturn-${this.stage.name}-${name}`;
    if (full.length > longest) throw new Error(`"${full}" is longer than ${longest} characters`);
    return full;
  }
}
