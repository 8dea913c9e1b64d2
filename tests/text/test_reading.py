from paitou.text.reading import Reading


def test_an_offset_stands_in_the_last_place_that_begins_before_it():
    reading = Reading(text="甲乙丙丁", place_kind="page", places=((1, 1), (3, 4)))
    assert [reading.place_at(offset) for offset in range(5)] == [0, 1, 1, 4, 4]


def test_a_page_without_text_gives_way_to_the_next():
    reading = Reading(text="甲乙", place_kind="page", places=((0, 1), (1, 2), (1, 3)))
    assert reading.place_at(1) == 3


def test_a_reading_without_places_knows_none():
    assert Reading(text="甲").place_at(0) == 0
