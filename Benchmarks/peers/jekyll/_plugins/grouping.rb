# Groups the notices by case, organization and tag once, and makes the further pages of long lists.
module Grouping
  class Generator < Jekyll::Generator
    safe true

    def generate(site)
      @site = site
      notices = site.collections["notices"].docs.sort_by { |doc| [doc.data["date"], doc.url] }
      cases = site.collections["cases"].docs.sort_by { |doc| doc.data["number"] }
      group_cases(cases, notices)
      group_organizations(notices.reverse)
      group_subjects(notices.reverse)
      add_indexes(cases, notices)
    end

    private

    def group_cases(cases, notices)
      by_case = notices.group_by { |doc| doc.data["case"] }
      by_case.each_value { |docs| add_neighbours(docs) }
      add_neighbours(cases)
      cases.each do |doc|
        docs = doc.data["notices"] = by_case.fetch(doc.data["number"])
        doc.data["parties"] = parties(docs)
        doc.data["publishers"] = docs.map { |notice| notice.data.slice("publisher", "publisher_name") }.uniq
        doc.data["events"] = docs.flat_map { |notice|
          notice.data["timeline"].map { |event| event.merge("notice" => notice) }
        }.sort_by.with_index { |event, index| [event["date"].to_s, index] }
        docs.each { |notice| notice.data["of_case"] = doc }
      end
    end

    def add_neighbours(docs)
      docs.each_with_index do |doc, index|
        doc.data["before"] = docs[index - 1] if index.positive?
        doc.data["after"] = docs[index + 1]
      end
    end

    # The publishers of a case, then its parties by role, each once.
    def parties(notices)
      named = notices.flat_map { |notice|
        publisher = { "role" => @site.config["capacities"].first, "organization" => notice.data["publisher"],
                      "name" => notice.data["publisher_name"] }
        [publisher, *notice.data["parties"].map { |party| party.slice("role", "organization", "name") }]
      }.uniq
      @site.config["capacities"].flat_map { |role| named.select { |party| party["role"] == role } }
    end

    def group_organizations(notices)
      lists = Hash.new { |hash, key| hash[key] = Hash.new { |roles, role| roles[role] = [] } }
      notices.each do |notice|
        notice.data["capacities"].each { |id, roles| roles.each { |role| lists[id][role] << notice } }
      end
      @site.collections["organizations"].docs.each do |doc|
        by_role = lists[doc.data["id_of"]]
        doc.data["total"] = by_role.values.flatten.uniq.size
        roles = @site.config["capacities"].select { |role| by_role.key?(role) }
        add_pages(doc, roles.flat_map { |role| by_role[role].map { |notice| [role, notice] } }) do |entries|
          { "sections" => entries.group_by(&:first).map { |role, shown|
            { "role" => role, "total" => by_role[role].size, "notices" => shown.map(&:last) }
          } }
        end
      end
    end

    def group_subjects(notices)
      lists = Hash.new { |hash, key| hash[key] = [] }
      notices.each { |notice| notice.data["subjects"].each { |subject| lists[subject["id"]] << notice } }
      @site.collections["subjects"].docs.each do |doc|
        doc.data["total"] = lists[doc.data["id_of"]].size
        add_pages(doc, lists[doc.data["id_of"]])
      end
    end

    def add_indexes(cases, notices)
      years = cases.group_by { |doc| doc.data["year"] }
      page("/", "home", "title" => @site.config["title"], "entries" => notices.last(20).reverse, "years" => years.keys.reverse)
      index("/incidents/", "case-index", "事件番号索引", cases.reverse)
      years.each { |year, docs| index("/incidents/#{year}/", "case-index", "#{year}年の事件", docs, "year" => year) }
      { "organizations" => ["組織索引", "/organizations/"], "subjects" => ["タグ索引", "/tags/"] }.each do |name, (title, url)|
        index(url, "name-index", title, @site.collections[name].docs.sort_by { |doc| doc.data["order_of"] })
      end
      page("/404.html", "not-found", "title" => "ページが見つかりません")
      page("/sitemap.xml", "sitemap", {})
    end

    def index(url, layout, title, docs, more = {})
      add_pages(page(url, layout, more.merge("title" => title)), docs)
    end

    # Gives a page its first entries, and adds pages for the others.
    def add_pages(first, entries)
      list = first.data["permalink"]
      slices = entries.each_slice(@site.config["page_size"]).to_a
      kept = first.data.slice("title", "year", "reading", "kind_of", "total")
      [slices.size, 1].max.times do |place|
        shown = slices[place] || []
        data = block_given? ? yield(shown) : { "entries" => shown }
        data.merge!("pages" => slices.size, "number" => place + 1, "list" => list)
        if place.zero?
          first.data.merge!(data)
        else
          # A page of its own, with the text of the first.
          page("#{list}page/#{place + 1}/", first.data["layout"], kept.merge(data), first.content)
        end
      end
    end

    def page(url, layout, data, content = nil)
      folder, name = url.end_with?("/") ? [url, "index.html"] : ["/", File.basename(url)]
      page = Jekyll::PageWithoutAFile.new(@site, @site.source, folder, name)
      page.content = content if content
      page.data.merge!(data.merge("layout" => layout, "permalink" => url))
      @site.pages << page
      page
    end
  end

  module Filters
    # 12345 as 12,345.
    def grouped(number)
      number.to_s.gsub(/(?<=\d)(?=(\d{3})+$)/, ",")
    end
  end
end

Liquid::Template.register_filter(Grouping::Filters)
