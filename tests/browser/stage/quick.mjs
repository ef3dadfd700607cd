// Pages on which only the quick reading is shown.

/**
 * Says on every page of a profile, before the page begins, that the reader does not want the deep
 * reading: it would come in the place of what most tests are about, whenever it is done.
 */
export function quickOnly() {
  try {
    localStorage.setItem("stancelight-deep", "off");
  } catch {
    // Storage is refused.
  }
}
