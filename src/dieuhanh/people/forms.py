"""Forms of signing in and of one's own account."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from dieuhanh.bodies.queries import areas_within, bodies_within
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.text import nfc
from dieuhanh.domain.wording.permissions import permission_text
from dieuhanh.ui.language import page_lang, pick

from .queries.people import colleagues, lendable_post, user_list
from .roles import ROLES


class SignInForm(LoginForm):  # type: ignore[misc] # allauth is not typed
    """Name and password, sent as `username` and `password`."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in (("login", _("Tên đăng nhập")), ("password", _("Mật khẩu"))):
            self.fields[name].label = label
            self.fields[name].help_text = ""
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["login"].widget.attrs["autofocus"] = True

    def add_prefix(self, field_name: str) -> str:
        """The name is sent as `username`, as password managers expect."""
        return "username" if field_name == "login" else str(super().add_prefix(field_name))


class NewPasswordForm(forms.Form):
    """A password told twice, long enough and not a common one."""

    password = forms.CharField(
        label=_("Mật khẩu mới"),
        help_text=_("Ít nhất 12 ký tự; một câu dài dễ nhớ là tốt nhất."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        strip=False,
    )
    again = forms.CharField(
        label=_("Nhập lại mật khẩu"),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        strip=False,
    )

    def clean_password(self) -> str:
        """Ask the installation's rules."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean(self) -> dict[str, Any]:
        """Both must be the same."""
        told = super().clean() or {}
        if told.get("password") and told.get("password") != told.get("again"):
            self.add_error("again", _("Hai lần nhập không giống nhau."))
        return told


class DayInput(forms.DateInput):
    """A day, typed as dd/mm/yyyy or ISO, whatever the browser's own habit."""

    def __init__(self) -> None:
        marks = {"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off"}
        super().__init__(attrs=marks, format="%d/%m/%Y")


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day; the last one of a stretch may be left open."""
    return forms.DateField(
        label=label, required=required, help_text=help_text, widget=DayInput(),
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
    )  # fmt: skip


class DelegationForm(forms.Form):
    """To whom, from when to when, why. Raises Missing for a post that is not one's to hand on."""

    to = forms.ChoiceField(label=_("Người làm thay"))
    since = day_field(_("Từ ngày"))
    until = day_field(_("Đến hết ngày"))
    reason = forms.CharField(label=_("Lý do"), max_length=300)

    def __init__(self, *args: Any, by: Actor, post: int, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.post = lendable_post(post, by=by, on=today)
        people = colleagues(self.post, on=today)
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            (str(person.pk), str(person)) for person in people if f"user:{person.pk}" != by.id
        ]
        self.fields["since"].initial = today


class TokenForm(forms.Form):
    """A token's name, what it may do, and its last day."""

    name = forms.CharField(
        label=_("Tên khóa"), max_length=80, help_text=_("Ví dụ: phần mềm báo cáo của huyện.")
    )
    permissions = forms.MultipleChoiceField(
        label=_("Khóa được làm gì"), widget=forms.CheckboxSelectMultiple
    )
    expires_on = day_field(_("Dùng đến hết ngày"))

    def __init__(self, *args: Any, by: Actor, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        held = [each for each in Permission if by.may(each)]
        self.fields["permissions"].choices = [  # type: ignore[attr-defined]
            (each.value, permission_text(each, page_lang())) for each in held
        ]
        self.fields["expires_on"].initial = today + timedelta(days=90)

    def scopes(self) -> list[Permission]:
        """What was chosen."""
        return [Permission(each) for each in self.cleaned_data["permissions"]]


class DetailsForm(forms.Form):
    """Who a user is."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        help_text=_("Định danh của cơ quan tìm người dùng bằng địa chỉ này."),
    )


class UserForm(DetailsForm):
    """A new user."""

    username = forms.CharField(
        label=_("Tên đăng nhập"), max_length=80, help_text=_("Chữ thường không dấu, ví dụ: nva.")
    )
    field_order = ("username", "full_name", "email")


class FieldNames(forms.CharField):
    """Fields of work, with semicolons between; empty: every field."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Lĩnh vực"), required=False,
            help_text=_("Cách nhau bằng dấu chấm phẩy, ví dụ: y tế; lao động - xã hội. Để trống: mọi lĩnh vực."),
        )  # fmt: skip

    def clean(self, value: Any) -> list[str]:
        """The names, as indicators write them."""
        text = nfc(super().clean(value)).lower()
        return list(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))


