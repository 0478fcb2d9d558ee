// Writes the CycloneDX bill of material of the browser libraries, from the lock file alone, so that the same lock file
// always gives the same bytes. Usage: node listBrowserLibraries.mjs <package-lock.json> <output>
import { readFileSync, writeFileSync } from "node:fs";

const [lockFile, output] = process.argv.slice(2);
const { packages } = JSON.parse(readFileSync(lockFile, "utf8"));

const components = Object.entries(packages)
  .filter(([path, entry]) => path !== "" && !entry.dev)
  .map(([path, entry]) => component(entry.name ?? path.replace(/^.*node_modules\//, ""), entry));

// One version of a library may lie in several folders.
const once = new Map(components.map((library) => [library.purl, library]));

writeFileSync(output, JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: { type: "application", name: "pilotage-browser-libraries" } },
  components: [...once.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
}, null, 1) + "\n");

function component(name, { version, license, integrity }) {
  const [algorithm, digest] = integrity.split("-", 2);
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    hashes: [{ alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(digest, "base64").toString("hex") }],
    licenses: license === undefined ? [] : [licence(license)],
    purl,
  };
}

function licence(said) {
  return said.startsWith("SEE ") ? { license: { name: said } }
    : /[ (]/.test(said) ? { expression: said }
    : { license: { id: said } };
}
