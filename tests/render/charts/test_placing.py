from paitou.render.charts.placing import Box, Room


def test_the_first_free_box_inside_is_taken():
    room = Room(Box(0, 0, 100, 100))
    room.take(Box(0, 0, 50, 50))
    outside, full, free = Box(90, 90, 110, 110), Box(40, 40, 60, 60), Box(50, 0, 90, 20)
    assert room.place([outside, full, free]) == free
    assert room.place([free]) is None


def test_a_line_is_not_crossed():
    room = Room(Box(0, 0, 100, 100))
    room.take_line([(0, 0), (100, 100)])
    assert room.place([Box(40, 40, 60, 60)]) is None
    assert room.place([Box(60, 10, 90, 40)])
