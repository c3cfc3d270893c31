"""Findings on unemployment as sentences; every number comes from the frames."""

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.numbers.format import (
    format_angka,
    format_persen,
    format_selisih,
    sebut_bilangan,
    sebut_daftar,
    sebut_persen,
)
from lkjlib.themes.finding import Temuan
from lkjlib.themes.indikator.comparison import tabel_ii
from lkjlib.themes.tpt.analysis import DIGABUNG, TERENDAH, acuan_tpt, anatomi, jarak, ringkas
from lkjlib.themes.tpt.bench import andaikan
from lkjlib.themes.tpt.precision import (
    TIDAK_ANDAL,
    Z,
    beda_kelompok,
    galat_baku,
    jarak_teruji,
    ketelitian,
    kota,
    sebut_asumsi,
)
from lkjlib.themes.tpt.women import galat_perempuan, perempuan, titik_impas, uraian_perempuan

_DISEBUT = "Sekolah Menengah Atas"  # the class that the report calls the largest part
_DIDOMINASI = {  # are men more by number, by rate: what becomes of the report's word
    (True, False): (
        "hanya benar untuk jumlah orang",
        f"{COCOK} untuk jumlah, bukan untuk tingkat",
    ),
    (True, True): ("benar untuk jumlah orang dan untuk tingkat", COCOK),
    (False, True): ("hanya benar untuk tingkat", f"{COCOK} untuk tingkat, bukan untuk jumlah"),
    (False, False): ("tidak benar", TIDAK_COCOK),
}
_IN_ERROR = "arahnya cocok, besarnya di dalam galat survei"


def temuan(data: Data) -> tuple[Temuan, ...]:
    """Findings of sasaran 3 in the order of the notebook.

    Examples
    --------
    >>> from lkjlib import load
    >>> [t.vonis for t in temuan(load(2019))][-2:]
    ['tidak didukung data', 'tidak cocok']
    """
    return (
        _on_education(data),
        _on_lowest(data),
        _on_sex(data),
        _on_what_if(data),
        _on_national(data),
        _on_neighbours(data),
        _on_trend(data),
        _on_targets(data),
        _on_women(data),
        _on_definition(data),
    )


def _points(value: float) -> str:
    """Size of a difference in percentage points, two decimals."""
    return format_angka(abs(value), 2)


def _on_education(data: Data) -> Temuan:
    """Who is most of the unemployed, and who more than its share."""
    frame = anatomi(data, "pendidikan", gabung=True)
    top = frame.loc[frame["penganggur"].idxmax()]
    rest = frame[frame["kategori"] != top["kategori"]]
    claimed = top["kategori"] == _DISEBUT
    said = "kelas ini penyumbang terbesar" if claimed else f"{_DISEBUT} penyumbang terbesar tidak"
    return Temuan(
        _largest_title(ringkas(top["kategori"]), top),
        f"{top['kategori']}: {format_angka(top['penganggur'])} penganggur, "
        f"{format_persen(top['pangsa_penganggur'], 1)} dari semua penganggur dan "
        f"{format_persen(top['pangsa_angkatan_kerja'], 1)} dari angkatan kerja. Dari TPT kota "
        f"{format_persen(frame['kontribusi'].sum())} kelompok ini menyumbang "
        f"{_points(top['kontribusi'])} poin; tingkatnya sendiri {format_persen(top['tpt'])}, "
        f"{format_angka(abs(top['kelebihan']))} orang di "
        f"{'atas' if top['kelebihan'] > 0 else 'bawah'} jumlah menurut rata-rata kota. Kelas "
        f"lain paling tinggi {format_persen(rest['tpt'].max())}. Pernyataan laporan bahwa "
        f"{said} sesuai data.",
        COCOK if claimed else TIDAK_COCOK,
    )


def _largest_title(name: str, row: pd.Series) -> str:
    force, jobless = row["pangsa_angkatan_kerja"], row["pangsa_penganggur"]
    if 100 / 3 < force < 40 and 45 < jobless < 55:
        return f"Lulusan {name} lebih dari sepertiga angkatan kerja, tetapi separuh penganggur."
    share = "lebih besar" if jobless > force else "tidak lebih besar"
    return f"Penganggur terbanyak lulusan {name}, {share} daripada bagiannya di angkatan kerja."


