import Testing

@testable import Language

/// Every row of the table of stated quantities, and what must not be taken for one.
@Suite struct QuantityTests {
  @Test(arguments: [
    // bare and rounded: [v - u/2, v + u)
    ("57 million records", "plain", "56,500,000 to 58,000,000", "records"),
    ("1.3M accounts", "plain", "1,250,000 to 1,400,000", "accounts"),
    ("147.9 million consumers", "plain", "147,850,000 to 148,000,000", "people"),
    ("20,000 customers", "plain", "15,000 to 30,000", "customers"),
    ("20 million users", "plain", "19,500,000 to 21,000,000", "users"),
    // bare and exact
    ("184,213 people", "plain", "184,213", "people"),
    ("184 213 people", "plain", "184,213", "people"),
    ("14,021 current and former customers", "plain", "14,021", "customers"),
    ("two hundred and five thousand patients", "plain", "204,500 to 206,000", "patients"),
    ("forty-five (45) students", "plain", "45", "students"),
    ("half a million users", "plain", "475,000 to 550,000", "users"),
    ("1.5m devices", "plain", "1,450,000 to 1,600,000", "devices"),
    // about
    ("about 57 million people", "about", "54,150,000 to 59,850,000", "people"),
    ("approximately 14,000 employees", "about", "13,000 to 15,000", "employees"),
    ("some 5,000 files", "about", "4,500 to 5,500", "files"),
    ("~5,000 files", "about", "4,500 to 5,500", "files"),
    // lower bounds
    ("over 20 million accounts", "moreThan", "more than 20,000,000", "accounts"),
    ("more than 12,000 households", "moreThan", "more than 12,000", "households"),
    ("at least 500 devices", "atLeast", "at least 500", "devices"),
    ("500+ devices", "atLeast", "at least 500", "devices"),
    ("500 or more devices", "atLeast", "at least 500", "devices"),
    ("no fewer than 12 servers", "atLeast", "at least 12", "devices"),
    ("more than about 5,000 cards", "moreThan", "more than 5,000", "cards"),
    // just below
    ("nearly 5,000 customers", "almost", "4,000 to 5,000", "customers"),
    ("just under 3 million customers", "almost", "2,000,000 to 3,000,000", "customers"),
    // upper bounds
    ("up to 10,000 people", "atMost", "0 to 10,000", "people"),
    ("as many as 10,000 people", "atMost", "0 to 10,000", "people"),
    ("no more than 300 records", "atMost", "0 to 300", "records"),
    ("fewer than 500 users", "lessThan", "0 to 500", "users"),
    ("500 or fewer users", "atMost", "0 to 500", "users"),
    // ranges
    ("between 10,000 and 15,000 people", "range", "10,000 to 15,000", "people"),
    ("10-15 million people", "range", "10,000,000 to 15,000,000", "people"),
    ("10,000–15,000 accounts", "range", "10,000 to 15,000", "accounts"),
    ("from 200 to 300 files", "range", "200 to 300", "files"),
    ("5k-20k emails", "range", "5,000 to 20,000", "emails"),
    ("two or three employees", "range", "2 to 3", "employees"),
    // exactly, only
    ("exactly 10,000 people", "exactly", "10,000", "people"),
    ("a total of 3,000 people", "exactly", "3,000", "people"),
    ("only 12 accounts", "only", "12", "accounts"),
    ("a single employee account", "plain", "1", "employees"),
    ("one employee", "plain", "1", "employees"),
    // vague counts
    ("a couple of customers", "few", "2 to 3", "customers"),
    ("a handful of customers", "few", "2 to 9", "customers"),
    ("a few users", "few", "2 to 10", "users"),
    ("several servers", "few", "3 to 20", "devices"),
    ("dozens of employees", "indefinitePlural", "24 to 120", "employees"),
    ("scores of patients", "indefinitePlural", "40 to 200", "patients"),
    ("hundreds of users", "indefinitePlural", "200 to 1,000", "users"),
    ("thousands of users", "indefinitePlural", "2,000 to 10,000", "users"),
    ("tens of thousands of people", "indefinitePlural", "20,000 to 100,000", "people"),
    ("hundreds of thousands of people", "indefinitePlural", "200,000 to 1,000,000", "people"),
    ("millions of records", "indefinitePlural", "2,000,000 to 10,000,000", "records"),
    ("no customers", "none", "0", "customers"),
    ("not a single account", "none", "0", "accounts"),
    ("an unknown number of customers", "unknown", "any number", "customers"),
  ])
  func counts(text: String, modifier: String, interval: String, unit: String) throws {
    let quantities = Prose("We found that " + text + " were affected.").quantities
    let quantity = try #require(quantities.first)
    #expect(quantities.count == 1)
    #expect(quantity.modifier.rawValue == modifier)
    #expect(quantity.interval.description == interval)
    #expect(quantity.unit == unit)
    #expect(!quantity.isPercent)
  }

