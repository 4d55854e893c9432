import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const UP_TO_TWELVE_CHARACTERS = /^[A-Za-z0-9]{0,12}$/;
const FOUR_TO_TWELVE_DIGITS = /^\d{4,12}$/;

export const q621: LarEdit = {
  id: 'Q621',
  kind: 'quality',
  text: 'The NMLSR ID should be alphanumeric up to 12 characters. Your data indicates a value outside of this range.',
  through: 2024,
  fields: ['nmlsrIdentifier'],
  fails: ({ nmlsrIdentifier }) => !UP_TO_TWELVE_CHARACTERS.test(nmlsrIdentifier),
};

export const q621From2025: LarEdit = {
  id: 'Q621',
  kind: 'quality',
  text: 'The NMLSR ID must be four to twelve digits. Your data indicates a value outside of this range.',
  from: 2025,
  through: 2025,
  fields: ['nmlsrIdentifier'],
  fails: ({ nmlsrIdentifier }) =>
    !isNotApplicableOrExempt(nmlsrIdentifier) && !FOUR_TO_TWELVE_DIGITS.test(nmlsrIdentifier),
};