def _on_lowest(data: Data) -> Temuan:
    """Why the two lowest classes are joined."""
    split = ketelitian(anatomi(data, "pendidikan")).set_index("kategori").loc[list(TERENDAH)]
    joined = anatomi(data, "pendidikan", gabung=True).set_index("kategori").loc[DIGABUNG]
    first, second = split.iloc[0], split.iloc[1]
    same = first["bekerja"] == second["bekerja"]
    weak = same or TIDAK_ANDAL in set(split["tanda"])
    return Temuan(
        "Dua kelas pendidikan terendah tidak layak dibandingkan satu sama lain."
        if weak
        else "Dua kelas pendidikan terendah dapat dibandingkan bila sampelnya sebesar asumsi.",
        f"TPT tercatat {format_persen(first['tpt'])} untuk yang belum tamat SD dan "
        f"{format_persen(second['tpt'])} untuk lulusan SD{', padahal' if same else ';'} angkatan "
        "kerja dikurangi penganggur memberi jumlah yang bekerja "
        f"{'persis sama' if same else 'berbeda'} di kedua kelas: "
        f"{format_angka(first['bekerja'])} dan {format_angka(second['bekerja'])} orang. RSE "
        f"keduanya {format_persen(first['rse'], 0)} dan {format_persen(second['rse'], 0)} "
        f"({sebut_asumsi()}). Digabung, TPT-nya {format_persen(joined['tpt'])}.",
        TIDAK_DAPAT_DIUJI if weak else "perhitungan dengan asumsi sampel",
    )


def _on_sex(data: Data) -> Temuan:
    """Counts against rates."""
    frame = anatomi(data, "jenis_kelamin").set_index("kategori")
    men, women = frame.loc["Laki-laki"], frame.loc["Perempuan"]
    pair = beda_kelompok(data, "jenis_kelamin", "Perempuan", "Laki-laki").iloc[0]
    less = men["pangsa_penganggur"] < men["pangsa_angkatan_kerja"]
    more, higher = men["penganggur"] > women["penganggur"], men["tpt"] > women["tpt"]
    many, high = ("laki-laki" if is_men else "perempuan" for is_men in (more, higher))
    says, verdict = _DIDOMINASI[bool(more), bool(higher)]
    return Temuan(
        f"Penganggur {many} lebih banyak orangnya{' dan' if many == high else f', {high}'} lebih "
        "tinggi tingkatnya.",
        f"Laki-laki {format_angka(men['penganggur'])} orang, perempuan "
        f"{format_angka(women['penganggur'])} orang; {'tetapi ' if less else ''}laki-laki "
        f"{format_persen(men['pangsa_angkatan_kerja'], 1)} angkatan kerja dan "
        f"{'hanya ' if less else ''}{format_persen(men['pangsa_penganggur'], 1)} penganggur. TPT "
        f"perempuan {format_persen(women['tpt'])}, laki-laki {format_persen(men['tpt'])}: selisih "
        f"{_points(pair['selisih'])} poin, rasio {format_angka(pair['rasio'], 2)}; "
        f"batas galat selisih itu ±{_points(pair['margin'])} poin ({sebut_asumsi()}). Kata "
        f"“didominasi laki-laki” {says}.",
        verdict,
    )


def _on_what_if(data: Data) -> Temuan:
    """Women at men's rate."""
    scenario = andaikan(data, "jenis_kelamin", "Perempuan", "Laki-laki")
    national = acuan_tpt(data).set_index("acuan")["nilai"]["RPJMN 2019"]
    side = "di bawah" if scenario.tpt_kota_andaian < national else "di atas"
    return Temuan(
        f"Bila tingkat perempuan sama dengan laki-laki, TPT kota berada {side} acuan nasional.",
        f"{scenario.kalimat} Itu {side} acuan nasional {sebut_persen(national)}.",
        "perhitungan, bukan ramalan",
    )


def _on_national(data: Data) -> Temuan:
    """The city against the national reference."""
    row = jarak_teruji(data).set_index("acuan").loc["RPJMN 2019"]
    own = kota(data).iloc[0]
    needed, force = round(row["n_perlu"], -4), own["angkatan_kerja"]
    more = "lebih" if needed > force else "kurang"
    passed = "terlewat" if row["selisih"] > 0 else "tidak terlewat"
    title = f"Acuan nasional {passed}, di dalam ketelitian surveinya."
    if row["melebihi"]:
        title = f"Acuan nasional {passed}, di luar galat surveinya."
    elif row["selisih"] > 0 and needed > force:
        title = "Acuan nasional terlewat tipis, jauh di bawah ketelitian surveinya."
    return Temuan(
        title,
        f"TPT {format_persen(own['tpt'])} lawan {sebut_persen(row['nilai'])}: selisih "
        f"{_points(row['selisih'])} poin, sama dengan {format_angka(abs(row['orang']))} orang. "
        f"Rentang 95 % kota {format_angka(own['bawah'], 1)}–{format_persen(own['atas'], 1)} "
        f"({sebut_asumsi()}); supaya selisih sekecil itu tampak, perlu sampel sekitar "
        f"{format_angka(needed)} orang, {more} dari angkatan kerja kota "
        f"({format_angka(force)} orang).",
        COCOK if row["melebihi"] else _IN_ERROR,
    )


