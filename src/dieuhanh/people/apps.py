from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "dieuhanh.people"

    def ready(self) -> None:
        """Record what the sign-in library changes; it tells by signals and in no other way."""
        from allauth.account.signals import password_changed  # noqa: PLC0415
        from allauth.mfa import signals  # noqa: PLC0415

        from .jobs import note_password, note_second_factor_off, note_second_factor_on  # noqa: PLC0415

        password_changed.connect(note_password)
        signals.authenticator_added.connect(note_second_factor_on)
        signals.authenticator_reset.connect(note_second_factor_on)
        signals.authenticator_removed.connect(note_second_factor_off)