  @Test(arguments: [
    ("a small number of customers", "small", "0 to 0.01"),
    ("a limited number of our users", "small", "0 to 0.01"),
    ("a small percentage of accounts", "small", "0 to 0.01"),
    ("a subset of customers", "part", "0 to 0.5"),
    ("some of our customers", "part", "0 to 0.5"),
    ("certain customers", "part", "0 to 0.5"),
    ("many customers", "many", "0.1 to 1"),
    ("most of our customers", "majority", "0.5 to 1"),
    ("the majority of customers", "majority", "0.5 to 1"),
    ("the vast majority of customers", "majority", "0.8 to 1"),
    ("nearly all customers", "nearlyAll", "0.95 to 1"),
    ("all customers", "all", "1"),
    ("6 % of our customers", "plain", "0.055 to 0.07"),
    ("0.1% of customers", "plain", "0.0005 to 0.002"),
    ("fewer than 1% of customers", "lessThan", "0 to 0.01"),
    ("less than one percent of our customers", "lessThan", "0 to 0.01"),
    ("one in five customers", "plain", "0.19 to 0.22"),
    ("half of our customers", "plain", "0.475 to 0.55"),
    ("two-thirds of customers", "plain", "0.633333333333 to 0.733333333332"),
    ("5 to 6 % of customers", "range", "0.05 to 0.06"),
  ])
  func shares(text: String, modifier: String, interval: String) throws {
    let quantity = try #require(Prose("The intruder reached " + text + ".").quantities.first)
    #expect(quantity.modifier.rawValue == modifier)
    #expect(quantity.interval.description == interval)
    #expect(quantity.isPercent)
    #expect(["customers", "users", "accounts"].contains(quantity.unit))
    #expect(quantity.baseRange != nil)
  }

  @Test func informativeWindows() throws {
    let over = try #require(Prose("over 20 million accounts").quantities.first)
    #expect(over.informative?.description == "20,000,000 to 22,000,000")
    let upTo = try #require(Prose("up to 10,000 people").quantities.first)
    #expect(upTo.informative?.description == "0 to 10,000")
    let thousands = try #require(Prose("thousands of people").quantities.first)
    #expect(thousands.tolerated?.description == "1,200 to 10,000")
  }

  @Test(arguments: [
    "In 2023 we moved.", "On March 4, 2024 we moved.", "We hold ISO 27001 and SOC 2 Type 2.",
    "AES-256 and TLS 1.2 are used.", "See CVE-2024-12345.",
    "Call 1-800-555-0199 or (800) 555-0199.", "Support is there 24/7.", "At 5:30 p.m. we left.",
    "Version 2.1 fixes it.", "See section 4.2.",
    "It is the 2nd time.", "1. Change it", "Address 192.168.10.20 was seen.", "It lasted 58 hours.",
    "This one is good.", "Capital One said so.",
    "Microsoft Office 365 works.", "FIPS 140-2 applies.", "PCI DSS 4.0 applies.",
    "It was opened on 03/04/2024.", "Article 33 of the law applies.",
    "It weighs 180 kg.", "256-bit keys are used.", "RFC 9110 applies.",
  ])
  func noCounts(text: String) {
    let found = Prose(text).quantities
    #expect(found.isEmpty, "\(found.map { Prose(text).text($0.tokenRange) })")
  }

  @Test func moneyAndAge() throws {
    #expect(Prose("They paid $2.4bn.").quantities.map(\.measure) == [.money])
    #expect(Prose("They paid 12 million euros.").quantities.map(\.measure) == [.money])
    #expect(Prose("They paid £500.").quantities.map(\.measure) == [.money])
    #expect(Prose("It is for children under 13.").quantities.map(\.measure) == [.age])
    #expect(try #require(Prose("$2.4bn").quantities.first).stated == ExactNumber(2_400_000_000))
  }

  @Test func doesNotTrap() {
    for text in [
      "", "%", "999999999999999999999999999999999999 people", "99999999 trillion trillion trillion accounts",
      "1/0", "0 of 0", "between and", "more than", "one in", "$",
    ] {
      _ = Prose(text).quantities
      _ = Prose(text).times(CalendarDay(year: 2024, month: 1, day: 1))
    }
  }
}
