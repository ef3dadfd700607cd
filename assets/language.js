// Chooses the language that the page is shown in, and sends for its words: the one that the reader
// chose before, else the first that the browser asks for, else the first of the list. The build writes
// the list into the root element: a file and what the language calls itself, for each. It runs before
// anything is shown, so it also says what can be: in which colours, whether the first text at all.
{
  const root = document.documentElement;
  const files = root.dataset.languages.split(",").map((each) => each.split(" ")[0]);
  const fileOf = (code) => files.find((file) => file.startsWith(`${code}-`));

  const recall = (name) => {
    try {
      return localStorage.getItem(`stancelight-${name}`);
    } catch {
      return null; // Storage is refused.
    }
  };
  const kept = recall("language");
  const wished = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  const code = [kept, ...wished].find(fileOf);

  const words = async (file) => {
    const response = await fetch(`strings/${file}.txt`);
    if (!response.ok) throw new Error(`${file} could not be loaded`);
    const text = await response.text();
    root.lang = file.slice(0, file.lastIndexOf("-"));
    return text;
  };

  // What is shown before the app is there depends on these.
  const theme = recall("theme");
  if (theme) root.dataset.theme = theme;
  if (location.hash.length > 2) root.dataset.linked = "";
  else if (!(recall("hints") >= 3)) root.dataset.hints = "";

  /** The words, for the app, which shows nothing before they are there. */
  self.words = words(fileOf(code) ?? files[0]).catch(() => words(files[0]));
}
