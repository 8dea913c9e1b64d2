"""The identifier of a way of judging → its name, and its rule in one sentence."""

from __future__ import annotations

from attrs import frozen


@frozen
class Method:
    """How a target was judged: a short name, and the rule or formula."""

    name: str
    rule: str


METHODS = {
    "level-by": Method(
        "按期末水平判断",
        "期内有一期经确认的数达到目标即为已达到，此后回落的另行注明；只有期末当年的数才能判定低于目标。",
    ),
    "growth-level": Method(
        "把年均增速化为期末水平判断",
        "期末应达到的水平=基期值×（1+年均增速）的n次方，n为年数（水平法）。",
    ),
    "growth-average": Method(
        "按年均增速判断（水平法）",
        "年均增速=（期末值÷基期值）的n次方根−1；已发布年均增速的以发布为准，否则由各年增速连乘开方。",
    ),
    "growth-year": Method("按当年增速判断", "以当年发布的增速与目标比较。"),
    "level-year": Method("按当年数判断", "以当年的数与目标比较。"),
    "bound": Method(
        "按相关指标推出的上下限判断（测算）",
        "由指标之间的关系和已发布的数，推出本指标不会高于或低于多少，再与目标比较。",
    ),
    "unread": Method("不作量化判断", "目标的数值没有读成可以比较的数。"),
    "every-year": Method(
        "逐年判断，不作平均",
        "期内每一年都要达到；有一年未达到即为未持续达标，有一年未发布即不能判定。",
    ),
    "total": Method(
        "按期内累计判断",
        "已发布累计数的以发布为准，否则各年相加；缺一年不作零，只能作下限。",
    ),
    "change": Method("按变动量判断", "期末应达到的水平=基期值+变动量。"),
    "change-rate": Method("按变动幅度判断", "期末应达到的水平=基期值×（1+幅度）。"),
    "multiple": Method("按倍数判断", "期末应达到的水平=基期值×倍数；翻一番为2倍。"),
    "grade": Method("按等级判断", "等级相同或更好即为已达到。"),
    "no-precedent": Method(
        "与历史记录比较（测算）",
        "今后每年需要的变动，至少超出有记录以来最好的一次3个百分点，并为其1.25倍以上（记录不足4次时为2倍以上），才作“预计难以达到”。",
    ),
    "readings": Method(
        "按各种口径分别判断", "各口径结论一致时采用该结论；不一致的，口径明确以前不作评价。"
    ),
}


def method_of(identifier: str) -> Method:
    """Return the way of judging; one that is not listed is called by its identifier."""
    return METHODS.get(identifier) or Method(identifier, "")
