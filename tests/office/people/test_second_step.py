import base64

import pytest

from paitou.office.people.second_step import address_of, code_at, new_key, step_at, step_of

# RFC 6238, appendix B: the secret of SHA-1 and its codes of eight digits.
KEY = base64.b32encode(b"12345678901234567890").decode()
VECTORS = {
    59: "94287082",
    1111111109: "07081804",
    1111111111: "14050471",
    1234567890: "89005924",
    2000000000: "69279037",
    20000000000: "65353130",
}


@pytest.mark.parametrize(("seconds", "code"), VECTORS.items())
def test_the_codes_of_the_standard(seconds, code):
    assert code_at(KEY, step_at(seconds), digits=8) == code


# RFC 4226, appendix D: the first codes of six digits.
@pytest.mark.parametrize(("step", "code"), [(0, "755224"), (1, "287082"), (2, "359152")])
def test_the_codes_of_the_standard_before_it(step, code):
    assert code_at(KEY, step) == code


def test_a_code_is_good_once_and_for_half_a_minute_either_way():
    now = 1_111_111_111
    code = code_at(KEY, step_at(now))
    step = step_of(KEY, code, now, last=0)
    assert step == step_at(now)
    assert step_of(KEY, f"{code[:3]} {code[3:]}", now + 30, last=0) == step
    assert step_of(KEY, code, now, last=step) is None
    assert step_of(KEY, code, now + 90, last=0) is None


@pytest.mark.parametrize("typed", ["", "000000", "abcdef", "二八七零八二", "1" * 400])
def test_what_is_no_code(typed):
    assert step_of(KEY, typed, 59, last=0) is None


def test_keys_are_long_and_all_different():
    assert len({new_key() for _ in range(50)}) == 50
    assert len(base64.b32decode(new_key())) == 20


def test_the_address_names_site_and_account():
    assert "secret=ABC" in address_of("ABC", "li@东溪")
    assert "东溪" not in address_of("ABC", "li@东溪")
