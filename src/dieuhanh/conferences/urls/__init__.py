"""Where conferences live, under /hoi-nghi/."""

from . import ballots, closing, prepare, room

app_name = "conferences"
urlpatterns = [
    *prepare.urlpatterns,
    *room.urlpatterns,
    *ballots.urlpatterns,
    *closing.urlpatterns,
]
