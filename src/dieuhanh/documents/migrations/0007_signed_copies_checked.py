from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0006_numbers_taken'),
    ]

    operations = [
        migrations.AddField(
            model_name='papersigned',
            name='differs',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='papersigned',
            name='found',
            field=models.CharField(blank=True, max_length=10),
        ),
    ]
