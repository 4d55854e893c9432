import { AwsError } from '../service.ts';
import * as z from 'zod';

export interface MailTemplate {
  name: string;
  subject: string;
  text?: string | undefined;
  html?: string | undefined;
}

const data = z.record(z.string(), z.json());

/** Fills `{{name}}` and `{{outer.inner}}`. Throws `BadRequestException` when the data is no object or lacks a name, which SES reports as a rendering failure. */
export function renderTemplate(template: MailTemplate, templateData: string | undefined): MailTemplate {
  const values = dataIn(templateData);
  const fill = (text: string, escape: boolean): string =>
    text.replace(/\{\{\s*([A-Za-z0-9_.-]+)\s*\}\}/g, (_part, path: string) => {
      const value = path.split('.').reduce<unknown>((here, name) => fieldOf(here, name), values);
      if (value === undefined)
        throw new AwsError(
          'BadRequestException',
          `Attribute '${path}' is not present in the rendering data.`,
        );
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      return escape ? escapeHtml(shown) : shown;
    });
  return {
    name: template.name,
    subject: fill(template.subject, false),
    text: template.text === undefined ? undefined : fill(template.text, false),
    html: template.html === undefined ? undefined : fill(template.html, true),
  };
}

function dataIn(templateData: string | undefined): Record<string, unknown> {
  try {
    return data.parse(JSON.parse(templateData ?? '{}'));
  } catch {
    throw new AwsError('BadRequestException', 'TemplateData is not a JSON object.');
  }
}

function fieldOf(here: unknown, name: string): unknown {
  if (here === null || typeof here !== 'object' || !Object.hasOwn(here, name)) return undefined;
  return (here as Record<string, unknown>)[name];
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#x27;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
