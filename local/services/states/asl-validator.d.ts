/** asl-validator 4.0.0 ships no types; this is the part used here. */
declare module 'asl-validator' {
  type Defect = { 'Error code': string; Message: string } | { instancePath: string; message?: string };

  export default function validate(
    definition: unknown,
    options: { checkPaths: boolean; checkArn: boolean },
  ): { isValid: boolean; errors: Defect[] };
}
