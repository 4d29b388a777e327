"""Sentences and words about areas, bodies, successions and restated figures, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ERRORS: dict[str, tuple[str, str]] = {
    "area.unknown": (
        "Không có địa bàn nào mang mã {area}: hãy kiểm tra lại mã, hoặc nhập địa bàn này trước.",
        "No area bears the code {area}: check the code, or import the area first.",
    ),
    "area.unknown_id": (
        "Không có địa bàn {id} trong sổ: hãy mở lại từ danh sách địa bàn.",
        "There is no area {id} in the books: open it again from the list of areas.",
    ),
    "area.not_valid": (
        "Mã {area} không chỉ địa bàn nào vào ngày {on}. Các địa bàn từng mang mã này: {known}. Hãy dùng mã có hiệu lực vào ngày đó.",
        "The code {area} means no area on {on}. It has meant: {known}. Use the code in force on that day.",
    ),
    "area.other_place": (
        "Ngày {on} mã {area} là {here}, không phải “{name}”. Các địa bàn từng mang mã này: {known}. Hãy sửa mã hoặc tên cho đúng địa bàn của ngày đó.",
        "On {on} the code {area} means {here}, not “{name}”. It has meant: {known}. Mend the code or the name to fit the area of that day.",
    ),
    "area.ends_before_start": (
        "Địa bàn mã {area}, {described}, kết thúc trước khi bắt đầu: hãy sửa ngày.",
        "The area with code {area}, {described}, ends before it begins: mend its days.",
    ),
    "area.overlap": (
        "Mã {area} cùng lúc chỉ hai địa bàn: {described} và {known}. Hãy sửa ngày để hai khoảng không chồng nhau.",
        "The code {area} means two areas at once: {described} and {known}. Mend the days so that they do not overlap.",
    ),
    "area.parent_not_valid": (
        "{described}, mã {area}: địa bàn cấp trên mang mã {parent_code} không có đủ trong suốt thời gian đó (đã biết: {known}). Hãy nhập địa bàn cấp trên, hoặc sửa mã hay ngày.",
        "{described}, code {area}: the area above, with code {parent_code}, does not stand all that time (known: {known}). Import the area above, or mend the code or the days.",
    ),
    "area.parent_below": (
        "{name}, mã {area}, không thể trực thuộc {above}: cấp trên phải ở cấp cao hơn. Hãy sửa mã cấp trên hoặc loại địa bàn.",
        "{name}, code {area}, cannot stand under {above}, which is of no higher level. Mend the code of the area above or the kind.",
    ),
    "tree.two_parents": (
        "{child} có hai cấp trên cùng lúc ({parents}) trong thời gian {days}: hãy giữ một, hoặc sửa ngày.",
        "{child} stands under two at once ({parents}) on the days {days}: keep one, or mend the days.",
    ),
    "tree.ring": (
        "Quan hệ trực thuộc đi thành vòng vào ngày {on}: {chain}. Hãy sửa một cấp trên trong vòng này.",
        "On {on} what stands under what goes round in a ring: {chain}. Mend one parent in it.",
    ),
    "body.unknown": (
        "Không có cơ quan nào mang mã “{text}”: hãy kiểm tra lại mã, hoặc nhập cơ quan này trước.",
        "No body bears the code “{text}”: check the code, or import the body first.",
    ),
    "body.not_valid": (
        "{name} (mã {body}) chỉ hoạt động trong thời gian {days}, không có vào ngày {on}. Cơ quan kế thừa: {now}. Hãy chọn cơ quan đang hoạt động vào ngày đó.",
        "{name} (code {body}) stood only on the days {days}, not on {on}. What came after it: {now}. Choose the body that stood on that day.",
    ),
    "body.twice": (
        "Mã cơ quan {body} xuất hiện hai lần: mỗi cơ quan cần một mã riêng.",
        "The body code {body} is there twice: each body needs a code of its own.",
    ),
    "body.ends_before_start": (
        "Cơ quan mã {body} kết thúc trước khi bắt đầu ({days}): hãy sửa ngày.",
        "The body with code {body} ends before it begins ({days}): mend its days.",
    ),
    "body.parent_not_valid": (
        "Cơ quan {body} không có ngày nào cùng hoạt động với cấp trên {parent}: hãy sửa cấp trên hoặc ngày.",
        "The body {body} stood on no day together with {parent} above it: mend the parent or the days.",
    ),
    "succession.unknown": (
        "{before} → {after} ngày {on}: không có {id} trong sổ. Hãy nhập trước, hoặc sửa mã.",
        "{before} → {after} on {on}: there is no {id} in the books. Import it first, or mend the code.",
    ),
    "succession.heir": (
        "{before} → {after} ngày {on}: giải thể (abolish) thì để trống bên nhận, còn sáp nhập, chia tách, đổi tên thì phải có bên nhận; ở đây ghi “{kind}”.",
        "{before} → {after} on {on}: an abolition (abolish) has no heir, a merge, split or rename has one; this says “{kind}”.",
    ),
    "succession.before_days": (
        "{before} → {after} ngày {on}: {before} có hiệu lực {days}, mà phải kết thúc đúng hôm trước ngày {on}. Hãy sửa ngày của một trong hai.",
        "{before} → {after} on {on}: {before} stands {days}, but must end on the very day before {on}. Mend the days of one of them.",
    ),
    "succession.after_days": (
        "{before} → {after} ngày {on}: {after} có hiệu lực {days}, không khớp với ngày {on}. Địa bàn mới phải bắt đầu đúng ngày đó; cơ quan nhận phải đang hoạt động vào ngày đó.",
        "{before} → {after} on {on}: {after} stands {days}, which does not fit {on}. A new area must begin on that day; a body that takes over must stand on it.",
    ),
    "succession.twice": (
        "{before} ngày {on}: cùng một bên nhận được ghi hai lần. Hãy bỏ một dòng.",
        "{before} on {on}: the same heir is there twice. Drop one row.",
    ),
    "succession.not_a_split": (
        "{before} → {after} ngày {on}: {before} đi về nhiều nơi nên mọi dòng của nó phải ghi “split”.",
        "{before} → {after} on {on}: {before} goes to several, so each of its rows must say “split”.",
    ),
    "succession.split_of_one": (
        "{before} → {after} ngày {on}: chỉ có một bên nhận nên không phải chia tách; hãy ghi merge hoặc rename, hoặc thêm các bên nhận còn thiếu.",
        "{before} → {after} on {on}: with one heir it is no split; write merge or rename, or add the heirs that are missing.",
    ),
    "succession.weight_range": (
        "{before} → {after} ngày {on}: tỷ lệ {weight} phải lớn hơn 0 và nhỏ hơn 1. Hãy sửa tỷ lệ, hoặc để trống tất cả nếu nguồn không nêu.",
        "{before} → {after} on {on}: the weight {weight} must be above 0 and below 1. Mend it, or leave all empty where the source states none.",
    ),
    "succession.weight_of_whole": (
        "{before} → {after} ngày {on}: không chia tách thì không ghi tỷ lệ ({weight}); hãy để trống.",
        "{before} → {after} on {on}: what is not split has no weight ({weight}); leave it empty.",
    ),
    "succession.weights_missing": (
        "{before} ngày {on}: có dòng ghi tỷ lệ, có dòng không. Hãy ghi đủ, hoặc để trống tất cả.",
        "{before} on {on}: some rows state a weight and some do not. State all of them, or none.",
    ),
    "succession.weights_sum": (
        "{before} ngày {on}: các tỷ lệ cộng lại là {sum}, phải đúng bằng 1. Hãy sửa các tỷ lệ.",
        "{before} on {on}: the weights add up to {sum} and must make exactly 1. Mend them.",
    ),
    "succession.no_such_edge": (
        "Không có bước {before} → {after} để ghi tỷ lệ: hãy nhập bước này trước.",
        "There is no step {before} → {after} to state a weight for: import the step first.",
    ),
    "restating.backwards": (
        "Không quy đổi ngược từ địa bàn ngày {from_day} về ngày {onto_day}: hãy chọn một ngày sau đó.",
        "Figures cannot be restated back from the areas of {from_day} to {onto_day}: choose a later day.",
    ),
    "restating.not_standing": (
        "Địa bàn {id} có hiệu lực {days}, không có vào ngày {on}: hãy chọn địa bàn của đúng ngày đó.",
        "The area {id} stands {days}, not on {on}: choose an area of that day.",
    ),
}

KINDS_EN: dict[str, str] = {
    "Quốc gia": "Country",
    "Tỉnh": "Province",
    "Thành phố": "City",
    "Huyện": "District",
    "Thị xã": "Town",
    "Quận": "Urban district",
    "Xã": "Commune",
    "Phường": "Ward",
    "Thị trấn": "Township",
    "Đặc khu": "Special zone",
}

LEVELS: dict[str, tuple[str, str]] = {
    "country": ("cả nước", "country"),
    "province": ("cấp tỉnh", "province level"),
    "district": ("cấp huyện", "district level"),
    "commune": ("cấp xã", "commune level"),
}

SUCCESSIONS: dict[str, tuple[str, str]] = {
    "merge": ("sáp nhập", "merged"),
    "split": ("chia tách", "split"),
    "rename": ("đổi tên, giữ nguyên địa bàn", "renamed, the area unchanged"),
    "abolish": ("giải thể", "abolished"),
}

MADE: dict[str, tuple[str, str]] = {
    "complete": ("đủ", "complete"),
    "converted": ("quy đổi", "converted"),
    "partial": ("trong đó {former} cũ", "of which the former {former}"),
    "no_value": ("không có giá trị", "no value"),
    "no_figures": ("chưa có số liệu", "no figures"),
    "refused": ("không quy đổi được", "cannot be restated"),
}

REASONS: dict[str, tuple[str, str]] = {
    "split_without_weight": (
        "{split} bị chia tách mà nguồn không nêu tỷ lệ, nên không chia số liệu",
        "{split} was split and no source states the weights, so its figure is not shared out",
    ),
    "no_figures": (
        "{missing} không có số liệu của kỳ này",
        "there are no figures of this period for {missing}",
    ),
    "cannot_be_summed": (
        "chỉ tiêu này không cộng được giữa các địa bàn",
        "this indicator cannot be added up over areas",
    ),
    "rate_without_parts": (
        "chỉ có tỷ lệ, không có tử số và mẫu số; tỷ lệ không cộng được với nhau",
        "only rates are known, not their numerators and denominators; rates do not add up",
    ),
    "mean_without_weights": (
        "số bình quân không kèm quyền số nên không gộp được",
        "means without their weights cannot be brought together",
    ),
}


def tell_made(made: str, *, present: Sequence[str], lang: str = "vi") -> str:
    """How a restated figure came to be, for beside the number; `present` are short names.

    >>> tell_made("partial", present=["Cà Mau"])
    'trong đó Cà Mau cũ'
    >>> tell_made("converted", present=["Phường 6", "Xã Hòa Tân"], lang="en")
    'converted'
    """
    return MADE[made][lang == "en"].format(former=", ".join(present))


def tell_reason(
    reason: str, *, split: Sequence[str], missing: Sequence[str], lang: str = "vi"
) -> str:
    """Why there is no restated figure; `split` were split without weights.

    >>> tell_reason("split_without_weight", split=["Phường 6"], missing=[])
    'Phường 6 bị chia tách mà nguồn không nêu tỷ lệ, nên không chia số liệu'
    """
    values: Mapping[str, str] = {"split": ", ".join(split), "missing": ", ".join(missing)}
    return REASONS[reason][lang == "en"].format(**values)


__all__ = [
    "ERRORS",
    "KINDS_EN",
    "LEVELS",
    "MADE",
    "REASONS",
    "SUCCESSIONS",
    "tell_made",
    "tell_reason",
]
