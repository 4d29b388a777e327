"""The pages of the sign-in library that are ours to show, under the names it looks for."""

from allauth.account.views import PasswordChangeView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCode
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.usersessions.views import ListUserSessionsView
from django.urls import path, reverse_lazy
from django.views.generic import RedirectView

from ..views import openid, sign_in

ACCOUNT = reverse_lazy("people:account")
SECOND_FACTOR = {"template_name": "people/second_factor.html"}
CONFIRM = {"template_name": "people/confirm.html"}

urlpatterns = [
    path("dang-nhap/", sign_in.SignIn.as_view(), name="account_login"),
    path("dang-xuat/", sign_in.SignOut.as_view(), name="account_logout"),
    path("dang-nhap/hai-lop/", AuthenticateView.as_view(**SECOND_FACTOR), name="mfa_authenticate"),
    path("dang-nhap/<slug:provider_id>/di/", openid.start, name="openid_connect_login"),
    path("dang-nhap/<slug:provider_id>/ve/", openid.back, name="openid_connect_callback"),
    path("dang-nhap/bi-tu-choi/", sign_in.turned_away, name="socialaccount_login_cancelled"),
    path(
        "tai-khoan/xac-nhan/", ReauthenticateView.as_view(**CONFIRM), name="account_reauthenticate"
    ),
    path(
        "tai-khoan/xac-nhan/ma/", ReauthenticateByCode.as_view(**CONFIRM), name="mfa_reauthenticate"
    ),
    path(
        "tai-khoan/mat-khau/",
        PasswordChangeView.as_view(template_name="people/password.html", success_url=ACCOUNT),
        name="account_change_password",
    ),
    path("tai-khoan/hai-lop/", RedirectView.as_view(url=ACCOUNT), name="mfa_index"),
    path(
        "tai-khoan/hai-lop/bat/",
        ActivateTOTPView.as_view(template_name="people/second_factor_on.html"),
        name="mfa_activate_totp",
    ),
    path(
        "tai-khoan/hai-lop/tat/",
        DeactivateTOTPView.as_view(template_name="people/second_factor_off.html"),
        name="mfa_deactivate_totp",
    ),
    path(
        "tai-khoan/ma-du-phong/",
        ViewRecoveryCodesView.as_view(template_name="people/recovery_codes.html"),
        name="mfa_view_recovery_codes",
    ),
    path(
        "tai-khoan/ma-du-phong/tao/",
        GenerateRecoveryCodesView.as_view(template_name="people/recovery_codes_new.html"),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "tai-khoan/phien/",
        ListUserSessionsView.as_view(template_name="people/sessions.html"),
        name="usersessions_list",
    ),
    path("tai-khoan/khong-co/", sign_in.nothing_here, name="account_signup"),
    path("tai-khoan/khong-co/", sign_in.nothing_here, name="account_inactive"),
    path("tai-khoan/khong-co/", sign_in.nothing_here, name="account_set_password"),
    path("tai-khoan/khong-co/", sign_in.nothing_here, name="socialaccount_connections"),
]
