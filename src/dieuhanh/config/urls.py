"""Where every page lives."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("dieuhanh.desk.urls")),
    path("", include("dieuhanh.assessment.urls")),
    path("so-lieu/", include("dieuhanh.reports.urls")),
    path("van-ban/", include("dieuhanh.documents.urls")),
    path("dia-ban/", include("dieuhanh.bodies.urls")),
    path("", include("dieuhanh.people.urls")),
    path("ngon-ngu/", login_not_required(set_language), name="set_language"),
]
handler400 = "dieuhanh.config.errors.bad_request"
handler403 = "dieuhanh.config.errors.refused"
handler404 = "dieuhanh.config.errors.missing"
handler500 = "dieuhanh.config.errors.broken"
