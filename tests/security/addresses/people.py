"""Signing in, one's own account, the administrator's pages."""

from tests.security.doors import NOT_OFFICE, Door, open_door, public, shut

DOORS: tuple[Door, ...] = (
    *public(
        "people:sign-in", "people:sign-out", "people:seat", "account_login", "account_logout",
        "mfa_authenticate", "socialaccount_login_cancelled", "account_signup", "account_inactive",
        "account_set_password", "socialaccount_connections",
    ),
    Door("people:enter", public("x")[0].guard, {"secret": "khong-co"}),
    Door("openid_connect_login", public("x")[0].guard, {"provider_id": "sso"}),
    Door("openid_connect_callback", public("x")[0].guard, {"provider_id": "sso"}),
    open_door("people:account"),
    open_door("people:act"),
    open_door("people:token"),
    open_door("account_reauthenticate"),
    open_door("mfa_reauthenticate"),
    open_door("account_change_password"),
    open_door("mfa_index"),
    open_door("mfa_activate_totp"),
    open_door("mfa_deactivate_totp"),
    open_door("mfa_view_recovery_codes"),
    open_door("mfa_generate_recovery_codes"),
    open_door("usersessions_list"),
    shut(
        "people:lend", to=NOT_OFFICE, post="post",
        sent={"to": "1", "since": "2022-01-12", "until": "2022-01-13", "reason": "x"},
    ),
    shut("people:end-lending", to=NOT_OFFICE, pk="delegation"),
    shut("people:drop-token", to=NOT_OFFICE, pk="token"),
    shut("people:users", to=NOT_OFFICE),
    shut("people:new-user", to=NOT_OFFICE, sent={"username": "ke-gian", "full_name": "x"}),
    shut("people:user", to=NOT_OFFICE, pk="user"),
    shut("people:details", to=NOT_OFFICE, pk="user", sent={"full_name": "x", "email": ""}),
    shut(
        "people:appoint", to=NOT_OFFICE, pk="user",
        sent={"title": "x", "role": "leader", "since": "2022-01-01"},
    ),
    shut(
        "people:grant", to=NOT_OFFICE, pk="user",
        sent={"permission": "figure.view", "since": "2022-01-01", "reason": "x"},
    ),
    shut("people:entry-link", to=NOT_OFFICE, pk="user"),
    shut("people:set-open", to=NOT_OFFICE, pk="user"),
    shut("people:reset-factor", to=NOT_OFFICE, pk="user"),
    shut("people:link-identity", to=NOT_OFFICE, pk="user", sent={"subject": "x"}),
    shut("people:unlink", to=NOT_OFFICE, pk="user"),
    shut("people:end-post", to=NOT_OFFICE, pk="post", sent={"last_day": "2022-01-12"}),
    shut("people:end-grant", to=NOT_OFFICE, pk="grant"),
    shut("people:explain", to=NOT_OFFICE),
)  # fmt: skip
