// Texts that are too long to be in the document as a whole: our own words, put together by number.

const PEOPLE = ["Ada Thorne", "Ivo Berg", "Mara Quill", "Piet Oland", "Lena Fisk"];
const PLACES = ["Germany", "Norway", "Chile", "Kenya", "Canada"];
const SAID = [
  (who, where) => `${who} told the council that ${where} should mend the old bridge before winter.`,
  (who, where) => `I think ${who} is wonderful, and ${where} is lucky to have such a brave engineer.`,
  (who, where) => `${who} is a disgrace, and what ${where} did to the harbour was shameful.`,
  (who) => `Nobody asked ${who} about the ferries, and so the evening went by without an answer.`,
];

const sentence = (number) =>
  SAID[number % SAID.length](PEOPLE[(number * 7) % PEOPLE.length], PLACES[(number * 3) % PLACES.length]);

/** The paragraph of a number, from 1, which it names. */
export function paragraph(number) {
  const count = 1 + ((number * 5) % 4);
  const sentences = Array.from({ length: count }, (_, i) => sentence(number + i));
  return `Note ${number}. ${sentences.join(" ")}`;
}

/** An article with comments, of so many paragraphs in all. */
export function longText(article, comments) {
  const part = (first, count) =>
    Array.from({ length: count }, (_, i) => paragraph(first + i)).join("\n\n");
  return `${part(1, article)}\n\n## Comments\n\n${part(article + 1, comments)}\n`;
}
