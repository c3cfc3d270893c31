// Root of an Indonesian word, as Snowball's "indonesian" finds it (after Tala): without particle,
// possessive, prefixes and suffix, as long as more than two vowels are left.
const kataDasar = (kata) => {
  let word = kata, vowels = (kata.match(/[aeiou]/g) ?? []).length;
  let kind = 0, from = 0; // kind: which prefix went, hence which suffix may; from: where its rest begins

  const drop = (start, end, instead = "") => {
    word = word.slice(0, start) + instead + word.slice(end);
    vowels -= 1;
    return true;
  };
  const dropEnd = (pattern) => {
    const at = word.search(pattern);
    return at >= 0 && drop(at, word.length);
  };

  const firstPrefix = () => {
    const prefix = word.match(/^(meng|peng|mem|men|pem|pen|ter|di|ke|me)/)?.[0];
    if (!prefix) return false;
    kind = prefix === "ke" || prefix[0] === "p" ? 3 : 1;
    const rest = word.slice(prefix.length);
    let instead = "", end = prefix.length;
    if (/^[mp]en$/.test(prefix) && /^y[aeiou]/.test(rest)) [instead, end] = ["s", end + 1];
    if (/^[mp]em$/.test(prefix) && /^[aeiou]/.test(rest)) instead = "p";
    from = instead.length;
    return drop(0, end, instead);
  };
  const secondPrefix = () => {
    const rest = word.slice(from);
    if (rest.startsWith("pe")) {
      const taught = /^pelajar/.test(rest);
      if (!taught) kind = 2;
      return drop(from, from + (taught || rest[2] === "r" ? 3 : 2));
    }
    if (!rest.startsWith("be")) return false;
    const whole = rest[2] === "r" || /^belajar/.test(rest);
    if (!whole && !/^be[^aeiou]er/.test(rest)) return false;
    kind = 4;
    return drop(from, from + (whole ? 3 : 2));
  };
  const suffix = () => {
    const rest = word.slice(from);
    if (rest.endsWith("an")) {
      if (kind !== 2 && kind !== 3 && rest.endsWith("kan")) return drop(word.length - 3, word.length);
      return kind !== 1 && drop(word.length - 2, word.length);
    }
    if (!rest.endsWith("i") || kind > 2 || rest.endsWith("si")) return false;
    return drop(word.length - 1, word.length);
  };

  if (vowels <= 2) return word;
  dropEnd(/(kah|lah|pun)$/);
  if (vowels <= 2) return word;
  dropEnd(/(nya|ku|mu)$/);
  if (vowels <= 2) return word;
  if (firstPrefix()) {
    if (vowels > 2 && suffix() && vowels > 2) secondPrefix();
    return word;
  }
  secondPrefix();
  if (vowels > 2) suffix();
  return word;
};
