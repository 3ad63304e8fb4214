/// Views for the questions that are asked most; their columns are those of the tables, with words for readers.
enum DatabaseViews {
  static let all = [
    noticeOverview, incidentOverview, organizationRoles, statedCounts, yearlyCounts, dataKinds, lateness,
  ]

  /// One row for each notice with the words that pages show.
  private static let noticeOverview = """
    CREATE VIEW notice_overview AS
    SELECT n.published, n.case_number, n.publisher, n.title, c.label AS cause, d.label AS disclosure,
      s.label AS secondary_damage, r.label AS release_type, n.url
    FROM notices n
    LEFT JOIN terms c ON c.vocabulary = 'cause' AND c.term = n.cause
    LEFT JOIN terms d ON d.vocabulary = 'disclosure' AND d.term = n.disclosure
    LEFT JOIN terms s ON s.vocabulary = 'secondary damage' AND s.term = n.secondary_damage
    LEFT JOIN terms r ON r.vocabulary = 'release type' AND r.term = n.release_type
    ORDER BY n.published DESC, n.id
    """

  /// One row for each case with who published on it and what they state as causes.
  private static let incidentOverview = """
    CREATE VIEW incident_overview AS
    SELECT i.case_number, i.title, i.first_published, i.last_published, i.notice_count,
      (SELECT count(DISTINCT n.publisher_id) FROM notice_incidents l JOIN notices n ON n.id = l.notice_id
        WHERE l.case_number = i.case_number) AS publisher_count,
      (SELECT group_concat(label, '、') FROM (SELECT DISTINCT t.label FROM notice_incidents l
        JOIN notices n ON n.id = l.notice_id JOIN terms t ON t.vocabulary = 'cause' AND t.term = n.cause
        WHERE l.case_number = i.case_number ORDER BY t.label)) AS causes,
      i.url
    FROM incidents i
    ORDER BY i.case_number
    """

  /// Who had which role how often; a publisher of a notice is one with the role 公表者.
  private static let organizationRoles = """
    CREATE VIEW organization_roles AS
    SELECT o.id AS organization_id, o.name AS organization, x.role, count(DISTINCT x.notice_id) AS notice_count
    FROM organizations o
    JOIN (
      SELECT publisher_id AS organization_id, '公表者' AS role, id AS notice_id FROM notices
      UNION ALL
      SELECT p.organization_id, t.label, p.notice_id FROM parties p
      JOIN terms t ON t.vocabulary = 'role' AND t.term = p.role
    ) x ON x.organization_id = o.id
    GROUP BY o.id, x.role
    ORDER BY notice_count DESC, o.id, x.role
    """

  /// What notices stated and no later notice revised. Counts are statements: nothing adds them up.
  private static let statedCounts = """
    CREATE VIEW stated_counts AS
    SELECT a.case_number, n.published, n.publisher, a.organization, a.subject, a.count, u.label AS unit,
      q.label AS qualifier, a.data, a.as_of, n.url
    FROM affected a
    JOIN notices n ON n.id = a.notice_id
    LEFT JOIN terms u ON u.vocabulary = 'unit' AND u.term = a.unit
    LEFT JOIN terms q ON q.vocabulary = 'qualifier' AND q.term = a.qualifier
    WHERE a.count IS NOT NULL AND a.superseded = 0
    ORDER BY a.count DESC, a.notice_id, a.position
    """

  private static let yearlyCounts = """
    CREATE VIEW notices_by_year AS
    SELECT substr(published, 1, 4) AS year, count(*) AS notice_count,
      count(DISTINCT case_number) AS incident_count, count(DISTINCT publisher_id) AS publisher_count
    FROM notices GROUP BY year ORDER BY year
    """

  private static let dataKinds = """
    CREATE VIEW notices_by_data AS
    SELECT t.label AS data, t.veris, count(DISTINCT d.notice_id) AS notice_count
    FROM affected_data d JOIN terms t ON t.vocabulary = 'data' AND t.term = d.data
    GROUP BY t.term ORDER BY notice_count DESC, t.term
    """

  /// Days from what happened, and from its discovery, to the publication of each notice.
  private static let lateness = """
    CREATE VIEW days_until_published AS
    SELECT n.case_number, n.publisher, n.published, x.occurred, x.detected,
      CAST(julianday(n.published) - julianday(x.occurred) AS INTEGER) AS days_since_occurred,
      CAST(julianday(n.published) - julianday(x.detected) AS INTEGER) AS days_since_detected, n.url
    FROM notices n
    JOIN (
      SELECT notice_id, min(CASE WHEN event IN ('occurred', 'exposed') THEN date END) AS occurred,
        min(CASE WHEN event = 'detected' THEN date END) AS detected
      FROM timeline GROUP BY notice_id
    ) x ON x.notice_id = n.id
    WHERE x.occurred IS NOT NULL OR x.detected IS NOT NULL
    ORDER BY n.published DESC, n.id
    """
}
