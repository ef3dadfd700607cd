// Holds every annotation of the files that are named against the Web Annotation data model.
import { readFileSync } from "node:fs";

import valid from "validate-web-annotation";

let count = 0;
for (const path of process.argv.slice(2)) {
  const collection = JSON.parse(readFileSync(path, "utf8"));
  const { total, first } = collection;
  if (collection.type !== "AnnotationCollection" || first.type !== "AnnotationPage" || total !== first.items.length) {
    throw new Error(`${path}: no collection with one page`);
  }
  for (const item of first.items) {
    count += 1;
    if (!valid({ "@context": collection["@context"], ...item })) throw new Error(`${path}: ${JSON.stringify(item)}`);
  }
}
console.log(count);
