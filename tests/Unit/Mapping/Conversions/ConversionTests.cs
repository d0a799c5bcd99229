using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Tests.Unit.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions;

public sealed class ConversionTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("""{ "kind": "date" }""", "\"2026-01-31T22:30:00Z\"", "\"2026-01-31\"")]
    [InlineData("""{ "kind": "date" }""", "\"2026-01-31T23:30:00Z\"", "\"2026-02-01\"")]
    [InlineData("""{ "kind": "date" }""", "\"2026-01-31\"", "\"2026-01-31\"")]
    [InlineData("""{ "kind": "date" }""", "1769902200", "\"2026-02-01\"")]
    [InlineData("""{ "kind": "date", "zone": "America/New_York" }""", "\"2026-02-01T03:30:00Z\"", "\"2026-01-31\"")]
    [InlineData("""{ "kind": "date", "as": "utc" }""", "\"2026-07-01T12:00:00.5+02:00\"", "\"2026-07-01T10:00:00Z\"")]
    [InlineData("""{ "kind": "date", "as": "local" }""", "\"2026-07-01T10:00:00Z\"", "\"2026-07-01T12:00:00\"")]
    [InlineData("""{ "kind": "date", "as": "offset" }""", "\"2026-01-01T10:00:00Z\"", "\"2026-01-01T11:00:00\\u002B01:00\"")]
    [InlineData("""{ "kind": "date", "as": "epochSeconds", "numbers": "milliseconds" }""", "1769902200999", "1769902200")]
    [InlineData("""{ "kind": "date", "as": "utc", "sourceZone": "Europe/Berlin" }""", "\"2026-07-01 12:00:00\"", "\"2026-07-01T10:00:00Z\"")]
    [InlineData("""{ "kind": "number", "decimals": 2 }""", "\" 12.345 \"", "12.35")]
    [InlineData("""{ "kind": "number", "decimals": 2, "rounding": "halfEven" }""", "12.345", "12.34")]
    [InlineData("""{ "kind": "number", "decimals": 2 }""", "7", "7.00")]
    [InlineData("""{ "kind": "unit", "from": "lb", "to": "kg" }""", "10", "4.535924")]
    [InlineData("""{ "kind": "currency", "of": "JPY" }""", "120.5", "121")]
    [InlineData("""{ "kind": "currency", "of": "EUR" }""", "120.5", "120.50")]
    [InlineData("""{ "kind": "currency" }""", "\"eur\"", "\"EUR\"")]
    [InlineData("""{ "kind": "status", "map": { "P": "Open" } }""", "\"P\"", "\"Open\"")]
    [InlineData("""{ "kind": "text", "cut": 4 }""", "\"  abc def\"", "\"abc\"")]
    [InlineData("""{ "kind": "text", "ascii": true, "case": "upper" }""", "\"Größe\\n€ 5\"", "\"GROSSE ? 5\"")]
    [InlineData("""{ "kind": "text", "cut": 3 }""", "\"ab😀\"", "\"ab\"")]
    [InlineData("""{ "kind": "text", "prefix": "#" }""", "12", "\"#12\"")]
    [InlineData("""{ "kind": "address", "line": 1, "lines": 2, "lineLength": 12 }""", "\"Am Alten Markt 17\"", "\"Am Alten\"")]
    [InlineData("""{ "kind": "address", "line": 2, "lines": 2, "lineLength": 12 }""", "[\"Am Alten\", \"Markt 17\"]", "\"Markt 17\"")]
    public void Value_is_converted(string convert, string value, string expected)
    {
        var result = Map(convert, value);

        Assert.Empty(result.Problems);
        Assert.Equal(expected, result.Document!["to"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "kind": "date" }""", "\"31.01.2026\"")]
    [InlineData("""{ "kind": "date" }""", "\"2026-02-30\"")]
    [InlineData("""{ "kind": "date" }""", "\"2026-01-31T22:30:00\"")]
    [InlineData("""{ "kind": "date", "as": "utc" }""", "\"2026-01-31\"")]
    [InlineData("""{ "kind": "date" }""", "999999999999999999")]
    [InlineData("""{ "kind": "number" }""", "\"12,5\"")]
    [InlineData("""{ "kind": "number", "decimals": 2, "rounding": "refuse" }""", "12.345")]
    [InlineData("""{ "kind": "number", "min": 0 }""", "-1")]
    [InlineData("""{ "kind": "currency" }""", "\"€\"")]
    [InlineData("""{ "kind": "text" }""", "{}")]
    [InlineData("""{ "kind": "address", "line": 1, "lines": 1, "lineLength": 12 }""", "\"Am Alten Markt 17\"")]
    [InlineData("""{ "kind": "address", "line": 1, "lines": 5, "lineLength": 8 }""", "\"Donaudampfschiffstraße 1\"")]
    public void Value_that_does_not_fit_is_a_problem(string convert, string value)
    {
        var problem = Assert.Single(Map(convert, value).Problems);

        Assert.Equal(ProblemKind.ConversionFailed, problem.Kind);
        Assert.DoesNotContain(JsonNode.Parse(value)!.ToString(), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_that_is_not_listed_is_an_unmapped_code()
    {
        var problem = Assert.Single(Map("""{ "kind": "status", "map": { "P": "Open" } }""", "\"Z\"").Problems);

        Assert.Equal((ProblemKind.UnmappedCode, "Z"), (problem.Kind, problem.Code));
    }

    [Fact]
    public void Address_broken_into_lines_loses_no_word() => Prop.ForAll(Words().ArrayOf().ToArbitrary(), words =>
    {
        var street = string.Join(' ', words);
        var lines = Enumerable.Range(1, 10).Select(line => Map($$"""{ "kind": "address", "line": {{line}}, "lines": 10, "lineLength": 20 }""", $"\"{street}\"")).ToList();
        var isTooLong = lines.Exists(line => line.Problems.Count > 0);
        var joined = string.Join(' ', lines.Select(line => line.Draft["to"]?.GetValue<string>()).OfType<string>());
        return isTooLong ? lines.TrueForAll(line => line.Problems.Count > 0) : joined == street && lines.TrueForAll(line => (line.Draft["to"]?.GetValue<string>().Length ?? 0) <= 20);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Local_date_is_that_of_the_zone_whatever_the_moment() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seconds =>
    {
        var expected = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), Berlin).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Map("""{ "kind": "date" }""", $"{seconds}").Document!["to"]!.GetValue<string>() == expected;
    }).QuickCheckThrowOnFailure();

    private static Gen<string> Words() =>
        from length in Gen.Choose(1, 9)
        from letters in Gen.Elements("abcdefgh0123456789".ToCharArray()).ArrayOf(length)
        select new string(letters);

    private static MappingResult Map(string convert, string value) =>
        MappingDocumentTests.Parse($$"""{ "to": "to", "from": "value", "convert": {{convert}} }""")
            .Compile(null, null)
            .Map(JsonNode.Parse($$"""{ "value": {{value}} }""")!, LookupTables.None, new MappingContext { TimeZone = Berlin }, TestContext.Current.CancellationToken);
}