class AppointForm(forms.Form):
    """A post: role, body, title, fields and days."""

    title = forms.CharField(label=_("Chức vụ"), max_length=160)
    role = forms.ChoiceField(label=_("Vai"))
    body = forms.ChoiceField(label=_("Cơ quan"), required=False)
    fields_seen = FieldNames()
    since = day_field(_("Từ ngày"))
    until = day_field(_("Đến hết ngày"), required=False, help_text=_("Để trống: chưa định."))

    def __init__(self, *args: Any, by: Actor, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        roles = [(role.code, pick(role.name, role.name_en)) for role in ROLES.values()]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["body"].choices = body_choices(by, today)  # type: ignore[attr-defined]
        self.fields["since"].initial = today


class GrantForm(forms.Form):
    """A permission beyond one's posts: where, from when to when, why."""

    permission = forms.ChoiceField(label=_("Quyền"))
    area = forms.ChoiceField(label=_("Địa bàn (và mọi địa bàn bên dưới)"), required=False)
    body = forms.ChoiceField(label=_("Thay mặt cơ quan"), required=False)
    fields_seen = FieldNames()
    since = day_field(_("Từ ngày"))
    until = day_field(_("Đến hết ngày"), required=False, help_text=_("Để trống: chưa định."))
    reason = forms.CharField(label=_("Lý do"), max_length=300)

    def __init__(self, *args: Any, by: Actor, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["permission"].choices = permission_choices()  # type: ignore[attr-defined]
        self.fields["area"].choices = area_choices(by, today)  # type: ignore[attr-defined]
        self.fields["body"].choices = body_choices(by, today)  # type: ignore[attr-defined]
        self.fields["since"].initial = today


class LastDayForm(forms.Form):
    """The last day of a post."""

    last_day = day_field(_("Ngày cuối cùng giữ chức vụ"))


class IdentityForm(forms.Form):
    """What the identity provider calls the person."""

    subject = forms.CharField(
        label=_("Mã định danh (sub)"), max_length=190, help_text=_("Hệ thống định danh cung cấp.")
    )


class ExplainForm(forms.Form):
    """Who, what, where and when."""

    person = forms.ChoiceField(label=_("Người dùng"))
    permission = forms.ChoiceField(label=_("Quyền"))
    area = forms.ChoiceField(label=_("Địa bàn"), required=False)
    field = forms.CharField(label=_("Lĩnh vực"), required=False)
    body = forms.ChoiceField(label=_("Thay mặt cơ quan"), required=False)
    on = day_field(_("Vào ngày"))

    def __init__(self, *args: Any, by: Actor, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        people = user_list(seen_by=by, on=today)
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            (str(each.pk), f"{each} ({each.username})") for each in people
        ]
        self.fields["permission"].choices = permission_choices()  # type: ignore[attr-defined]
        self.fields["area"].choices = area_choices(by, today)  # type: ignore[attr-defined]
        self.fields["body"].choices = body_choices(by, today)  # type: ignore[attr-defined]


def permission_choices() -> list[tuple[str, str]]:
    """Every permission with what it lets one do."""
    return [
        (each.value, f"{permission_text(each, page_lang())} ({each.value})") for each in Permission
    ]


def body_choices(by: Actor, on: date) -> list[tuple[str, str]]:
    """The bodies an administrator may appoint to."""
    found = bodies_within(by.areas(Permission.USER_EDIT), on)
    return [("", "—"), *((str(body.pk), pick(body.name, body.name_en)) for body in found)]


def area_choices(by: Actor, on: date) -> list[tuple[str, str]]:
    """The areas an administrator may give permissions in."""
    found = areas_within(by.areas(Permission.USER_EDIT), on)
    return [("", "—"), *((str(area.pk), f"{area.name} ({area.code})") for area in found)]