def _on_neighbours(data: Data) -> Temuan:
    """The city among province, regencies and cities, against what the report says of it."""
    frame = jarak_teruji(data).query("jenis != 'target'").sort_values("nilai")
    lower, higher = frame[frame["selisih"] > 0], frame[frame["selisih"] <= 0]
    sides = (("di atas", lower), ("di bawah", higher))
    places = ", ".join(f"{word} {_names(part)}" for word, part in sides if len(part))
    seen = int(frame["melebihi"].sum())
    against = higher[~higher["acuan"].str.startswith("Kota ")]
    holds = f"benar, tetapi {_names(higher)} lebih tinggi lagi" if len(higher) else "benar"
    holds = holds if against.empty else f"tidak benar, sebab {_names(against)} lebih tinggi"
    verdict = COCOK if seen == len(frame) else _IN_ERROR
    return Temuan(
        f"TPT kota {places}.",
        f"Selisih kota {'; '.join(_distances(part) for _, part in sides if len(part))}. Laporan "
        f"menyebut masih tinggi dibanding provinsi dan kabupaten sekitar: {holds}. Dari "
        f"{len(frame)} selisih, {seen} melebihi batas galatnya ({sebut_asumsi()}).",
        verdict if against.empty else TIDAK_COCOK,
    )


def _names(frame: pd.DataFrame) -> str:
    """Regions in words: the province, the regencies by number, cities by name."""
    regencies = [name for name in frame["acuan"] if name.startswith("Kabupaten ")]
    many = [f"{sebut_bilangan(len(regencies))} kabupaten"] if len(regencies) > 1 else regencies
    province = ["provinsi"] if frame["jenis"].eq("provinsi").any() else []
    cities = [name.removeprefix("Kota ") for name in frame["acuan"] if name.startswith("Kota ")]
    return sebut_daftar([*province, *many, *cities])


def _distances(frame: pd.DataFrame) -> str:
    listed = ", ".join(
        f"{row.acuan} {format_selisih(row.selisih, 2)} poin (±{_points(row.margin)})"
        for row in frame.itertuples()
    )
    return f"terhadap {listed}"


def _on_trend(data: Data) -> Temuan:
    """Two years of change against the survey's error."""
    years = tabel_ii(data, "tpt")
    first, before, last = (years["realisasi"].iloc[i] for i in (0, -2, -1))
    margin = Z * (galat_baku(before) ** 2 + galat_baku(last) ** 2) ** 0.5
    falls, small = bool((years["perubahan"].dropna() < 0).all()), first - last <= margin
    both = _direction(first, last) if _direction(first, last) != _direction(before, last) else ""
    title, sure = "TPT tidak turun setiap tahun.", "tidak sesuai angka tercetak"
    if falls:
        size = "tetapi dengan langkah yang kecil" if small else "lebih dari batas galatnya"
        title = f"TPT turun dua tahun berturut-turut, {size}."
        able = "tidak dapat" if small else "dapat"
        sure = f"sesuai angka tercetak, {able} dipastikan dari surveinya"
    return Temuan(
        title,
        f"Tercetak {format_persen(first)}, {format_persen(before)} lalu {format_persen(last)}: "
        f"{_direction(before, last)} {_points(before - last)} poin dalam tahun terakhir dan "
        f"{both}{' ' if both else ''}{_points(first - last)} poin dalam dua tahun. Batas galat "
        f"selisih dua tahun ±{_points(margin)} poin ({sebut_asumsi()}): “semakin tahun semakin "
        f"menurun” {sure}.",
        (_IN_ERROR if small else COCOK) if falls else TIDAK_COCOK,
    )


def _direction(before: float, after: float) -> str:
    return "turun" if after < before else "naik"


