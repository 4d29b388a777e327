
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assessment', '0001_initial'),
        ('bodies', '0002_changes_through_time'),
        ('conferences', '0006_site_expects'),
        ('documents', '0002_internal_papers'),
        ('plans', '0003_indicator_judged_origin'),
        ('tasks', '0002_task_search'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['lead', 'first_lead', 'state', 'due_on', 'done_on', 'assigned_on', 'assigner', 'field', 'repeats', 'extensions', 'disputed', 'official'], name='task_counts'),
        ),
    ]
