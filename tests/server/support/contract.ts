/** Checks answers of the server against web/contract/openapi.yaml. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const kContract = fileURLToPath(new URL('../../../web/contract/', import.meta.url));

type Json = { [key: string]: any };

const document: Json = parse(readFileSync(`${kContract}openapi.yaml`, 'utf8'));

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
formats.default(ajv);
for (const name of readdirSync(kContract)) {
  if (!name.endsWith('.schema.json')) continue;
  const schema: Json = JSON.parse(readFileSync(`${kContract}${name}`, 'utf8'));
  ajv.addSchema({ ...schema, $id: name });
}
ajv.addSchema({ ...document, $id: 'openapi.yaml' });

const validators = new Map<string, ValidateFunction>();

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function validator(pointer: string): ValidateFunction {
  let found = validators.get(pointer);
  if (!found) {
    found = ajv.compile({ $ref: `openapi.yaml#${pointer}` });
    validators.set(pointer, found);
  }
  return found;
}

/** An object of the document, and the pointer to it after its `$ref` was followed. */
function follow(value: Json, pointer: string): [Json, string] {
  if (!value['$ref']?.startsWith('#/')) return [value, pointer];
  const target = value['$ref'].slice(1) as string;
  let found: Json = document;
  for (const part of target.slice(1).split('/')) found = found[part];
  return follow(found, target.split('/').map(escapePointer).join('/'));
}

function pathTemplate(path: string): string | undefined {
  return Object.keys(document['paths']).find((template) =>
    new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
}

/** Every operation of the contract, as "get /postlude/v1/page". */
export function operations(): string[] {
  return Object.entries(document['paths'] as Json).flatMap(([path, item]) =>
    ['get', 'post'].filter((method) => item[method]).map((method) => `${method} ${path}`),
  );
}

/** The codes that a problem can have. */
export function problemCodes(): string[] {
  return document['components'].schemas.Problem.properties.code.enum as string[];
}

/** What was answered and found to be in the contract: "get /postlude/v1/page 200". */
export const seen = new Set<string>();

/** Fails when the answer is not one that the contract describes. */
export function checkAnswer(method: string, path: string, response: Response, body: string): void {
  const template = pathTemplate(path);
  assert.ok(template, `the contract has no path for ${path}`);
  const verb = method.toLowerCase();
  const operation: Json | undefined = document['paths'][template][verb];
  // What the contract does not describe at all is refused as such.
  if (!operation) {
    assert.equal(response.status, 405, `${method} ${path}`);
    return;
  }
  const at = `/paths/${escapePointer(template)}/${verb}/responses/${response.status}`;
  const entry: Json | undefined = operation['responses'][String(response.status)];
  assert.ok(entry, `${method} ${path}: ${response.status} is not in the contract: ${body}`);
  const [answer, pointer] = follow(entry, at);
  checkHeaders(answer, pointer, response);
  checkContent(answer, pointer, response, body);
  seen.add(`${verb} ${template} ${response.status}`);
}

function checkHeaders(answer: Json, pointer: string, response: Response): void {
  for (const [name, entry] of Object.entries((answer['headers'] ?? {}) as Json)) {
    const [header, at] = follow(entry, `${pointer}/headers/${escapePointer(name)}`);
    const value = response.headers.get(name);
    if (value === null) {
      assert.ok(!header['required'], `${name} is missing`);
      continue;
    }
    const check = validator(`${at}/schema`);
    const typed = header['schema']?.type === 'integer' ? Number(value) : value;
    assert.ok(check(typed), `${name}: ${value}: ${ajv.errorsText(check.errors)}`);
  }
}

function checkContent(answer: Json, pointer: string, response: Response, body: string): void {
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (!answer['content']) {
    assert.equal(body, '', `a body that the contract does not have: ${body}`);
    return;
  }
  assert.ok(answer['content'][type], `content type ${type} is not in the contract`);
  if (!type.endsWith('json')) return;
  const check = validator(`${pointer}/content/${escapePointer(type)}/schema`);
  assert.ok(check(JSON.parse(body)), `${ajv.errorsText(check.errors)} in ${body}`);
}
