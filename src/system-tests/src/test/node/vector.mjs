// Reads a file of the vector suite (src/custody/src/vectors/README.md).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export class Vector {
  constructor(text) {
    this.fields = [];
    const lines = text.split('\n');
    for (let at = 0; at < lines.length - 1; ) {
      const line = lines[at++];
      const colon = line.indexOf(':');
      const name = line.slice(0, colon);
      let block = '';
      while (lines[at].startsWith('> ')) block += `${lines[at++].slice(2)}\n`;
      if (block) this.fields.push([name, Buffer.from(block)]);
      else if (name.endsWith('-base64')) this.fields.push([name.slice(0, -7), Buffer.from(line.slice(colon + 2), 'base64')]);
      else this.fields.push([name, Buffer.from(line.slice(colon + 2))]);
    }
  }

  all(name) {
    return this.fields.filter(([field]) => field === name).map(([, bytes]) => bytes);
  }

  bytes(name) {
    const found = this.all(name);
    if (found.length !== 1) throw new Error(`${name} stands there ${found.length} times`);
    return found[0];
  }

  has(name) {
    return this.all(name).length > 0;
  }

  text(name) {
    return this.bytes(name).toString();
  }

  texts(name) {
    return this.all(name).map(String);
  }

  hash(name) {
    return Buffer.from(this.text(name), 'base64');
  }

  hashes(name) {
    return this.texts(name).map((text) => Buffer.from(text, 'base64'));
  }

  number(name) {
    return BigInt(this.text(name));
  }
}

/** The vectors in a folder, by name. */
export function readFolder(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt')).sort();
  return new Map(files.map((file) => [file.slice(0, -4), new Vector(readFileSync(join(folder, file), 'utf8'))]));
}
