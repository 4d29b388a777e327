"""Text that PostgreSQL cannot hold is refused on either database, and nothing is written."""

import pytest
from django.db import DataError, connection

from dieuhanh.bodies.models import Body

pytestmark = pytest.mark.django_db


def test_a_nul_is_refused_where_one_is_asked_for() -> None:
    with pytest.raises(DataError, match="NUL"):
        Body.objects.filter(name="a\x00b").exists()


def test_a_nul_among_many_is_refused() -> None:
    with pytest.raises(DataError, match="NUL"), connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE bodies_body SET note = %s WHERE id = -1", [("whole",), ("a\x00b",)]
        )
