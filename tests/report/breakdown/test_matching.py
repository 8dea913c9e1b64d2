from paitou.report.breakdown.matching import Matcher


def test_by_id(plan, statement, task):
    matcher = Matcher(plan)
    assert matcher.by_id(statement("市场主体").id).items == (statement("市场主体"),)
    assert matcher.by_id(task("建设开放口岸").id).task == task("建设开放口岸")
    assert not matcher.by_id("没有").is_found


def test_by_the_words_of_an_item_whatever_their_width(plan, statement):
    match = Matcher(plan).by_words("（1）工业增加值达到 ３００亿元以上。")
    assert match.items == (statement("工业增加值"),)


def test_by_the_title_or_the_whole_words_of_a_task(plan, task):
    matcher = Matcher(plan)
    wanted = task("推动产业链发展")
    assert matcher.by_words("推动产业链发展").task == wanted
    assert matcher.by_words("1.推动产业链发展。打造“链主”企业3—5家。").task == wanted


def test_by_a_sentence_that_holds_items(plan):
    words = "打造“链主”企业3—5家。三年累计引进企业、培育企业分别达到60家、5000家"
    match = Matcher(plan).by_words(words)
    assert [item.indicator for item in match.items] == [
        "“链主”企业",
        "引进企业",
        "培育企业",
    ]


def test_what_is_merely_similar_is_not_found_but_told(plan, statement):
    matcher = Matcher(plan)
    assert not matcher.by_words("工业增加值达到310亿元以上").is_found
    assert matcher.nearest("工业增加值达到310亿元以上").id == statement("工业增加值").id
    assert matcher.nearest("完全无关的一句话") is None


def test_words_in_several_places_are_not_chosen_from(plan):
    match = Matcher(plan).by_words("企业")
    assert (match.is_found, match.places > 1) == (False, True)
    assert not Matcher(plan).by_words(" 、。").is_found
