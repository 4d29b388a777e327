"""Where figures, forms, rounds and submissions live."""

from . import deciding, figures, forms, rounds, submissions, workbooks

app_name = "reports"
urlpatterns = [
    *deciding.urlpatterns,
    *figures.urlpatterns,
    *forms.urlpatterns,
    *rounds.urlpatterns,
    *submissions.urlpatterns,
    *workbooks.urlpatterns,
]
