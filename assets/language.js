// Chooses the language that the page is shown in, and sends for its words: the one that the reader
// chose before, else the first that the browser asks for, else the first of the list. The build writes
// the list into the root element: a file and what the language calls itself, for each.
{
  const root = document.documentElement;
  const files = root.dataset.languages.split(",").map((each) => each.split(" ")[0]);
  const fileOf = (code) => files.find((file) => file.startsWith(`${code}-`));

  let kept = null;
  try {
    kept = localStorage.getItem("stancelight-language");
  } catch {
    // Storage is refused.
  }
  const wished = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  const code = [kept, ...wished].find(fileOf);

  const words = async (file) => {
    const response = await fetch(`strings/${file}.txt`);
    if (!response.ok) throw new Error(`${file} could not be loaded`);
    const text = await response.text();
    root.lang = file.slice(0, file.lastIndexOf("-"));
    return text;
  };

  /** The words, for the app, which shows nothing before they are there. */
  self.words = words(fileOf(code) ?? files[0]).catch(() => words(files[0]));
}
