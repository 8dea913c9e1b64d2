"""What people type on the pages of accounts, posts and organisations → checked values."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.utils import timezone

from paitou.model import OrgKind
from paitou.office.people.models import Body, User
from paitou.office.people.roles import Role

_CODE = r"^[0-9A-Za-z][0-9A-Za-z_-]{0,29}$"
_CODE_TOLD = "代码由字母、数字、连字符组成，最多30个字符"


class SignIn(forms.Form):
    """Who wants to come in."""

    login = forms.CharField(
        label="账号",
        max_length=60,
        widget=forms.TextInput(
            {"autocomplete": "username", "autofocus": True, "autocapitalize": "none"}
        ),
    )
    password = forms.CharField(
        label="口令",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


class Code(forms.Form):
    """The six digits that a phone shows."""

    code = forms.CharField(
        label="手机上显示的六位验证码",
        max_length=12,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class AnyCode(Code):
    """The same, or a code that was printed for a lost phone."""

    code = forms.CharField(
        label="手机上显示的六位验证码，或一个备用码",
        max_length=30,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class NewPassword(forms.Form):
    """A new password, twice."""

    old = forms.CharField(
        label="现在的口令",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label="新口令",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="再输一次新口令",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        """Return the password, where both are the same."""
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("new"):
            raise forms.ValidationError("两次输入的新口令不同，请重新输入。")
        return again


class _Day(forms.DateField):
    """A day, today unless another is written."""

    def __init__(self, label: str, *, required: bool = True) -> None:
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        initial = timezone.localdate if required else None
        super().__init__(label=label, widget=widget, initial=initial, required=required)


class _Org(forms.ChoiceField):
    """An organisation that is there today."""

    def __init__(self, label: str, *, required: bool = True) -> None:
        super().__init__(label=label, choices=self._listed, required=required)

    def _listed(self) -> list[tuple[str, str]]:
        bodies = Body.objects.filter(ends=None).values_list("code", "name")
        return [("", "—"), *((code, f"{name}（{code}）") for code, name in bodies)]


class Reason(forms.Form):
    """On what ground something is done: it stands in the journal."""

    reason = forms.CharField(label="事由", max_length=200)


class Turning(forms.Form):
    """When an organisation changes, and on what ground."""

    day = _Day("起始日期")
    reason = forms.CharField(label="依据（文号或说明）", max_length=200)


class Import(Turning):
    """Organisations of a book."""

    book = forms.ChoiceField(label="工作文件夹")

    def __init__(self, books: list[tuple[str, str]], *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["book"].choices = books  # type: ignore[attr-defined]


class Found(Turning):
    """A new organisation."""

    code = forms.RegexField(_CODE, label="代码", error_messages={"invalid": _CODE_TOLD})
    name = forms.CharField(label="名称", max_length=80)
    kind = forms.ChoiceField(label="类型", choices=[(k.value, k.label) for k in OrgKind])
    parent = _Org("隶属于", required=False)
    group = forms.CharField(label="比较分组", max_length=30, required=False)
    is_summand = forms.BooleanField(label="数据计入上级", required=False, initial=True)


class Rename(Turning):
    """Another name."""

    name = forms.CharField(label="新名称", max_length=80)


class Move(Turning):
    """Another parent."""

    parent = _Org("改为隶属于", required=False)


class Entrust(Turning):
    """Who runs it."""

    run_by = _Org("由谁托管（空着为收回）", required=False)


class Resort(Turning):
    """Another group, and whether its figures count."""

    group = forms.CharField(label="比较分组", max_length=30, required=False)
    is_summand = forms.BooleanField(label="数据计入上级", required=False)


class Split(Turning):
    """The parts, one a line."""

    parts = forms.CharField(
        label="拆成哪些单位（每行：代码 名称）", widget=forms.Textarea({"rows": 4})
    )

    def clean_parts(self) -> list[tuple[str, str]]:
        """Return a code and a name for each line."""
        code = forms.RegexField(_CODE, error_messages={"invalid": _CODE_TOLD})
        name = forms.CharField(max_length=80)
        lines = [line.split(None, 1) for line in self.cleaned_data["parts"].splitlines()]
        if any(len(line) == 1 for line in lines):
            raise forms.ValidationError("每行要有代码和名称，中间空一格。")
        return [(str(code.clean(a)), str(name.clean(b))) for a, b in filter(None, lines)]


class Merge(Turning):
    """With whom, and what becomes of them."""

    others = forms.MultipleChoiceField(label="与哪些单位合并", choices=_Org("")._listed)
    code = forms.RegexField(
        _CODE, label="合并后的代码", error_messages={"invalid": _CODE_TOLD}
    )
    name = forms.CharField(label="合并后的名称", max_length=80)


class NewUser(forms.Form):
    """A new account."""

    login = forms.RegexField(
        r"^[\w.@+-]{2,60}$",
        label="账号",
        error_messages={"invalid": "账号由字母、数字和 . _ - @ 组成，2到60个字符"},
    )
    name = forms.CharField(label="姓名（只用于辨认账号）", max_length=40, required=False)


class NewPost(forms.Form):
    """A new post."""

    org = _Org("单位")
    title = forms.CharField(label="岗位名称", max_length=60)
    role = forms.ChoiceField(label="角色", choices=[(r.value, r.label) for r in Role])


class Grant(forms.Form):
    """Who holds a post from when."""

    user = forms.ModelChoiceField(User.objects.filter(is_active=True), label="账号")
    begins = _Day("起")
    ends = _Day("止（不含当天，空着为长期）", required=False)
    is_acting = forms.BooleanField(label="代行职务", required=False)


class Ending(Reason):
    """The day from which something is no more."""

    day = _Day("自哪天起")


def days_of(form: Grant) -> tuple[dt.date, dt.date | None]:
    """Return from when to when somebody holds a post."""
    return form.cleaned_data["begins"], form.cleaned_data["ends"]
