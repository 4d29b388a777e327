"""The parts of a Word file beside its text: styles, settings, page number, properties."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .look import Look, Style
from .word_xml import BORDER, JUSTIFY, clean, style_id, twips

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/word/header1.xml": f"{_WORD}.header+xml",
    "/word/header2.xml": f"{_WORD}.header+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
PAGE_NUMBER, FIRST_PAGE = "header1", "header2"


def styles_xml(look: Look) -> str:
    """The styles of the template under its names; what is not said comes of Normal."""
    font = clean(look.page.fonts[0])
    names = "".join(f' w:{each}="{font}"' for each in ("ascii", "hAnsi", "eastAsia", "cs"))
    size = look.styles["body"].size * 2
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(BORDER.format(side=side, size=4, space=0) for side in edges)
    return (
        f"{XML}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{names}/>"
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{_table_style('TableNormal', 'Normal Table', 108, default=True)}"
        f"{_table_style('VBColumns', 'VB Hai cột', 0)}"
        f"{_table_style('VBTable', 'VB Bảng', 57, f'<w:tblBorders>{borders}</w:tblBorders>')}"
        '<w:style w:type="character" w:customStyle="1" w:styleId="VBLink">'
        '<w:name w:val="VB Nguồn"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/></w:style>'
        f"{''.join(_style(style) for style in look.styles.values())}</w:styles>"
    )


def _table_style(
    key: str, name: str, margin: int, borders: str = "", *, default: bool = False
) -> str:
    """`margin` is the room left and right of the text in a cell, in twips."""
    kind = 'w:default="1"' if default else 'w:customStyle="1"'
    based = "" if default else '<w:basedOn w:val="TableNormal"/>'
    high = 28 if borders else 0
    room = "".join(
        f'<w:{side} w:w="{wide}" w:type="dxa"/>'
        for side, wide in (("top", high), ("left", margin), ("bottom", high), ("right", margin))
    )
    middle = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>' if borders else ""
    return (
        f'<w:style w:type="table" {kind} w:styleId="{key}"><w:name w:val="{name}"/>{based}'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{room}</w:tblCellMar>'
        f"</w:tblPr>{middle}</w:style>"
    )


def _style(style: Style) -> str:
    exact = style.key == "line"
    height, how = (60, "exact") if exact else (round(240 * style.line), "auto")
    keep = "<w:keepNext/>" if style.keep_next else ""
    inside = f'<w:ind w:left="{twips(style.left)}" w:firstLine="{twips(style.indent)}"/>'
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""
    face = f"{'<w:b/><w:bCs/>' if style.bold else ''}{'<w:i/><w:iCs/>' if style.italic else ''}"
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(style.key)}">'
        f'<w:name w:val="{clean(style.name)}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{keep}<w:spacing w:before="{style.before * 20}" w:after="0" w:line="{height}"'
        f' w:lineRule="{how}"/>{inside}<w:jc w:val="{JUSTIFY[style.align]}"/>{outline}</w:pPr>'
        f'<w:rPr>{face}<w:sz w:val="{style.size * 2}"/><w:szCs w:val="{style.size * 2}"/></w:rPr>'
        "</w:style>"
    )


def header_xml(*, numbered: bool) -> str:
    """The page's number in the top margin, or the first page's empty head."""
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    inner = number if numbered else ""
    style = style_id("page_number")
    return (
        f'{XML}<w:hdr {NAMES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p></w:hdr>'
    )


def settings_xml() -> str:
    """Vietnamese, and laid out as by today's Word."""
    where = 'w:uri="http://schemas.microsoft.com/office/word"'
    return (
        f'{XML}<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" {where} w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def fonts_xml(look: Look) -> str:
    """The font, and the twin to take where it is missing."""
    font, twin = (clean(name) for name in look.page.fonts[:2])
    return (
        f'{XML}<w:fonts {NAMES}><w:font w:name="{font}"><w:altName w:val="{twin}"/>'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme_xml(look: Look) -> str:
    """The least theme there can be: the font, and black on white wherever an editor offers a choice."""
    font = clean(look.page.fonts[0])
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{"FFFFFF" if name.startswith("lt") else "000000"}"/></a:{name}>'
        for name in ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    )  # fmt: skip
    faces = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' name="VB"><a:themeElements><a:clrScheme name="VB">{colours}</a:clrScheme>'
        f'<a:fontScheme name="VB"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="VB"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def core_xml(title: str, author: str, subject: str, day: date | None) -> str:
    """Title, issuer and, once it is issued, the day."""
    stamp = f"{day.isoformat()}T00:00:00Z" if day else ""
    dated = "".join(
        f'<dcterms:{each} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{each}>'
        for each in (("created", "modified") if day else ())
    )
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{clean(title)}</dc:title><dc:subject>{clean(subject)}</dc:subject>"
        f"<dc:creator>{clean(author)}</dc:creator>{dated}<dc:language>vi-VN</dc:language>"
        "</cp:coreProperties>"
    )


def app_xml() -> str:
    """Who wrote the file."""
    names = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{XML}<Properties xmlns="{names}"><Application>Điều Hành</Application></Properties>'


def types_xml() -> str:
    """What each part is."""
    parts = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _PARTS.items()
    )
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def package_relations() -> str:
    """Where the document and its properties are."""
    return _relations(
        [
            _relation("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
            _relation(
                "core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"
            ),
            _relation("app", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def document_relations(links: Mapping[str, str]) -> str:
    """Where the document's parts are, and the addresses its links lead to."""
    parts = [
        _relation("styles", f"{_OFFICE}/styles", "styles.xml"),
        _relation("settings", f"{_OFFICE}/settings", "settings.xml"),
        _relation("fonts", f"{_OFFICE}/fontTable", "fontTable.xml"),
        _relation("theme", f"{_OFFICE}/theme", "theme/theme1.xml"),
        _relation(PAGE_NUMBER, f"{_OFFICE}/header", "header1.xml"),
        _relation(FIRST_PAGE, f"{_OFFICE}/header", "header2.xml"),
    ]
    parts += [
        _relation(key, f"{_OFFICE}/hyperlink", clean(address), ' TargetMode="External"')
        for address, key in links.items()
    ]
    return _relations(parts)


def _relations(parts: list[str]) -> str:
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(parts)}</Relationships>'


def _relation(key: str, kind: str, target: str, how: str = "") -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"{how}/>'


__all__ = [
    "FIRST_PAGE",
    "NAMES",
    "PAGE_NUMBER",
    "XML",
    "app_xml",
    "core_xml",
    "document_relations",
    "fonts_xml",
    "header_xml",
    "package_relations",
    "settings_xml",
    "styles_xml",
    "theme_xml",
    "types_xml",
]
