/**
 * `npm run new -- <capability> <handler>`: writes a handler and its test. A route handler (`get- post- put- patch-
 * delete-`) is needs and story; `on-`, `task-`, `nightly-`, `hourly-` are functions of their own and get their stack line.
 * The result passes `npm run check`; what the handler does is then yours to say.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import {
  functionHandler,
  functionTest,
  routeHandler,
  routeTest,
  sliceReadme,
  stackLine,
} from './new/templates.ts';

const root = resolve(import.meta.dirname, '..');
const handlerName = /^(get|post|put|patch|delete|on|task|nightly|hourly)-[a-z][a-z0-9-]*$/;

function main([capability, handler]: readonly string[]): number {
  if (!capability || !handler || !/^[a-z][a-z0-9-]*$/.test(capability) || !handlerName.test(handler)) {
    console.error(
      'usage: npm run new -- <capability> <handler>   e.g. npm run new -- loans on-appraisal-received',
    );
    console.error(
      'a handler is named for its trigger: get- post- put- patch- delete- (route), on- (queue), task- (workflow), nightly- hourly- (schedule)',
    );
    return 2;
  }
  const source = `lambdas/${capability}/handlers/${handler}.ts`;
  const test = `test/lambdas/${capability}/handlers/${handler}.test.ts`;
  if (existsSync(join(root, source))) {
    console.error(`${source} is there already`);
    return 1;
  }
  const isRoute = /^(get|post|put|patch|delete)-/.test(handler);
  write(source, isRoute ? routeHandler(capability, handler) : functionHandler(capability, handler));
  write(test, isRoute ? routeTest(capability, handler) : functionTest(capability, handler));
  const readme = `lambdas/${capability}/README.md`;
  if (!existsSync(join(root, readme))) write(readme, sliceReadme(capability));
  if (isRoute)
    console.log(
      `next: its route in lambdas/${capability}/routes.ts and its story in lambdas/${capability}/api.ts`,
    );
  else placeInStack(capability, handler);
  execFileSync('oxfmt', ['lib', `lambdas/${capability}`, `test/lambdas/${capability}`], { cwd: root });
  return 0;
}

/** The stack's own reader decides where the line stands: it is shown, complete, and compiles where `kernel` and `commits` are at hand. */
function placeInStack(capability: string, handler: string): void {
  const stack = `lib/${capability}-stack.ts`;
  const { imports, body } = stackLine(capability, handler);
  if (!existsSync(join(root, stack))) {
    console.log(`next: a stack ${stack} (lib/README.md shows one) with\n\n${imports}\n\n${body}`);
    return;
  }
  const text = readFileSync(join(root, stack), 'utf8');
  const end = text.lastIndexOf('\n  }\n', endOfConstructor(text));
  const construct = constructOf(handler);
  const constructImport = text.includes(`import { ${construct.name} }`)
    ? ''
    : `\nimport { ${construct.name} } from './constructs/${construct.file}.ts';`;
  const withImport = text.replace(/\nimport /, `\n${imports}${constructImport}\nimport `);
  const shift = withImport.length - text.length;
  writeFileSync(
    join(root, stack),
    `${withImport.slice(0, end + shift)}\n${body}${withImport.slice(end + shift)}`,
  );
  console.log(
    `wrote its line in ${stack}: say there what its failure means to a person, then \`node tools/runbooks.ts\``,
  );
}

function constructOf(handler: string): { name: string; file: string } {
  if (handler.startsWith('on-')) return { name: 'QueueConsumer', file: 'queue-consumer' };
  if (handler.startsWith('task-')) return { name: 'TaskFunction', file: 'task-function' };
  return { name: 'ScheduledFunction', file: 'scheduled-function' };
}

/** The constructor ends where the first member after it begins, or with the class. */
function endOfConstructor(text: string): number {
  const start = text.indexOf('  constructor(');
  const next = text.indexOf('\n  }\n', start);
  return next < 0 ? text.length : next + 5;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`wrote ${path}`);
}

process.exitCode = main(process.argv.slice(2));
