// The entry of every npm script: `node lib/setup/run.cjs <name of a file beside this one> [arguments]`. Written so that a Node of any age can read it:
// one that is too old says so in a sentence instead of failing on syntax it does not know.
var NODE_MAJOR_MIN = 20;
var version = process.versions.node;

if (Number(version.split('.')[0]) < NODE_MAJOR_MIN) {
  process.stderr.write(
    'Derin needs Node ' +
      NODE_MAJOR_MIN +
      ' or newer; this is Node ' +
      version +
      '. Install a newer Node and run the same command again.\n',
  );
  process.exitCode = 1;
} else {
  import('./' + process.argv.splice(2, 1)[0] + '.mjs');
}
