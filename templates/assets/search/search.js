// Finds things in the archive: reads the files beside this page that a build made for it, then the pages that they name.
//
// An index of pairs of neighbouring characters says which documents may hold what is searched for; records say what
// they are called. Before a result is shown, its own page is read: it has to hold the words, and gives the extract.
const form = document.querySelector("form[data-settings]");
const settings = JSON.parse(form.dataset.settings);
const input = form.querySelector("input");
const status = document.querySelector(".search-status");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");
const help = document.querySelector(".search-help");
const ownTitle = document.title;

const RESULTS_AT_ONCE = 20;
// Pages that are read for one step of results, so that words which never stand together do not load the archive.
const PAGES_AT_ONCE = 100;
const PAIRS_OF_A_WORD = 12;
const KINDS = {
  organization: "組織",
  tag: "タグ",
  incident: "事件",
  notice: "公表文",
  article: "記事",
  page: "ページ",
};

// Of others, names say enough where they hold all words: the page of a case may have hundreds of notices.
const PAGES_WITH_EXTRACT = new Set(["notice", "article", "page"]);

class Outdated extends Error {}

// Folding: the same as SearchFolding does when the index is built.

const letters = [...settings.variants];
const variants = new Map(letters.flatMap((letter, i) => (i % 2 ? [] : [[letter, letters[i + 1]]])));
const anyVariant = new RegExp([...variants.keys()].join("|"), "gu");

function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(anyVariant, (letter) => variants.get(letter))
    .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, " ");
}

// The folded text, and for each of its units the place in the text that it comes from.
function foldWithPlaces(text) {
  let folded = "";
  const places = [];
  for (const { 0: piece, index } of text.matchAll(/\s+|[^][\u3099\u309a\uff9e\uff9f]?/gu)) {
    const part = fold(piece);
    folded += part;
    for (let i = 0; i < part.length; i += 1) places.push(index);
  }
  places.push(text.length);
  return { folded, places };
}

// Queries: words that must all be there; a text in quotation marks is one word.

function wordsOf(query) {
  const parts = fold(query).replace(/[“”„]/g, '"').matchAll(/"([^"]*)"?|([^\s"]+)/g);
  const words = [...parts].map(([, phrase, word]) => asWord((phrase ?? word).trim()));
  return words.filter((word) => word.runs.length > 0);
}

function asWord(text) {
  const number = /^#?(\d{4})[-ー](\d{3,9})$/.exec(text);
  const sought = number ? `${number[1]}-${number[2]}` : text;
  const runs = sought.match(/[\p{Alphabetic}\p{N}]+/gu) ?? [];
  const pattern = sought.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  return {
    runs,
    keys: keysOf(runs, number),
    // A single character is looked for in names alone: in texts, nearly everything has it.
    isSingle: runs.every((run) => run.length === 1),
    // A case number is no part of a longer one.
    pattern: new RegExp(number ? `(?<!\\d)${pattern}(?!\\d)` : pattern, "g"),
  };
}

// What the digits before a dash have added to them in the index, so that a case number is more than two numbers.
const BEFORE_DASH = 0xe000;

function keysOf(runs, number) {
  const keys = new Set();
  if (number) keys.add((BEFORE_DASH + number[1].charCodeAt(3)) * 0x10000 + number[2].charCodeAt(0));
  for (const run of runs) {
    for (let i = 0; i + 1 < run.length; i += 1) {
      keys.add(run.charCodeAt(i) * 0x10000 + run.charCodeAt(i + 1));
    }
  }
  if (keys.size === 0 && runs.length > 0) keys.add(runs[0].charCodeAt(0) * 0x10000);
  const step = Math.max(1, keys.size / PAIRS_OF_A_WORD);
  const all = [...keys];
  return Array.from({ length: Math.min(all.length, PAIRS_OF_A_WORD) }, (_, i) => all[Math.floor(i * step)]);
}

function holds(text, word) {
  return text.search(word.pattern) >= 0;
}

// Reading: each file once.

const loaded = new Map();

function load(address, read) {
  if (!loaded.has(address)) {
    const answer = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return read(response);
    });
    answer.catch(() => loaded.delete(address));
    loaded.set(address, answer);
  }
  return loaded.get(address);
}

function loadPart(name, read) {
  return load(`${settings.folder}${name}?v=${settings.version}`, read);
}

function shardOf(key) {
  return settings.shardBits ? Math.imul(key, 0x9e3779b1) >>> (32 - settings.shardBits) : 0;
}

// The pairs of a shard by their keys, each with two lists of documents: names, texts. SearchIndex says how they are written.
async function readPairs(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const pairs = new Map();
  const place = { at: 0 };
  const readList = () => {
    const length = readNumber(bytes, place);
    const start = place.at;
    place.at += length >> 1;
    return { isBitmap: length % 2 === 1, bytes: bytes.subarray(start, place.at) };
  };
  for (let key = 0; place.at < bytes.length; ) {
    key += readNumber(bytes, place);
    pairs.set(key, [readList(), readList()]);
  }
  return pairs;
}

