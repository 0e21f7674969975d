// node editor.js WORKSPACE FILE: opens a file as an editor would and prints what the language server says of it.
// A `|` in the file is where completion is asked for; it is not part of the text.
const {spawn} = require('child_process');
const fs = require('fs');
const path = require('path');
const {pathToFileURL} = require('url');

const workspace = path.resolve(process.argv[2]);
const file = path.join(workspace, process.argv[3]);
const uri = pathToFileURL(file).href;
const settings = JSON.parse(fs.readFileSync(path.join(workspace, '.vscode', 'settings.json')));
const schemas = {};
for (const [schema, patterns] of Object.entries(settings['yaml.schemas'])) {
  schemas[pathToFileURL(path.join(workspace, schema)).href] = patterns;
}
const yaml = {validate: true, completion: true, hover: true, schemas, schemaStore: {enable: false}};

const server = spawn(process.execPath, [require.resolve('yaml-language-server/bin/yaml-language-server'), '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = new Map();
let configured;
let diagnosed;
let number = 0;
let buffer = Buffer.alloc(0);

function send(message) {
  const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

function ask(method, params) {
  return new Promise((done) => {
    answers.set(++number, done);
    send({id: number, method, params});
  });
}

function receive(message) {
  if (message.method === 'workspace/configuration') {
    send({id: message.id, result: message.params.items.map((item) => (item.section === 'yaml' ? yaml : {}))});
    configured();
  } else if (message.method === 'textDocument/publishDiagnostics') {
    diagnosed(message.params.diagnostics);
  } else if (message.method !== undefined && message.id !== undefined) {
    send({id: message.id, result: null});
  } else if (answers.has(message.id)) {
    answers.get(message.id)(message.result);
  }
}

server.stdout.on('data', (data) => {
  buffer = Buffer.concat([buffer, data]);
  for (;;) {
    const head = buffer.indexOf('\r\n\r\n');
    const length = head < 0 ? NaN : Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head))[1]);
    if (!(buffer.length >= head + 4 + length)) {
      return;
    }
    const message = JSON.parse(buffer.subarray(head + 4, head + 4 + length));
    buffer = buffer.subarray(head + 4 + length);
    receive(message);
  }
});

async function main() {
  const marked = fs.readFileSync(file, 'utf8');
  const before = marked.slice(0, Math.max(0, marked.indexOf('|'))).split('\n');
  const folder = {uri: pathToFileURL(workspace).href, name: 'workspace'};
  const ready = new Promise((done) => (configured = done));
  const diagnostics = new Promise((done) => (diagnosed = done));
  await ask('initialize', {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: [folder],
    capabilities: {workspace: {configuration: true}},
  });
  send({method: 'initialized', params: {}});
  send({method: 'workspace/didChangeConfiguration', params: {settings: {yaml}}});
  await ready;
  const text = marked.replace('|', '');
  send({method: 'textDocument/didOpen', params: {textDocument: {uri, languageId: 'yaml', version: 1, text}}});
  for (const one of await diagnostics) {
    console.log(`${one.range.start.line + 1}: ${one.message}`);
  }
  const position = {line: before.length - 1, character: before[before.length - 1].length};
  const offered = await ask('textDocument/completion', {textDocument: {uri}, position});
  console.log('offered: ' + (offered.items || offered).map((item) => item.label).join(' '));
  server.kill();
}

main();
