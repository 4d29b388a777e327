"""The words of a task without accents, beside it; and returns found by their day."""

from typing import Any

import dieuhanh.tasks.models.folding
from django.db import migrations, models

from dieuhanh.domain.text import fold

OF = ("code", "title", "text", "product", "official")


def fold_all(apps: Any, _schema_editor: Any) -> None:
    """Fold what is there already."""
    model = apps.get_model("tasks", "Task")
    for row in model._default_manager.only("pk", *OF).iterator(chunk_size=2000):
        folded = fold(" ".join(getattr(row, name) for name in OF))
        model._default_manager.filter(pk=row.pk).update(folded=folded)


class Migration(migrations.Migration):
    dependencies = [("tasks", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="task",
            name="folded",
            field=dieuhanh.tasks.models.folding.FoldedField(default="", editable=False, of=OF),
        ),
        migrations.RunPython(fold_all, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="step",
            index=models.Index(
                condition=models.Q(kind="returned"), fields=["on"], name="returns_by_day"
            ),
        ),
    ]
