// node run.mjs ERRAND.json: prints the report of the walk.
import { readFile } from "node:fs/promises";
import { walk } from "./dist/walk.js";

console.log(JSON.stringify(await walk(JSON.parse(await readFile(process.argv[2], "utf8")))));
