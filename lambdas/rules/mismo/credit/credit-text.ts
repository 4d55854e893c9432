import { at, many, shape } from '../binding/shape.ts';
import { code, text } from '../binding/value-kinds.ts';

/** `_Text`, of which version 2 lets several stand in a comment, an alert or an error: a paragraph each. */
export const creditText = shape({ text: at('.', text) });

/** The refusal of a vendor, of the whole report or of one repository's file (integrations 0.8). */
export const creditError = shape({
  code: at('@_Code', text),
  source: at('@_SourceType', code),
  texts: many('_Text', creditText),
});
