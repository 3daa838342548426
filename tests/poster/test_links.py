"""Leaders turn in gutters only, keep apart, and cross columns where these are free."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from studypack.poster.links import Field, Port, Ports, Route, conflict, route

PITCH = 1.8


def field(lanes: int = 4, taken: dict[int, list[tuple[float, float]]] | None = None) -> Field:
    """Lanes of 100 mm with gutters of 8 mm between them."""
    gutters = tuple((lane * 108.0, lane * 108.0 + 8.0) for lane in range(lanes + 1))
    return Field(gutters, taken or {}, bottom=700.0, pitch=PITCH, clear=1.0)


def ports(lane: int, y: float) -> Ports:
    left = lane * 108.0 + 8.0
    return Ports(Port(left, y, lane), Port(left + 60, y, lane + 1))


def trouble(ways) -> float:
    """A hundred for each stretch that leaders share, one for each crossing."""
    return sum(conflict(one, other, PITCH) for one, other in combinations(ways, 2))


def uprights(way: Route) -> list[tuple[float, float, float]]:
    return [
        (a[0], min(a[1], b[1]), max(a[1], b[1])) for a, b in pairwise(way.points) if a[0] == b[0]
    ]


def test_a_link_to_the_next_lane_leaves_its_title_and_reaches_the_symbol():
    where = {"strike": ports(0, 50), "rising": ports(1, 80)}
    (way,), blocked = route([("strike", "rising")], where, field())
    assert way.points[0] == (68.0, 50.0)
    assert way.points[-1] == (116.0, 80.0)
    assert [108 < x < 116 for x, _, _ in uprights(way)] == [True]
    assert not blocked


def test_a_link_to_the_lane_before_arrives_at_the_end_of_its_title():
    where = {"order": ports(2, 50), "march": ports(1, 90)}
    (way,), _ = route([("order", "march")], where, field())
    assert way.points[-1] == (176.0, 90.0)


def test_a_link_within_a_lane_goes_round_by_the_right():
    where = {"first": ports(1, 50), "second": ports(1, 90)}
    (way,), _ = route([("first", "second")], where, field())
    ((x, top, bottom),) = uprights(way)
    assert (top, bottom) == (50, 90)
    assert 216 < x < 224


def test_a_link_over_a_lane_takes_the_nearest_gap_between_its_cards():
    taken = {1: [(40.0, 95.0), (100.0, 300.0)]}
    where = {"west": ports(0, 60), "east": ports(2, 200)}
    (way,), _ = route([("west", "east")], where, field(taken=taken))
    crossing = [a[1] for a, b in pairwise(way.points) if a[1] == b[1] and abs(a[0] - b[0]) > 90]
    assert crossing == [96.0]


def test_a_link_that_finds_no_way_is_told():
    taken = {1: [(0.0, 700.0)]}
    where = {"west": ports(0, 60), "east": ports(2, 200)}
    ways, blocked = route([("west", "east")], where, field(taken=taken))
    assert (ways, blocked) == ((), (("west", "east"),))


def test_leaders_that_meet_at_one_card_arrive_side_by_side():
    where = {"a": ports(0, 20), "b": ports(0, 60), "meeting": ports(1, 40)}
    ways, _ = route([("a", "meeting"), ("b", "meeting")], where, field())
    ends = [way.points[-1][1] for way in ways]
    assert abs(ends[0] - ends[1]) >= PITCH * 0.99
    assert trouble(ways) == 0


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 60), st.integers(0, 3), st.integers(1, 60)),
        min_size=1,
        max_size=8,
        unique=True,
    )
)
def test_no_two_leaders_lie_on_one_another_and_all_run_in_gutters_and_on_titles(links):
    where: dict[str, Ports] = {}
    wanted = []
    for number, (lane_a, y_a, lane_b, y_b) in enumerate(links):
        # titles of different cards are on lines of their own
        where[f"s{number}"] = ports(lane_a, y_a * 10 + number * 0.5)
        where[f"t{number}"] = ports(lane_b, y_b * 10 + 5 + number * 0.5)
        wanted.append((f"s{number}", f"t{number}"))
    wide = field()
    wide = Field(
        tuple((left, left + 40) for left, _ in wide.gutters), {}, 700.0, pitch=PITCH, clear=1.0
    )
    ways, blocked = route(wanted, where, wide)
    assert not blocked
    assert {(way.source, way.target) for way in ways} == set(wanted)
    for way in ways:
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(way.points))
        for x, _, _ in uprights(way):
            assert any(left + 0.9 <= x <= right - 0.9 for left, right in wide.gutters)
    for number, one in enumerate(ways):
        for other in ways[number + 1 :]:
            shared = {one.source, one.target} & {other.source, other.target}
            on_one_another = [
                (a, b)
                for a in uprights(one)
                for b in uprights(other)
                if abs(a[0] - b[0]) < PITCH * 0.9 and a[1] < b[2] and b[1] < a[2]
            ]
            assert shared or not on_one_another


def test_the_order_of_the_links_does_not_matter():
    where = {"a": ports(0, 20), "b": ports(0, 60), "c": ports(1, 40), "d": ports(1, 30)}
    wanted = [("a", "c"), ("b", "d"), ("a", "d")]
    assert route(wanted, where, field()) == route(wanted[::-1], where, field())


def test_parallel_leaders_that_do_not_overlap_may_share_a_track():
    where = {"a": ports(0, 20), "b": ports(1, 40), "c": ports(0, 60), "d": ports(1, 80)}
    ways, _ = route([("a", "b"), ("c", "d")], where, field())
    assert uprights(ways[0])[0][0] == uprights(ways[1])[0][0]
    assert trouble(ways) == 0
