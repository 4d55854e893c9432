import type { FunctionErrorShape } from './messages.ts';

/** What was thrown, in the shape of Lambda's Node runtime: `errorType` is the error's `name`. */
export function errorShape(thrown: unknown): FunctionErrorShape {
  if (thrown instanceof Error) {
    return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') };
  }
  return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
}

/** What went wrong while the bundle was loaded, under the runtime's own names. */
export function initErrorShape(thrown: unknown, module: string): FunctionErrorShape {
  const shape = errorShape(thrown);
  const code = (thrown as { code?: unknown } | null)?.code;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    return {
      ...shape,
      errorType: 'Runtime.ImportModuleError',
      errorMessage: `Error: ${shape.errorMessage || `Cannot find module '${module}'`}`,
    };
  }
  if (thrown instanceof SyntaxError) {
    return {
      ...shape,
      errorType: 'Runtime.UserCodeSyntaxError',
      errorMessage: `SyntaxError: ${shape.errorMessage}`,
    };
  }
  return shape;
}
