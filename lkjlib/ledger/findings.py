"""Findings of the ledger: statements that fail for one reason, in the order of consequence."""

from collections.abc import Iterable, Mapping

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.ledger.basis import CETAKAN_LAIN, DARI_SINI, DIHITUNG_ULANG, DINALAR
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.judge import fill, klaim, sound_tables
from lkjlib.ledger.measures import BARU, KATEGORI_LAIN, known_measures
from lkjlib.ledger.sections import address
from lkjlib.numbers.compare import (
    COCOK,
    PEMBULATAN,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    TIDAK_DIDUKUNG,
    VONIS,
)
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.finding import JAWABAN, Temuan
from lkjlib.themes.measure import Measure

_CATEGORY = "kinerja.kategori."
_HELD = {
    DIHITUNG_ULANG: "dihitung ulang dari sel lain",
    CETAKAN_LAIN: "hanya sama dengan cetakan lain",
    DINALAR: "dinalar",
    DARI_SINI: "diketik dari tempat itu sendiri (bukan ujian)",
}
_CARD = ("vonis", "banyak", "bagian", "tercetak", "dihitung", "alasan", "saran")
_COLUMNS = ("nomor", "konsekuensi", "judul", *_CARD, "mengubah_kategori")
_ALIKE = ["pernyataan", "dihitung", "vonis", "alasan", "saran"]
_WORST_FIRST = (TIDAK_COCOK, TIDAK_DIDUKUNG, PEMBULATAN, TIDAK_DAPAT_DIUJI, COCOK)
_NOT_FROM_COUNTS = (
    "Bahwa pernyataan yang tidak dapat diuji itu salah: datanya hanya tidak ada di laporan.",
    "Bahwa banyaknya pernyataan tidak cocok mengukur mutu laporan: satu sebab dapat tercetak di "
    "banyak tempat.",
    "Bahwa vonis yang dinalar sama kuatnya dengan yang dihitung; kolom dasar membedakannya.",
)


@once
def temuan_klaim(data: Data) -> pd.DataFrame:
    """Findings: statements that fail for one reason, in the order of their consequence.

    Returns
    -------
    DataFrame
        nomor, konsekuensi, judul, vonis (the worst of its statements'), banyak [statements],
        bagian (sections they stand in), tercetak, dihitung, alasan, saran (the sentence to
        print), mengubah_kategori.

    Examples
    --------
    >>> from lkjlib import load
    >>> temuan_klaim(load(2019))["konsekuensi"].value_counts().to_dict()["vonis"]
    6
    """
    ledger, known = klaim(data), known_measures(data)
    verdicts = vonis_temuan(ledger)
    titles = sound_tables(data)["klaim.Temuan"].rows
    order = {name: place for place, name in enumerate(KONSEKUENSI)}
    rows = []
    for title in titles:
        number, consequence = title["nomor"].nilai, title["konsekuensi"].nilai
        members = ledger[(ledger["temuan"] == number) & (ledger["vonis"] != COCOK)]
        if len(members):
            rows.append(
                {
                    "nomor": number,
                    "konsekuensi": consequence,
                    "judul": fill(title["judul"].nilai, known),
                    "vonis": verdicts[number],
                    **_card(members),
                    "mengubah_kategori": _changes_category(members, known, data.tahun),
                }
            )
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    return frame.sort_values(
        "konsekuensi", key=lambda column: column.map(order), kind="stable", ignore_index=True
    )


def _card(members: pd.DataFrame) -> dict:
    return {
        "banyak": len(members),
        "bagian": _joined(members["bagian"].map(address), "; "),
        "tercetak": _joined(members["tercetak"]),
        "dihitung": _joined(members["dihitung"]),
        "alasan": _joined(members["penjelasan"], " "),
        "saran": _joined(members["saran"], " · "),
    }


def worst(vonis: Iterable[str]) -> str:
    """The one verdict of several statements: that of the one that holds least.

    >>> worst(["beda pembulatan", "tidak cocok", "cocok"])
    'tidak cocok'
    """
    return min(vonis, key=_WORST_FIRST.index)


def vonis_temuan(klaim: pd.DataFrame) -> dict[int, str]:
    """The verdict of each finding of the ledger by its number, the worst of its statements'.

    Parameters
    ----------
    klaim : rows of `lkjlib.klaim`.

    Examples
    --------
    >>> vonis_temuan(pd.DataFrame({"temuan": [1, 1, None], "vonis": ["cocok", "tidak cocok", ""]}))
    {1: 'tidak cocok'}
    """
    numbered = klaim.dropna(subset="temuan").astype({"temuan": int})
    return numbered.groupby("temuan")["vonis"].agg(worst).to_dict()


def _changes_category(members: pd.DataFrame, known: Mapping[str, Measure], tahun: int) -> bool:
    """Does a category fail, or would another one follow from the printed count?"""
    if members["ukuran"].str.startswith(_CATEGORY).any():
        return True
    others = ((key.partition(".")[0], m) for key, m in known.items() if key.endswith(KATEGORI_LAIN))
    return BARU in members["ukuran"].tolist() and any(
        other.nilai != known[f"{_CATEGORY}{kode}.{tahun}"].nilai for kode, other in others
    )


def _joined(values: pd.Series, separator: str = ", ") -> str:
    return separator.join(dict.fromkeys(value for value in values if value))


def temuan(data: Data) -> tuple[Temuan, ...]:
    """The findings of the ledger as every theme gives its own: title, reasons, verdict.

    Examples
    --------
    >>> from lkjlib import load
    >>> temuan(load(2019))[0].vonis
    'tidak cocok'
    """
    rows = temuan_klaim(data).itertuples(index=False)
    return tuple(Temuan(row.judul, row.alasan, row.vonis) for row in rows)


