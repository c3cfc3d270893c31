"""Words of a report and of its annexes, cut down so that forms of one word meet.

``ditargetkan`` and ``target``, ``pengangguran`` and ``penganggur`` have to count as one; what the
trade calls by two names (pagu, alokasi, anggaran) as well. No word of an office is known here.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+|[%<>]")
_SUFFIXES = re.compile(r"(?:nya|kan|an|lah)$")
_PREFIXES = re.compile(r"^(?:ter|ber|di|ke|se|men[gy]?|mem|me|pen[gy]?|pem|per|pe)(?=[a-z]{4})")
_SHORTEST = 4  # letters that a word keeps
_STOP = """
ada adalah agar akan antara apabila atas atau bagi bahwa baik-baik banyak bawah bila bisa dalam
dan dapat dari dengan di diatas dibandingkan hal ini itu jika juga kali karena kata ke kemudian
kepada lain maka masih masing mencapai menjadi menurut no nomor oleh pada para per perihal saat
sampai sd se sebagai sebanyak sebesar secara sedangkan sehingga sejak selama serta seperti setiap
sudah suatu telah terhadap tersebut tiap untuk yaitu yakni yang rp berikut dimana hasil
berdasarkan data tabel tahun kinerja uraian
"""
STOP = frozenset(_STOP.split())
_SAME = {
    "pagu": "anggar",
    "alokasi": "anggar",
    "alok": "anggar",
    "saldo": "sisa",
    "serap": "%",
    "persen": "%",
    "persentase": "%",
    "prosentase": "%",
    "presentasi": "%",
    "presentase": "%",
    "percent": "%",
    "pria": "laki",
    "lelaki": "laki",
    "total": "jumlah",
    "banyaknya": "jumlah",
    "keseluruhan": "jumlah",
    "sejumlah": "jumlah",
    "terealisasi": "realisasi",
    "terealisir": "realisasi",
    "kenaikan": "ubah",
    "peningkatan": "ubah",
    "penurunan": "ubah",
    "pertumbuhan": "ubah",
    "wanita": "perempuan",
}


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without prefix and suffix, and by the first of its names.

    >>> stem("ditargetkan"), stem("target"), stem("terealisasi"), stem("realisasi"), stem("pagu")
    ('target', 'target', 'realisasi', 'realisasi', 'anggar')
    >>> stem("pengangguran") == stem("penganggur"), stem("banyaknya")
    (True, 'jumlah')
    """
    if word in _SAME:
        return _SAME[word]
    bare = _PREFIXES.sub("", word)
    cut = _SUFFIXES.sub("", bare)
    found = cut if len(cut) >= _SHORTEST else bare
    return _SAME.get(found, found)


def tokens(text: str) -> list[str]:
    """The words of a text that tell something, cut down by `stem`, without numbers.

    >>> tokens("Realisasi Tahun 2019 sebesar 23,48% dari target")
    ['realisasi', '%', 'target']
    """
    return [stem(word) for word in _WORD.findall(text.casefold()) if word not in STOP]


def words_of(texts: Iterable[str]) -> dict[str, float]:
    """The words of some texts, each once, all of the same weight."""
    return {word: 1.0 for text in texts for word in tokens(text)}


def years_in(text: str) -> list[int]:
    """Years that a text names, in order.

    >>> years_in("RPJMD 2016-2021, Rp 2.019")
    [2016, 2021]
    """
    return [int(y) for y in re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)", text)]
