"""Where every page lives."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from dieuhanh.config.api import urls as api_urls
from dieuhanh.desk.queries.paper_books import PaperBooks
from dieuhanh.documents.urls import documents_urls
from dieuhanh.plans.urls import plans_urls
from dieuhanh.reports.queries.results import results_of

urlpatterns = [
    path("api/v1/", api_urls()),
    path("", include("dieuhanh.desk.urls")),
    path("", include("dieuhanh.assessment.urls")),
    path("", include("dieuhanh.reports.urls")),
    path("lap-ke-hoach/", include(plans_urls(results_of))),
    path("hoi-nghi/", include("dieuhanh.conferences.urls")),
    path("nhiem-vu/", include("dieuhanh.tasks.urls")),
    path("van-ban/", include(documents_urls(PaperBooks()))),
    path("dia-ban/", include("dieuhanh.bodies.urls")),
    path("", include("dieuhanh.people.urls")),
    path("", include("dieuhanh.people.urls.library")),
    path("ngon-ngu/", login_not_required(set_language), name="set_language"),
]
handler400 = "dieuhanh.config.errors.bad_request"
handler403 = "dieuhanh.config.errors.refused"
handler404 = "dieuhanh.config.errors.missing"
handler429 = "dieuhanh.config.errors.too_many"
handler500 = "dieuhanh.config.errors.broken"
