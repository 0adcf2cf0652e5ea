from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def move_on(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """An offer that is there in writing stands at its review; until now only the counter moved the stage."""
    offers = apps.get_model("offers", "Offer").objects
    offers.filter(stage="received", stated_as="written").update(stage="reviewed")


class Migration(migrations.Migration):
    dependencies = [("offers", "0001_offers_and_teams")]

    operations = [migrations.RunPython(move_on, migrations.RunPython.noop)]
