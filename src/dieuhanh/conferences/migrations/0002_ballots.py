from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conferences", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="urn",
            name="key_name",
            field=models.CharField(default="", max_length=32, unique=True),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="ballot",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("conference",),
                name="one_ballot_at_a_time",
            ),
        ),
    ]
