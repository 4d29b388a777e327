
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0001_notices'),
        ('tasks', '0002_task_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='TaskTold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=8)),
                ('number', models.IntegerField()),
                ('on', models.DateField()),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tasks.task')),
            ],
            options={
                'indexes': [models.Index(fields=['what', 'on'], name='task_told_by_day')],
                'constraints': [models.UniqueConstraint(fields=('task', 'what', 'number', 'on'), name='task_told_once')],
            },
        ),
    ]
