import { briefJsonSchema } from '@kt-event/sdk';

/** File name under which an editor finds the schema beside a campaign file. */
export const campaignSchemaFile = 'campaign.schema.json';

/** The JSON Schema of a campaign file, as the text of a file. */
export function campaignJsonSchema(): string {
  const { $schema, ...shape } = briefJsonSchema();
  const titled = { $schema, title: 'kt-event 이벤트 파일', ...shape };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
