import { stageNames, type StageName } from '../../lib/stages.ts';

export type DeployStage = Exclude<StageName, 'local'>;

export interface DeployRequest {
  stage: DeployStage;
  /** Short names (`loans`); all of them where nothing is said. */
  stacks: readonly string[];
  /** A change set that was prepared and approved, to be carried out as it is. */
  execute?: string;
}

const deployable = stageNames.filter((name) => name !== 'local');
const usage = 'npm run deploy -- <stage> [--stacks data,loans,…] [--execute <change set>]';

/** Stages where what is about to change is looked at before it changes. */
export const isReviewed = (stage: DeployStage): boolean => stage !== 'dev';

/** Throws with a sentence for the person at the terminal. */
export function readRequest(args: readonly string[]): DeployRequest {
  const { values, rest } = takeOptions(args);
  const [name, ...surplus] = rest;
  if (name === undefined) throw new Error(`Which stage? ${deployable.join(', ')}.\nusage: ${usage}`);
  if (surplus.length > 0) throw new Error(`What is "${surplus.join(' ')}"?\nusage: ${usage}`);
  if (name === 'local') throw new Error('Stage "local" runs on this machine: npm start.');
  const stage = deployable.find((candidate) => candidate === name);
  if (stage === undefined)
    throw new Error(`Unknown stage "${name}". Valid stages: ${deployable.join(', ')}.`);
  const { stacks, execute } = values;
  if (execute !== undefined && !isReviewed(stage))
    throw new Error(`Stage "${stage}" is deployed at once: it has no change sets to execute.`);
  return {
    stage,
    stacks: stacks === undefined ? [] : stacks.split(',').filter((each) => each !== ''),
    ...(execute === undefined ? {} : { execute }),
  };
}

function takeOptions(args: readonly string[]) {
  const values: { stacks?: string; execute?: string } = {};
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const option = arg === '--stacks' ? 'stacks' : arg === '--execute' ? 'execute' : undefined;
    if (option === undefined) {
      if (arg.startsWith('-')) throw new Error(`Unknown option "${arg}".\nusage: ${usage}`);
      rest.push(arg);
      continue;
    }
    const value = args[at + 1];
    if (value === undefined || value.startsWith('-'))
      throw new Error(`${arg} needs a value.\nusage: ${usage}`);
    values[option] = value;
    at += 1;
  }
  return { values, rest };
}
