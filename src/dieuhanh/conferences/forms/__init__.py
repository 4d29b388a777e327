"""Forms on which a conference is prepared."""

from .agenda import BesideForm, ItemForm, PaperForm
from .conference import ConferenceForm, as_typed
from .people import DelegateForm, SiteForm

__all__ = [
    "BesideForm",
    "ConferenceForm",
    "DelegateForm",
    "ItemForm",
    "PaperForm",
    "SiteForm",
    "as_typed",
]