function readNumber(bytes, place) {
  let number = 0;
  for (let unit = 1; ; unit *= 128) {
    const byte = bytes[place.at];
    place.at += 1;
    number += (byte & 127) * unit;
    if (byte < 128) return number;
  }
}

function forEachDocument({ isBitmap, bytes }, use) {
  if (isBitmap) {
    for (let i = 0; i < bytes.length * 8; i += 1) if ((bytes[i >> 3] >> (i & 7)) & 1) use(i);
    return;
  }
  const place = { at: 0 };
  for (let document = 0; place.at < bytes.length; ) {
    document += readNumber(bytes, place);
    use(document);
  }
}

async function recordOf(number) {
  const run = Math.floor(number / settings.recordsPerFile);
  const { version, records } = await loadPart(`records/${run}.json`, (response) => response.json());
  if (version !== settings.version) throw new Outdated();
  return records[number % settings.recordsPerFile];
}

// Finding: the documents that may hold all words, those with the most words in their names first; the numbers of
// documents are such that the newest come first.

const IN_NAMES = 1;
const IN_TEXTS = 2;

// For each document where it has a pair.
async function placesOf(key) {
  const pairs = await loadPart(`pairs/${shardOf(key)}.bin`, readPairs);
  const places = new Uint8Array(settings.documents);
  const [names, texts] = pairs.get(key) ?? [];
  if (names) forEachDocument(names, (document) => (places[document] |= IN_NAMES));
  if (texts) forEachDocument(texts, (document) => (places[document] |= IN_TEXTS));
  return places;
}

// How many words each document may have in its names; -1 where it lacks a word.
async function scores(words) {
  const scores = new Int8Array(settings.documents);
  const areAllSingle = words.every((word) => word.isSingle);
  for (const word of words) {
    const all = await Promise.all(word.keys.map(placesOf));
    for (let document = 0; document < scores.length; document += 1) {
      if (scores[document] < 0) continue;
      if (all.every((places) => places[document] & IN_NAMES)) scores[document] += 1;
      else if (word.isSingle ? areAllSingle : !all.every((places) => places[document])) scores[document] = -1;
    }
  }
  return scores;
}

async function candidatesFor(words) {
  const found = await scores(words);
  const documents = Array.from(found.keys()).filter((document) => found[document] >= 0);
  return documents.sort((left, right) => found[right] - found[left] || left - right);
}

// Looking: a candidate is a result when its names and its page hold every word.

async function readPage(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const main = page.querySelector("main") ?? page.body;
  for (const element of main.querySelectorAll("nav, script, noscript")) element.remove();
  const description = page.querySelector("meta[name=description]")?.content ?? "";
  const blocks = [...main.querySelectorAll("p, li, td, blockquote, pre, h2, h3, h4")]
    .filter((block) => !block.closest("header, [data-nosnippet]") && !block.querySelector("p, li"))
    .map((block) => block.textContent.trim().replace(/\s+/g, " "));
  return { description, blocks, text: fold(`${description} ${main.textContent}`) };
}

async function look(document, words) {
  const record = await recordOf(document);
  const { title, publisher = "", numbers = [], aliases = [] } = record;
  const names = fold([title, publisher, ...numbers, ...aliases].join(" | "));
  if (!PAGES_WITH_EXTRACT.has(record.kind) && words.every((word) => holds(names, word))) {
    return { record, extract: "" };
  }
  // A page that cannot be read now may hold the words: it is shown without an extract.
  const page = await load(`${settings.base}${record.url}`, readPage).catch(() => null);
  if (!page) return { record, extract: "" };
  const text = `${names} | ${page.text}`;
  return words.every((word) => holds(text, word)) ? { record, extract: extractOf(page, words) } : null;
}

// The block of the page that holds the most words, else what the page says of itself.
function extractOf({ blocks, description }, words) {
  let best = { block: description, count: 0 };
  for (const block of blocks) {
    const folded = fold(block);
    const count = words.filter((word) => holds(folded, word)).length;
    if (count > best.count) best = { block, count };
  }
  return best.block;
}

// Showing.

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

// The ranges of a text that words stand on, in order and apart.
function rangesOf(text, words) {
  const { folded, places } = foldWithPlaces(text);
  const ranges = words.flatMap((word) =>
    [...folded.matchAll(word.pattern)].map(({ 0: hit, index }) => {
      let end = index + hit.length;
      while (end < places.length - 1 && places[end] === places[end - 1]) end += 1;
      return [places[index], places[end]];
    }),
  );
  ranges.sort((left, right) => left[0] - right[0]);
  return ranges.filter(([start], i) => i === 0 || start >= ranges[i - 1][1]);
}

function marked(text, words) {
  const nodes = [];
  let end = 0;
  for (const [start, next] of rangesOf(text, words)) {
    nodes.push(text.slice(end, start), element("mark", "", text.slice(start, next)));
    end = next;
  }
  return [...nodes, text.slice(end)];
}

