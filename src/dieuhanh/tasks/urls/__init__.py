"""Where tasks live, under /nhiem-vu/."""

from . import lists, programmes, scores, tasks

app_name = "tasks"
urlpatterns = [
    *lists.urlpatterns,
    *programmes.urlpatterns,
    *scores.urlpatterns,
    *tasks.urlpatterns,
]
