from paitou.text.readers.running import without_running_lines


def test_numbers_between_dashes_go():
    assert without_running_lines([["正文", "— 1 —"], ["－ 2 －", "下文"]]) == [
        ["正文"],
        ["下文"],
    ]
    assert without_running_lines([["正文", "第 1 页 共 9 页"]]) == [["正文"]]


def test_numbers_that_count_the_pages_go():
    pages = [[f"正文{page}百万", str(page + 4)] for page in range(4)]
    assert without_running_lines(pages) == [[f"正文{page}百万"] for page in range(4)]


def test_numbers_that_count_nothing_stay():
    pages = [
        ["正文" * len(number), "下文", number] for number in ("1201", "350", "7", "88")
    ]
    assert without_running_lines(pages) == pages


def test_annexes_are_no_page_numbers():
    pages = [[f"附件{page}", "正文" * page] for page in (1, 2, 3, 4)]
    assert without_running_lines(pages) == pages


def test_a_head_that_most_pages_repeat_goes():
    pages = [["昆明市行动方案", f"正文{'甲' * page}"] for page in range(3)]
    assert [len(page) for page in without_running_lines(pages)] == [1, 1, 1]


def test_two_pages_that_begin_alike_stay():
    pages = [["同样的开头", "甲"], ["同样的开头", "乙"]]
    assert without_running_lines(pages) == pages


def test_pages_without_lines_stay():
    assert without_running_lines([[], []]) == [[], []]
