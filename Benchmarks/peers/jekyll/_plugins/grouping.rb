# Groups the notices by case, organization and tag once, and makes the further pages of long lists.
module Grouping
  class Generator < Jekyll::Generator
    safe true

    def generate(site)
      @site = site
      notices = site.collections["notices"].docs.sort_by { |doc| [doc.data["date"], doc.url] }
      cases = site.collections["cases"].docs.sort_by { |doc| doc.data["number"] }
      group_cases(cases, notices)
      group("organizations", notices) { |doc| doc.data["organizations"] }
      group("subjects", notices) { |doc| doc.data["subjects"].map { |subject| subject["id"] } }
      add_indexes(cases, notices)
    end

    private

    def group_cases(cases, notices)
      by_case = notices.group_by { |doc| doc.data["case"] }
      by_case.each_value do |docs|
        docs.each_with_index do |doc, index|
          doc.data["before"] = docs[index - 1] if index.positive?
          doc.data["after"] = docs[index + 1]
        end
      end
      cases.each_with_index do |doc, index|
        doc.data["notices"] = by_case.fetch(doc.data["number"])
        doc.data["before"] = cases[index - 1] if index.positive?
        doc.data["after"] = cases[index + 1]
        doc.data["events"] = doc.data["notices"].flat_map { |notice|
          notice.data["timeline"].map { |event| event.merge("notice" => notice) }
        }.sort_by { |event| event["date"].to_s }
        doc.data["notices"].each { |notice| notice.data["of_case"] = doc }
      end
    end

    def group(collection, notices)
      lists = Hash.new { |hash, key| hash[key] = [] }
      notices.reverse_each { |doc| yield(doc).each { |key| lists[key] << doc } }
      @site.collections[collection].docs.each do |doc|
        add_pages(doc, lists[doc.data["id_of"]], doc.data["permalink"], doc.data["layout"])
      end
    end

    def add_indexes(cases, notices)
      home = page("/", "home", "title" => @site.config["title"], "entries" => notices.last(20).reverse)
      home.data["years"] = cases.map { |doc| doc.data["year"] }.uniq
      page("/feed.xml", "feed", "entries" => notices.last(@site.config["feed_size"]).reverse)
      index("/incidents/", "case-index", "事件番号索引", cases.reverse)
      cases.group_by { |doc| doc.data["year"] }.each do |year, docs|
        index("/incidents/#{year}/", "case-index", "#{year}年の事件", docs)
      end
      { "organizations" => "組織索引", "subjects" => "タグ索引" }.each do |name, title|
        docs = @site.collections[name].docs.sort_by { |doc| doc.data["reading"] }
        index(name == "subjects" ? "/tags/" : "/organizations/", "name-index", title, docs)
      end
      page("/404.html", "default", "title" => "ページが見つかりません")
    end

    def index(url, layout, title, docs)
      add_pages(page(url, layout, "title" => title), docs, url, layout)
    end

    # Gives a page its first entries, and adds pages for the others.
    def add_pages(first, docs, url, layout)
      slices = docs.each_slice(@site.config["page_size"]).to_a
      first.data.merge!(list_data(slices, 0, docs.size, url))
      slices.each_index do |number|
        next if number.zero?

        kept = first.data.slice("title", "reading", "kind_of")
        page("#{url}page/#{number + 1}/", layout, kept.merge(list_data(slices, number, docs.size, url)))
      end
    end

    def list_data(slices, number, total, url)
      { "entries" => slices[number] || [], "total" => total, "pages" => slices.size, "number" => number + 1, "list" => url }
    end

    def page(url, layout, data)
      folder, name = url.end_with?("/") ? [url, "index.html"] : ["/", File.basename(url)]
      page = Jekyll::PageWithoutAFile.new(@site, @site.source, folder, name)
      page.data.merge!(data.merge("layout" => layout, "permalink" => url))
      @site.pages << page
      page
    end
  end
end
