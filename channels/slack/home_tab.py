"""The Home tab, made anew whenever somebody opens it or presses something in it."""

from channels.slack.home import HomeTab, home_view
from channels.slack.subscribing import subscriptions
from channels.slack.visiting import Visit
from news.model import Edition


async def publish_home(visit: Visit) -> None:
    """Today's brief, the person's own settings, what they saved."""
    kept = await subscriptions(visit, visit.user)
    edition, zone = Edition(visit.language, 5), visit.reader.zone
    for one, _ in kept:
        edition, zone = Edition(visit.language, one.edition.minutes, one.edition.topics), one.zone
    tab = HomeTab(
        language=visit.language,
        brief=await visit.desk.brief(edition, zone=zone),
        subscriptions=kept,
        saved=await visit.desk.saved(visit.reader),
    )
    await visit.call("views.publish", user_id=visit.user, view=home_view(tab, base_url=visit.base_url))
