from paitou.indicators import standard
from paitou.tracking.reconcile.names import catalogue_weights
from paitou.tracking.reconcile.silence import LookingBack
from tracking.reconcile.reports import report

WEIGHTS = catalogue_weights(standard())


def _back(told, wanted="做好各项工作。"):
    return LookingBack.of(report(2025, told=told, wanted=wanted), WEIGHTS)


def test_a_name_is_found_with_its_clause():
    back = _back("粮食产量120万吨。物价平稳，居民消费价格指数持平，就业稳定。")
    assert back.mention(["居民消费价格涨幅"]) == "居民消费价格指数持平"


def test_other_words_for_it_are_found_too():
    back = _back("完成年度重点实验室优化重整。")
    assert back.mention(["省重点实验室优化重组"]) == "完成年度重点实验室优化重整"


def test_what_a_report_plans_is_no_mention():
    back = _back("粮食产量120万吨。", wanted="森林覆盖率达到45%。")
    assert back.mention(["森林覆盖率"]) == ""
