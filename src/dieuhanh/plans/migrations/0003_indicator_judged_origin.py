"""Which of two figures is judged: the one reported, or the sum of the level below."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_drafts_and_allocations")]

    operations = [
        migrations.AddField(
            model_name="indicator",
            name="judged_origin",
            field=models.CharField(default="reported", max_length=12),
        )
    ]
