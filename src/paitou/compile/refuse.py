"""A numeral and the characters around it → the class of number it is, when it is no amount.

Each class has patterns for what stands before and after; the first class that fits names
the numeral. What no class names is an amount, which the grammar then reads. The classes
are explained in docs/mentions.md.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_REACH_LEFT = 14


class _Rule(NamedTuple):
    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


def _rule(name: str, before: str = "", after: str = "") -> _Rule:
    return _Rule(
        name,
        re.compile(rf"(?:{before})$") if before else None,
        re.compile(after) if after else None,
    )


_YEAR = r"(?:19|20)\d\d"
_YEAR_BEFORE = re.compile(rf"{_YEAR}年?\s*[—~\-至、和及到]+\s*$|[(\[]\s*$")
_YEAR_AFTER = re.compile(rf"\s*年|\s*[—~\-至]+\s*{_YEAR}")
_YEAR_END = re.compile(r"\s*[)\],、。]|\s*$")
#: Letters that are units when they follow digits (5G is a name, 5GW is power).
_LETTER_UNIT = r"(?:[kKMGT]?[Ww]h?|[GMKkT]?bps|[GTPEZM]B|[TMG]?Hz|[EP]?F(?:[Ll][Oo][Pp][Ss]|lops)?|P|E|k?m|[kK]V|TEU|nm|dB|t)(?![A-Za-z])"
_ARABIC_RULES = (
    _rule("reference", before=r"[发办函字规令电综号〕\)\]]\s*", after=r"\s*号(?!召)"),
    _rule(
        "reference",
        before=r"GB/?T?\s?|ISO|电话[:： ]?|邮编[:：]?|附件|附表|表|图|专栏|专题|注[:：]?|\[|第\d{1,2}[、,]",
    ),
    _rule("name", before=r"[A-Za-zＡ-Ｚ][-_.·—]?\d{0,2}\.?|[Nn][+×]|PM\s"),
    _rule(
        "name",
        after=rf"(?!{_LETTER_UNIT})(?:\.\d+)?[A-Za-z](?!级)|\+[^\d%]|\+\d{{1,2}}(?![\d%])|[×*]",
    ),
    _rule("name", before=r"\d\+|\+"),
    _rule(
        "structure_count",
        after=r"个(?:方面|维度|层面|环节|阶段|步骤|原则|要点|[^,。;]{0,3}走在前)|大(?!型|中|于|幅|量|会|户|学)[一-龥]{1,6}|[项个](?:重点领域|重点任务行动|专项)[^,。;]{0,6}(?:三年|行动计划|工程)",
    ),
    _rule("name", before=r"[\d“]\s?[·/]", after=r"[”\"]"),
    _rule("reference", after=r"(?<=\d{7})(?!\.)"),
    _rule("ordinal", before=r"第|国道|省道|县道|高速G"),
    _rule(
        "date",
        after=r"月(?:份|底|末|初|前|中旬|上旬|下旬|至|[—~\-]|\d{1,2}日|以来|以前|起|正式|[,、。)]|$)",
    ),
    _rule("date", before=r"\d年|[—~\-至到、和]\s*|\d月", after=r"月"),
    _rule("date", before=r"月|\d日?[—~\-至到、]", after=r"日"),
    _rule("date", before=r"\d", after=r":\d\d"),
    _rule("date", after=r":\d\d(?!\d)(?!\s*[%:])(?=[\s—~\-至]|$)"),
    _rule(
        "rank",
        before=r"(?:居|列|排|进入|跻身|位|全国|全省|世界|全球|名)(?:\w{0,4})前|^前|[^之以日年月期此]前|TOP|top",
        after=r"[^\d%万亿个家]|$",
    ),
    _rule("rank", after=r"强(?![降台震])"),
    _rule(
        "proportion",
        before=r"每(?:新增|增加|出口|销售|生产|投入)?",
        after=r"(?!次|年|月|季)[十百千万亿]*[一-龥]{1,3}(?:就|拥有|有|配|至少|不少|,|[一-龥])",
    ),
    _rule(
        "ordinal",
        after=r"(?:号(?:线|机组|决议|公路|馆|楼|院|工位|文件|令|井|岛|地块|坑|航站楼|[,、)])|届|版|周年|#|期(?:项目|工程|建设|扩建|改造|[、)]))",
    ),
    _rule("ordinal", after=r"号"),
    _rule(
        "duration",
        before=r"连续|近|过去|未来|今后|最近|前|为期|满|逾|历时|间隔|每|这|时隔|力争用|用",
        after=r"[多余]?(?:个)?(?:年|季度|周|届|月|天|小时|日|次)(?![度均产增发减])",
    ),
    _rule(
        "duration",
        after=r"[多余]?(?:年|个月|天|个工作日|小时|分钟|日)(?:左右)?(?:来|内|之内|以内|期|间|期间|时间|以上|前|后|之后|攻坚|行动|计划|滚动|规划|任务|目标|再)",
    ),
    _rule("frequency", before=r"每\w{0,3}|[一两三]年", after=r"次(?!$)"),
    _rule(
        "size_class",
        after=r"[十百千万亿]*(?:元|吨|千瓦|千伏|伏|兆瓦|吉瓦|户|人|公里|平方米)级(?![别联政配])",
    ),
    _rule(
        "size_class",
        after=r"[十百千万亿]*(?:元|吨|千瓦|瓦|千伏|伏|英寸|平方米|标箱|户|人|公里|兆瓦|吉瓦|亿|万|千|百|卡)?级(?![别联政配以])",
    ),
    _rule(
        "size_class", after=r"[十百千万亿]*(?:千伏|伏)(?!安|以上)|英寸|寸|[Kk](?![A-Za-z])"
    ),
    _rule(
        "size_class",
        after=r"(?:分钟|刻钟|小时)(?:\w{0,4})(?:圈|通达|可达|直达|响应|服务|生活|健身|经济|医疗|养老|便民|都市|交通)",
    ),
    _rule("grade_name", after=r"A*级(?:旅游|景区|及以上|以上|景点)|星级|A级|A景区"),
    _rule("period", after=r"(?:世纪)"),
    _rule(
        "threshold",
        before=r"^|[^到达为过于在约近至]", after=r"(?:周岁|岁)(?:以上|以下|及以上|儿童|老年|老人|人口|的|—|~|至|到|妇女|适龄|女)",
    ),
    _rule("name", before=r"12345|热线", after=r"热线|平台"),
    _rule(
        "name",
        after=r"(?<=\d{4})(?:热线|政务|便民)|(?<=\d{5})(?:热线|政务|便民|[^\d亿万多余]{0,6}热线)",
    ),
)

_CHINESE_RULES = (
    _rule("date", after=r"(?<=[零一二三四五六七八九]{4})年"),
    _rule("date", after=r"(?:月(?:份|底|末|[,、。十一二三四五六七八九]|$)|季度)"),
    _rule("reference", after=r"(?<=\d{7})(?!\.)"),
    _rule("ordinal", before=r"第|初|[Gg]|党的|届"),
    _rule(
        "ordinal",
        after=r"(?:届|期(?:项目|工程|建设|扩建|改造|[、)”])|号|(?:中全会)|(?:次(?:党代会|全会|会议|代表)))",
    ),
    _rule(
        "name",
        before=r"[^一-龥]|每|降低|单位|^",
        after=r"元(?:GDP|国内生产|地区生产|生产总值|工业增加|产值|增加值|农业增加)",
    ),
    _rule("size_class", after=r"元以上[一-龥]"),
    _rule("lexical", after=r"元(?:结构|化|制|论|次|素)|国集团|次会议|方面军"),
    _rule(
        "list_number",
        after=r"(?:是(?!种|个)|要[^求素点闻]|、(?=[^一二三四五六七八九十、]{2}))",
        before=r"^|[。;:,.!?)”]",
    ),
    _rule("rank", after=r"强(?![降台震化])"),
    _rule(
        "duration",
        before=r"连续|近|过去|未来|今后|最近|前|为期|满|这|每|时隔",
        after=r"(?:个)?(?:年|季度|周|届|月|天|小时)(?![度均产增发减])",
    ),
    _rule(
        "duration",
        after=r"(?:年|个月|天|周)(?:来|内|间|期|时间|以上|前|后|左右|期间|累计|攻坚|滚动|规划|任务|目标|左右|多|[,、。;)])|十?年(?=[^\u4e00-\u9fa5])",
    ),
    _rule(
        "name", after=r"(?:年(?:行动|倍增|攻坚|计划|提升|专项|禁渔|义务|规划|一遇|大庆))"
    ),
    _rule(
        "size_class",
        after=r"(?:[十百千万亿]*(?:元|吨|千瓦|千伏|标箱|户|人|公里|平方米)?级(?![别联政配以]))|刻钟",
    ),
    _rule(
        "size_class", before=r"百|千|万|亿|规模|[一二三]", after=r"(?:级[产企园集工基项])"
    ),
    _rule(
        "grade_name",
        after=r"(?:级(?:以上|及以上|甲等|医院|公立|保护|学科|[^联政配]{0,4}标准)|类以上|甲医院|甲|等奖|级|星级)",
    ),
    _rule("date", before=r"[○零]", after=r"年"),
)
_OPEN_QUOTE = re.compile(r"[“\"《「]([^”\"》」,。]{0,12})$")
_CLOSE_QUOTE = re.compile(r"[^“\"《「,。]{0,12}[”\"》」]")
_CN_QUANTITY = re.compile(
    r"[多余]?[百千万亿]*[多余]?(?:元|%|个百分点|倍|番|成|吨|公里|亩|公顷|平方|立方|千瓦|人次|斤|公斤|户|美元|人(?![一-龥])|度电|标箱|张床|米|多亿|万)"
)
_CN_COUNT = re.compile(
    r"(?:多|余|几)?(?:个|项|家|条|座|所|套|户|场|件|支|名|处|位|部|台|辆|艘|架|张|间|栋|宗|份|片|块|对|类|种|次|轮|批|大|县|市|区|州|国|省|级|地)"
)


def refuse(text: str, found: re.Match[str]) -> str | None:
    """Return the class of the numeral `found` when it is surely no amount, else None."""
    if found["roman"] or found["word"]:
        return None
    before = text[max(0, found.start() - _REACH_LEFT) : found.start()]
    if _OPEN_QUOTE.search(before) and _CLOSE_QUOTE.match(text, found.end()):
        return "name"
    if found["arabic"]:
        if _is_year(text, found, before):
            return "date"
        return _first(_ARABIC_RULES, text, found, before)
    return _refuse_chinese(text, found, before)


def _is_year(text: str, found: re.Match[str], before: str) -> bool:
    digits = found[0]
    if len(digits) != 4 or digits[:2] not in ("19", "20"):
        return False
    if _YEAR_AFTER.match(text, found.end()):
        return True
    return bool(_YEAR_BEFORE.search(before) and _YEAR_END.match(text, found.end()))


def _first(
    rules: tuple[_Rule, ...], text: str, found: re.Match[str], before: str
) -> str | None:
    for rule in rules:
        if rule.before is not None and not rule.before.search(before):
            continue
        if rule.after is None or rule.after.match(text, found.end()):
            return rule.name
    return None


_FIVE_YEAR = re.compile(r"(?:[五六七八九]|十[一二三四五六]?)五$")
_AFTER_FIVE_YEAR = re.compile(r"\s*[”\"]|期间|时期|规划|以来|末|开局|计划|收官")


def _refuse_chinese(text: str, found: re.Match[str], before: str) -> str | None:
    numeral, end = found[0], found.end()
    if _FIVE_YEAR.search(numeral) and _AFTER_FIVE_YEAR.match(text, end):
        return "period"
    if name := _first(_CHINESE_RULES, text, found, before):
        return name
    if text.startswith("分之", end) or _is_amount(text, numeral, end):
        return None
    if _ROUND.fullmatch(numeral) and _OVER.search(before) and _CN_COUNT.match(text, end):
        return None
    if before.endswith(("“", '"', "《")) or (
        numeral != "一" and text[end : end + 1] in '”"'
    ):
        return "name"
    if (
        len(numeral) == 1
        and numeral in "二两三四五六七八九十"
        and _CN_COUNT.match(text, end)
    ):
        return "structure_count"
    if len(numeral) > 1 and numeral[0] == "十" and _CN_COUNT.match(text, end):
        return "structure_count"
    return "lexical"


_ROUND = re.compile("[十百千万亿]{1,3}")
_OVER = re.compile(r"(?:超|突破|近|过|达|达到|逾|上|跨)$")


def _is_amount(text: str, numeral: str, end: int) -> bool:
    if numeral == "一":
        return text[end : end + 1] in ("倍", "番", "成")
    after = _CN_QUANTITY.match(text, end)
    if after is None:
        return _is_large(numeral) and bool(_CN_COUNT.match(text, end))
    if numeral[0] in "万亿千百" and len(numeral) == 1:
        return numeral in "万亿百千" and after.end() > end and text[end] not in "人万亿户"
    return True


def _is_large(numeral: str) -> bool:
    return (
        len(numeral) >= 2
        and numeral[0] in "一二三四五六七八九两"
        and numeral[1] in "十百千万亿"
    )