def _on_targets(data: Data) -> Temuan:
    """Targets of the year and of RPJMD against what had been reached."""
    years = tabel_ii(data, "tpt").set_index("tahun")
    target, before = years.loc[data.tahun, "target"], years["realisasi"].iloc[-2]
    rpjmd = jarak(data).set_index("acuan").loc["RPJMD 2021"]
    reached = int((years["realisasi"] <= rpjmd["nilai"]).sum())
    loose, room = target > before, rpjmd["orang"] <= 0
    people = f"{format_angka(abs(rpjmd['orang']))} penganggur"
    now = f"ada ruang {people} sebelum batas itu terlewati" if room else f"kelebihan {people}"
    return Temuan(
        _loose_title(loose, years["realisasi"].iloc[-1] < rpjmd["nilai"]),
        f"Target {data.tahun} {format_persen(target)} berada {_points(target - before)} poin di "
        f"{'atas' if loose else 'bawah'} realisasi tahun sebelumnya ({format_persen(before)}). "
        f"Target RPJMD 2021 {format_persen(rpjmd['nilai'])} sudah dipenuhi pada {reached} dari "
        f"{len(years)} tahun; sekarang masih {now}."
        + (" Capaian di atas seratus persen karena itu bukan ukuran kemajuan." if loose else ""),
        COCOK,
    )


def _loose_title(target: bool, rpjmd: bool) -> str:
    looser = "lebih longgar daripada yang sudah dicapai"
    if target == rpjmd:
        return f"Target tahun ini dan target RPJMD {'' if target else 'tidak '}{looser}."
    one, other = ("tahun ini", "RPJMD") if target else ("RPJMD", "tahun ini")
    return f"Target {one} {looser}, target {other} tidak."


def _on_women(data: Data) -> Temuan:
    before, now = (row for _, row in perempuan(data).iterrows())
    part = uraian_perempuan(data, (0.0,)).iloc[0]["bagian_tpak"]
    change = now["penganggur"] - before["penganggur"]
    error = galat_perempuan(data).iloc[0]
    size = "lebih besar" if error["melebihi"] else "lebih kecil"
    fell, rose = now["tpak"] < before["tpak"], change > 0
    apart = bool(fell == rose)
    even = titik_impas(data).set_index("besaran")["pertumbuhan"]
    return Temuan(
        f"{'Turunnya' if fell else 'Naiknya'} TPAK perempuan "
        f"{'tidak menjelaskan' if apart else 'searah dengan'} "
        f"{'naiknya' if rose else 'turunnya'} penganggur perempuan.",
        f"Penganggur perempuan {format_angka(before['penganggur'])} → "
        f"{format_angka(now['penganggur'])} ({format_selisih(change)}), TPAK "
        f"{format_persen(before['tpak'])} → {format_persen(now['tpak'])}. Penganggur = penduduk "
        f"× TPAK × TPT: bagian TPAK {_way(part)}, bagian penduduk "
        f"dan TPT bersama {_way(change - part)}; keduanya tidak dapat "
        f"dipisahkan tanpa penduduk 15 tahun ke atas tahun {before['tahun']:.0f}. "
        "Batasnya: angkatan kerja perempuan menyusut kecuali penduduknya tumbuh sedikitnya "
        f"{format_persen(even['angkatan kerja'], 1)} setahun, yang bekerja menyusut "
        f"kecuali {format_persen(even['bekerja'], 1)}, dan TPT perempuan naik kecuali "
        f"{format_persen(even['TPT'], 1)}. {'Kenaikan' if rose else 'Penurunan'} "
        f"{format_angka(abs(change))} orang itu sendiri {size} daripada batas galatnya, "
        f"±{format_angka(error['margin'])} orang ({sebut_asumsi()}).",
        TIDAK_DIDUKUNG if apart else TIDAK_DAPAT_DIUJI,
    )


def _way(orang: float) -> str:
    return f"{format_angka(abs(orang))} orang ke {'atas' if orang > 0 else 'bawah'}"


def _on_definition(data: Data) -> Temuan:
    card = data.indikator.set_index("kode").loc["tpt"]
    jobless = anatomi(data, "jenis_kelamin")["penganggur"].sum()
    formula = (
        f"Rumus laporan: {card['pembilang']} dibagi {card['penyebut']}. Angka "
        f"{format_angka(jobless)} adalah penganggur menurut survei BPS"
    )
    if "pencari kerja" not in card["pembilang"]:
        return Temuan("Rumus di teks tidak memakai pencari kerja.", f"{formula}.", COCOK)
    return Temuan(
        "Rumus di teks memakai pencari kerja, angkanya memakai penganggur.",
        f"{formula}; pencari kerja terdaftar adalah hitungan lain dan tidak tercetak di laporan. "
        "Yang disarankan: jumlah penganggur dibagi angkatan kerja.",
        TIDAK_COCOK,
    )
