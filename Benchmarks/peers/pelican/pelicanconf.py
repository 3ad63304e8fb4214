import json
from pathlib import Path

SITENAME = "公表文アーカイブ"
SITEDESCRIPTION = "性能を測るために作られた、架空の組織の公表文を集めたアーカイブです。"
SITEURL = ""
CANONICAL = "https://example.com"
PATH = "content"
ARTICLE_PATHS = ["incidents"]
THEME = "theme"
THEME_STATIC_PATHS = []
STATIC_PATHS = []
TIMEZONE = "Asia/Tokyo"
DEFAULT_LANG = "ja"
LOCALE = "C"
USE_FOLDER_AS_CATEGORY = False
DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"tag": None, "category": 1_000_000, "author": None, "period_archives": None}
PAGINATION_PATTERNS = ((1, "{base_name}/", "{base_name}/index.html"), (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"))
ARTICLE_URL = "incidents/{category}/{slug}/"
ARTICLE_SAVE_AS = "incidents/{category}/{slug}/index.html"
CATEGORY_URL = "incidents/{slug}/"
CATEGORY_SAVE_AS = "incidents/{slug}/index.html"
AUTHOR_URL = "organizations/{slug}/"
AUTHOR_SAVE_AS = "organizations/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
CATEGORIES_SAVE_AS = "incidents/index.html"
AUTHORS_SAVE_AS = "organizations/index.html"
TAGS_SAVE_AS = "tags/index.html"
ARCHIVES_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = "years/{date:%Y}/index.html"
YEAR_ARCHIVE_URL = "years/{date:%Y}/"
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
DIRECT_TEMPLATES = ["index", "categories", "authors", "tags", "404"]
LOAD_CONTENT_CACHE = False
CACHE_CONTENT = False
TYPOGRIFY = False
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}, "markdown.extensions.tables": {}}, "output_format": "html5"}
PLUGINS = []
NAMES = json.loads(Path(__file__).with_name("names.json").read_text(encoding="utf-8"))
CAPACITIES = ["公表者", "委託元", "委託先", "再委託先", "被害組織", "子会社", "利用サービス"]
YEARS = sorted({number[:4] for number in NAMES["cases"]}, reverse=True)
JINJA_GLOBALS = {"names": NAMES, "capacities": CAPACITIES, "years": YEARS}
JINJA_FILTERS = {
    "json": json.loads,
    "by_place": lambda entries, named: sorted(entries, key=lambda entry: named[entry[0].name]["place"]),
}