def jawaban(data: Data) -> tuple[Temuan, ...]:
    """What the ledger says of any report: how many statements hold, what changes a verdict.

    Returns
    -------
    tuple of Temuan
        Sentences that answer, with what may and what may not be concluded from the counts.

    Examples
    --------
    >>> from lkjlib import load
    >>> jawaban(load(2019))[0].kalimat
    'Dari 733 pernyataan laporan, 114 tidak cocok, 37 tidak didukung data, 25 berbeda hanya karena
     pembulatan, 49 tidak dapat diuji dengan lampiran dan 508 cocok. Yang cocok: 269 dihitung ulang
     dari sel lain, 171 hanya sama dengan cetakan lain, 36 dinalar, 32 diketik dari tempat itu
     sendiri (bukan ujian).'
    """
    ledger = klaim(data)
    count = {name: format_angka(int((ledger["vonis"] == name).sum())) for name in VONIS}
    held, rounded, failed, unsupported, untestable = count.values()
    return (
        Temuan(
            JAWABAN,
            f"Dari {format_angka(len(ledger))} pernyataan laporan, {failed} tidak cocok, "
            f"{unsupported} tidak didukung data, {rounded} berbeda hanya karena pembulatan, "
            f"{untestable} tidak dapat diuji dengan lampiran dan {held} cocok. {_held_by(ledger)}",
            jangan=_NOT_FROM_COUNTS,
        ),
        Temuan(JAWABAN, _weightiest(temuan_klaim(data), ledger)),
        Temuan(JAWABAN, *_where(ledger)),
    )


def _held_by(ledger: pd.DataFrame) -> str:
    """On what the verdicts of the statements that hold rest; a copy is no proof."""
    counts = ledger.loc[ledger["vonis"] == COCOK, "dasar"].value_counts()
    told = [
        f"{format_angka(int(counts[name]))} {words}"
        for name, words in _HELD.items()
        if name in counts
    ]
    return f"Yang cocok: {', '.join(told)}." if told else ""


def _weightiest(findings: pd.DataFrame, ledger: pd.DataFrame) -> str:
    """From how many causes statements fail, and how many of these change a verdict."""
    if findings.empty:
        fails = ~ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])
        if fails.any():
            return "Yang gagal belum dikelompokkan menurut sebabnya pada lembar Temuan."
        return "Tidak satu pun pernyataan yang diuji gagal."
    first = findings[findings["konsekuensi"] == next(iter(KONSEKUENSI))]
    changes = format_angka(int(first["mengubah_kategori"].sum()))
    return (
        f"Yang gagal berasal dari {format_angka(len(findings))} sebab; {format_angka(len(first))} "
        f"di antaranya mengubah vonis atau kategori, {changes} di antaranya kategori capaian."
    )


def _where(ledger: pd.DataFrame) -> tuple[str, str, tuple[str, ...]]:
    """Whether tables or prose hold better: the sentence, no verdict, what may be concluded."""
    tested = ledger[ledger["vonis"] != TIDAK_DAPAT_DIUJI]
    shares = []
    for within in (tested["tabel"] != "", tested["tabel"] == ""):
        held = int((tested.loc[within, "vonis"] == COCOK).sum())
        shares.append((held, int(within.sum())))
    (in_tables, tables), (in_prose, prose) = shares
    if not (tables and prose):
        return "Yang dapat diuji semuanya di tabel atau semuanya di teks.", "", ()
    told = (
        f"Di dalam tabel {format_angka(in_tables)} dari {format_angka(tables)} yang dapat diuji "
        f"cocok ({format_persen(in_tables / tables * 100, 0)}), di teks {format_angka(in_prose)} "
        f"dari {format_angka(prose)} ({format_persen(in_prose / prose * 100, 0)})."
    )
    better, worse = (
        ("tabel", "teks") if in_tables * prose > in_prose * tables else ("teks", "tabel")
    )
    alike = in_tables * prose == in_prose * tables
    return (
        told,
        "",
        () if alike else (f"Angka di {better} laporan lebih sering cocok daripada di {worse}.",),
    )


def alike(klaim: pd.DataFrame) -> pd.DataFrame:
    """Statements that fail alike on one row, with every place where they stand.

    Parameters
    ----------
    klaim : rows of `lkjlib.klaim`.

    Returns
    -------
    DataFrame
        alamat (section, table and printed words; one a line), pernyataan, dihitung, vonis,
        alasan, saran.
    """
    places = zip(klaim["bagian"], klaim["tabel"], klaim["tercetak"], strict=True)
    rows = klaim.rename(columns={"penjelasan": "alasan"}).assign(
        alamat=[address(*place) for place in places]
    )
    grouped = rows.groupby(_ALIKE, sort=False)["alamat"].agg(lambda one: _joined(one, "\n"))
    return grouped.reset_index()[["alamat", *_ALIKE]]


def anggota_temuan(data: Data, nomor: int) -> pd.DataFrame:
    """Statements of one finding as `alike` gives them."""
    ledger = klaim(data)
    return alike(ledger[(ledger["temuan"] == nomor) & (ledger["vonis"] != COCOK)])


def alasan_temuan(data: Data) -> pd.DataFrame:
    """Findings with one reason on each row; number, consequence and title stand on all of them.

    Returns
    -------
    DataFrame
        nomor, konsekuensi, judul, and the columns of `alike`.
    """
    findings = temuan_klaim(data)[["nomor", "konsekuensi", "judul"]]
    reasons = [anggota_temuan(data, number).assign(nomor=number) for number in findings["nomor"]]
    none = anggota_temuan(data, -1).assign(nomor=findings["nomor"][:0])
    return findings.merge(pd.concat([none, *reasons]), on="nomor")
