// Two validators' opinion on every state machine in the folders that are named: asl-validator with path and ARN checks, and the
// language service of AWS's own editor. usage: node validate.js FOLDER...
const fs = require('node:fs');
const path = require('node:path');
const validate = require('asl-validator');
const ajv = require(require.resolve('ajv', { paths: [require.resolve('asl-validator')] }));
const { getLanguageService, TextDocument, ASLTextDocument } = require('amazon-states-language-service');

const service = getLanguageService({});

// asl-validator compiles its schemas anew for each definition, which takes a minute of a processor for hundreds of them: once will do.
const Schemas = ajv.default;
let compiled;
ajv.default = function (options) {
  if (!compiled) {
    compiled = new Schemas(options);
    const add = compiled.addKeyword.bind(compiled);
    compiled.addKeyword = definition =>
      compiled.getKeyword([definition.keyword ?? definition].flat()[0]) ? compiled : add(definition);
  }
  return compiled;
};

/** What CloudFormation puts in, as an ARN of the right shape. */
function substituted(text) {
  return text.replace(/\$\{([A-Za-z0-9]+)\}/g, (_, name) =>
    name.endsWith('Table') ? name : `arn:aws:lambda:eu-west-1:123456789012:function:${name}`);
}

async function opinions(text, name) {
  const found = [];
  const { isValid, errors } = (validate.default ?? validate)(JSON.parse(text), { checkPaths: true, checkArn: true });
  if (!isValid) {
    errors.forEach(error => found.push(`asl-validator: ${JSON.stringify(error)}`));
  }
  const document = TextDocument.create(`file:///${name}`, 'asl', 1, text);
  const json = service.parseJSONDocument(document);
  for (const each of await service.doValidation(document, json, { schemaValidation: 'error' })) {
    found.push(`language service: line ${each.range.start.line + 1}: ${each.message}`);
  }
  return found;
}

function definitions(folder) {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.asl.json'))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function main(folders) {
  const files = folders.flatMap(definitions);
  let wrong = 0;
  for (const file of files) {
    const found = await opinions(substituted(fs.readFileSync(file, 'utf8')), path.basename(file));
    wrong += found.length > 0 ? 1 : 0;
    found.forEach(each => console.log(`${file}: ${each}`));
  }
  // A validator that finds nothing wrong with anything is no opinion.
  const broken = substituted(fs.readFileSync(files[0], 'utf8')).replace(/"Next": "[^"]*"/, '"Next": "Nowhere"');
  const seen = await opinions(broken, 'broken');
  const both = ['asl-validator', 'language service'].every(who => seen.some(each => each.startsWith(who)));
  console.log(`asl validators: ${files.length - wrong} of ${files.length} definitions pass both; a broken one is ${both ? 'refused by both' : 'NOT REFUSED BY BOTH'}`);
  process.exit(wrong === 0 && both && files.length > 0 ? 0 : 1);
}

main(process.argv.slice(2));