// What of a long text is shown: some 130 characters about the first word.
function shortened(text, words) {
  const length = 130;
  if (text.length <= length) return text;
  const first = rangesOf(text, words)[0]?.[0] ?? 0;
  const start = first < 60 ? 0 : first - 30;
  const end = Math.min(text.length, start + length);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

function link(address, ...content) {
  const made = element("a", "", ...content);
  made.href = `${settings.base}${address}`;
  return made;
}

function dateOf({ date }) {
  const [year, month, day] = date.split("-").map(Number);
  const time = element("time", "", `${year}年${month}月${day}日`);
  time.dateTime = date;
  return time;
}

function itemOf({ record, extract }, words) {
  const where = element("p", "entry-date");
  if (record.date) where.append(dateOf(record), " ");
  for (const number of record.numbers ?? []) {
    const incident = link(`/incidents/${number}/`, element("span", "case", `#${number}`));
    incident.className = "case-link";
    where.append(incident, " ");
  }
  const title = element("p", "entry-title", link(record.url, ...marked(record.title, words)));
  const facts = [record.publisher, ...(record.aliases ?? []), record.notices && `公表文${record.notices}件`];
  const meta = element("p", "meta", element("span", "badge", KINDS[record.kind]), " ");
  meta.append(...marked(facts.filter(Boolean).join("、"), words));
  const what = element("div", "", title, meta);
  if (extract) what.append(element("p", "entry-summary", ...marked(shortened(extract, words), words)));
  return element("li", "", where, what);
}

// One search at a time: what an earlier one still finds is not shown.
let search = null;

function say(text) {
  status.textContent = text;
}

function summary({ query, candidates, next, shown }) {
  const isWhole = next >= candidates.length;
  const count = (isWhole ? shown : candidates.length - (next - shown)).toLocaleString("ja");
  if (isWhole && shown === 0) return `「${query}」に当てはまるものはありません。`;
  if (isWhole) return `「${query}」の検索結果：${count}件`;
  return `「${query}」の検索結果：約${count}件（うち${shown.toLocaleString("ja")}件を表示）`;
}

// Shows results until there are as many; gives the first new one.
async function show(current, count) {
  const read = current.next + PAGES_AT_ONCE;
  let first = null;
  while (current.shown < count && current.next < Math.min(current.candidates.length, read)) {
    const end = Math.min(current.next + count - current.shown, current.candidates.length, read);
    const batch = current.candidates.slice(current.next, end);
    const found = await Promise.all(batch.map((document) => look(document, current.words)));
    if (search !== current) return null;
    current.next = end;
    const items = found.filter(Boolean).map((result) => itemOf(result, current.words));
    list.append(...items);
    first ??= items[0] ?? null;
    current.shown += items.length;
  }
  more.hidden = current.next >= current.candidates.length;
  help.hidden = current.shown > 0;
  say(summary(current));
  return first;
}

function explain(error) {
  console.warn(error);
  say(
    error instanceof Outdated
      ? "アーカイブが更新されました。ページを再読み込みしてください。"
      : "検索用のデータを読み込めませんでした。通信の状態を確かめて、ページを再読み込みしてください。",
  );
}

async function start(query, count) {
  const current = { query, words: wordsOf(query), candidates: [], next: 0, shown: 0 };
  search = current;
  document.title = query ? `「${query}」の${ownTitle}` : ownTitle;
  list.replaceChildren();
  more.hidden = true;
  help.hidden = false;
  if (current.words.length === 0) return say(query ? "探す語句には、文字か数字を入れてください。" : "");
  say("探しています…");
  try {
    const candidates = await candidatesFor(current.words);
    if (search !== current) return;
    current.candidates = candidates;
    await show(current, count);
  } catch (error) {
    if (search === current) explain(error);
  }
}

function queryOfAddress() {
  return (new URL(location.href).searchParams.get("q") ?? "").trim();
}

// What the address says, with as many results as there were when the reader left.
function startFromAddress() {
  input.value = queryOfAddress();
  start(input.value, Math.max(RESULTS_AT_ONCE, history.state?.shown ?? 0));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = input.value.trim();
  const address = new URL(location.href);
  address.hash = "";
  address.searchParams.set("q", query);
  if (query !== queryOfAddress()) history.pushState(null, "", address);
  // The keyboard of a phone would stay over the results.
  if (matchMedia("(hover: none)").matches) input.blur();
  start(query, RESULTS_AT_ONCE);
});

more.addEventListener("click", async () => {
  more.hidden = true;
  try {
    const first = await show(search, search.shown + RESULTS_AT_ONCE);
    history.replaceState({ shown: search.shown }, "");
    first?.querySelector(".entry-title a").focus();
  } catch (error) {
    explain(error);
  }
});

addEventListener("popstate", () => {
  // A jump within the page is a step too.
  if (queryOfAddress() !== search.query) startFromAddress();
});
form.hidden = false;
startFromAddress();
