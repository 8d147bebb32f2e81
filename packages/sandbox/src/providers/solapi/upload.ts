import { isRecord, textAt } from '../../json.js';
import { readJpegSize } from '../../media/jpeg-size.js';
import type { AcceptedRequest } from '../../provider.js';
import { readJsonBody } from '../../request-body.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { seededCode } from '../../seeded.js';
import type { World } from '../../world.js';
import { refuseValidation } from './solapi-error.js';

const mostKilobytes: Readonly<Record<string, number>> = { MMS: 200, KAKAO: 500, BMS: 500 };

/** `POST /storage/v1/files`: a picture for a later message. */
export function answerUpload(world: World, request: AcceptedRequest): SandboxResponse {
  const body = readJsonBody(request);
  if (!isRecord(body)) {
    return refuseValidation('the body is not JSON');
  }
  const type = textAt(body, 'type') ?? '';
  const file = Buffer.from(textAt(body, 'file') ?? '', 'base64');
  const limit = mostKilobytes[type] ?? refuseValidation(`type ${type} is not supported`);
  if (file.length === 0 || file.length > limit * 1024) {
    refuseValidation(`${type} file must have 1 byte to ${limit} KB`);
  }
  if (type === 'MMS' && !readJpegSize(file)) {
    refuseValidation('MMS file must be a JPG');
  }
  const number = world.nextNumber('solapi file');
  return jsonResponse(200, { fileId: `ST01FZ${seededCode(12, world.seed, 'file', number)}${number}`, type });
}
