// Sections that hold every word or number asked for, best first, each with the words around it.
document.addEventListener("DOMContentLoaded", () => {
  const most = 50, around = 90, wordOrNumber = /\d[\d.,]*\d|\d|\p{L}[\p{L}\d]*/gu;
  const parts = (text) => [...text.toLowerCase().matchAll(wordOrNumber)];
  const isNumber = (word) => /^\d/.test(word);

  // a number is found as it is printed, a word by its root or by how it begins
  const asked = (word) => {
    const root = kataDasar(word);
    return isNumber(word)
      ? (other) => other === word
      : (other) => !isNumber(other) && (kataDasar(other) === root || (word.length > 2 && other.startsWith(word)));
  };

  const look = (section, tests) => {
    const [address, title, page, text] = section;
    const inTitle = parts(title).map((found) => found[0]), inText = parts(text);
    const places = tests.map((test) => inText.filter((found) => test(found[0])));
    const titled = tests.map((test) => inTitle.some(test));
    if (!places.every((found, i) => found.length || titled[i])) return null;
    const weight = titled.filter(Boolean).length * 20 + places.reduce((sum, found) => sum + Math.min(found.length, 9), 0);
    return { address, title, page, text, places: places.flat().sort((a, b) => a.index - b.index), weight };
  };

  const snippet = ({ text, places }) => {
    const told = document.createElement("p");
    const start = Math.max(0, (places[0]?.index ?? 0) - around);
    const begin = start && text.indexOf(" ", start) + 1;
    const end = begin + 2.5 * around < text.length ? text.lastIndexOf(" ", begin + 2.5 * around) : text.length;
    let at = begin;
    told.append(begin ? "… " : "");
    for (const found of places.filter((one) => one.index >= begin && one.index + one[0].length <= end)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(found.index, found.index + found[0].length);
      told.append(text.slice(at, found.index), mark);
      at = found.index + found[0].length;
    }
    told.append(text.slice(at, end), end < text.length ? " …" : "");
    return told;
  };

  const entry = (hit) => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = hit.address;
    link.textContent = hit.title === hit.page ? hit.title : `${hit.page} › ${hit.title}`;
    item.append(link, snippet(hit));
    return item;
  };

  const query = new URLSearchParams(location.search).get("q") ?? "";
  const words = [...new Set(parts(query).map((found) => found[0]))];
  document.querySelector(".lkj-cari input").value = query;
  if (!words.length) return;
  const tests = words.map(asked);
  const hits = isiSitus.map((section) => look(section, tests)).filter(Boolean);
  hits.sort((a, b) => b.weight - a.weight);
  const many = hits.length > most ? `${most} pertama dari ${hits.length} bagian` : `${hits.length} bagian`;
  document.getElementById("lkj-cari-banyak").textContent = hits.length
    ? `${many} memuat “${query}”.`
    : `Tidak ada bagian yang memuat “${query}”. Angka dicari seperti tercetak, misalnya 5,06.`;
  document.getElementById("lkj-cari-hasil").append(...hits.slice(0, most).map(entry));
});
