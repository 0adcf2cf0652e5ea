import django.core.validators
from decimal import Decimal

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def move(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Every answer becomes a version of the terms; its words, days and key stay."""
    terms = apps.get_model("ledger", "Terms")
    same = ("id", "offer_id", "key", "heard_on", "channel", "base", "sign_on", "leave_days", "other", "decide_by")
    for answer in apps.get_model("outcome", "Answer").objects.all():
        kind = "final" if answer.is_final else "revised"
        moved = terms.objects.create(kind=kind, **{name: getattr(answer, name) for name in same})
        terms.objects.filter(pk=moved.pk).update(made_at=answer.made_at)


class Migration(migrations.Migration):
    dependencies = [("outcome", "0001_answers_and_decisions"), ("ledger", "0001_what_was_said")]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel("Answer"),
    ]
