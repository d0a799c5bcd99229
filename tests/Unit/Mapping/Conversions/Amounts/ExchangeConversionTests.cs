using System.Text.Json.Nodes;
using Integration.Mapping.Documents;
using Integration.Mapping.Reading;
using Integration.Tests.Unit.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Amounts;

public sealed class ExchangeConversionTests
{
    /// <summary>Figures in the size of real ones; the source's name stands for whoever the merchant takes them from.</summary>
    private const string Rates = """
        { "exchange-rates": { "source": "ECB reference rates", "rates": [
          { "from": "USD", "to": "EUR", "validFrom": "2026-01-02", "rate": 0.92135 },
          { "from": "USD", "to": "EUR", "validFrom": "2026-02-01", "rate": 0.93 },
          { "from": "EUR", "to": "JPY", "validFrom": "2026-01-02", "rate": 171.425, "source": "Bank of Japan" },
          { "from": "EUR", "to": "KWD", "validFrom": "2026-01-02", "rate": 0.3312 } ] } }
        """;

    [Theory]
    [InlineData("USD", "EUR", "2026-01-31", "100", "", "92.14")]
    [InlineData("USD", "EUR", "2026-02-01", "100", "", "93.00")]
    [InlineData("USD", "EUR", "2026-01-31T23:30:00Z", "100", "", "93.00")]
    [InlineData("USD", "EUR", "2026-01-31", "-100", "", "-92.14")]
    [InlineData("USD", "EUR", "2026-02-01", "0.5", "", "0.47")]
    [InlineData("USD", "EUR", "2026-02-01", "0.5", """, "rounding": "halfEven" """, "0.46")]
    [InlineData("USD", "EUR", "2026-02-01", "0.3333", """, "decimals": 4 """, "0.3100")]
    [InlineData("EUR", "JPY", "2026-01-31", "10", "", "1714")]
    [InlineData("EUR", "KWD", "2026-01-31", "10", "", "3.312")]
    [InlineData("EUR", "EUR", "2026-01-31", "10", "", "10.00")]
    [InlineData("USD", "EUR", "2026-01-31", "100", """, "give": "rate" """, "0.92135")]
    [InlineData("USD", "EUR", "2026-01-31", "100", """, "give": "rateDate" """, "2026-01-02")]
    [InlineData("USD", "EUR", "2026-01-31", "100", """, "give": "rateSource" """, "ECB reference rates")]
    [InlineData("EUR", "JPY", "2026-01-31", "100", """, "give": "rateSource" """, "Bank of Japan")]
    [InlineData("EUR", "EUR", "2026-01-31", "100", """, "give": "rate" """, "1")]
    public void Amount_is_converted_by_the_rate_of_the_date(string from, string to, string date, string amount, string more, string expected) =>
        Assert.Equal(expected, Written(Map(from, to, date, amount, more)));

    [Fact]
    public void Opposite_rate_counts_only_where_the_rule_allows_it()
    {
        Assert.Equal("107.53", Written(Map("EUR", "USD", "2026-02-01", "100", inverse: true)));
        Assert.Equal("1.075268817204", Written(Map("EUR", "USD", "2026-02-01", "100", """, "give": "rate" """, inverse: true)));
        Assert.Equal("EUR-USD 2026-02-01", Assert.Single(Map("EUR", "USD", "2026-02-01", "100").Problems).Code);
    }

    [Theory]
    [InlineData("USD", "EUR", "2026-01-01", "USD-EUR 2026-01-01")]
    [InlineData("GBP", "EUR", "2026-01-31", "GBP-EUR 2026-01-31")]
    [InlineData("USD", "EUR", "2026-03-15", "USD-EUR 2026-03-15")]
    public void Missing_or_old_rate_is_an_unmapped_code_of_the_table(string from, string to, string date, string code)
    {
        var problem = Assert.Single(Map(from, to, date, "10", maxAgeDays: 31).Problems);

        Assert.Equal((ProblemKind.UnmappedCode, "exchange-rates", code), (problem.Kind, problem.Lookup, problem.Code));
        Assert.DoesNotContain("10", problem.Message.Replace(code, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("US$", "2026-01-31")]
    [InlineData("USD", "31.01.2026")]
    [InlineData("USD", null)]
    public void Bad_currency_or_date_is_a_problem(string from, string? date) =>
        Assert.Equal(ProblemKind.ConversionFailed, Assert.Single(Map(from, "EUR", date, "10").Problems).Kind);

    [Fact]
    public void Mapping_names_the_table_it_needs()
    {
        var mapping = MappingDocumentTests.Parse("""{ "to": "a", "from": "total", "convert": { "kind": "currency", "to": "EUR", "rate": { "table": "exchange-rates", "date": "placedAt" } } }""").Compile(null, null);

        Assert.Equal(["exchange-rates"], mapping.Lookups);
    }

    [Theory]
    [InlineData(""" "to": "EUR" """, "'rate' is missing")]
    [InlineData(""" "to": "euro", "rate": { "table": "t", "date": "d" } """, "ISO 4217")]
    [InlineData(""" "to": "EUR", "rate": { "table": "t" } """, "'date' is missing")]
    [InlineData(""" "to": "EUR", "rate": { "table": "t", "date": "d", "day": 1 } """, "unknown property 'day'")]
    [InlineData(""" "rate": { "table": "t", "date": "d" } """, "'rate' needs 'to'")]
    [InlineData(""" "to": "EUR", "rate": { "table": "t", "date": "d" }, "give": "difference" """, "belong together")]
    [InlineData(""" "to": "EUR", "of": "EUR", "rate": { "table": "t", "date": "d" } """, "'of' cannot stand")]
    public void Rule_that_cannot_work_is_refused_when_the_document_is_read(string options, string expected)
    {
        var failure = Assert.Throws<DocumentException>(() => MappingDocumentTests.Parse($$"""{ "to": "a", "from": "b", "convert": { "kind": "currency", {{options}} } }"""));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "rates": [] }""", "'source' is missing")]
    [InlineData("""{ "source": "x", "rates": [ { "from": "USD", "to": "EUR", "validFrom": "2026-01-02", "rate": 0 } ] }""", "above zero")]
    [InlineData("""{ "source": "x", "rates": [ { "from": "USD", "to": "EUR", "validFrom": "02.01.2026", "rate": 1 } ] }""", "must be a date")]
    [InlineData("""{ "source": "x", "rates": [ { "from": "usd", "to": "EUR", "validFrom": "2026-01-02", "rate": 1 } ] }""", "ISO 4217")]
    [InlineData("""{ "source": "x", "rates": [ { "from": "USD", "to": "EUR", "validFrom": "2026-01-02", "rate": 1 }, { "from": "USD", "to": "EUR", "validFrom": "2026-01-02", "rate": 2 } ] }""", "two rates")]
    public void Table_that_cannot_be_used_is_refused(string table, string expected)
    {
        var failure = Assert.Throws<DocumentException>(() => Converting.Tables($$"""{ "exchange-rates": {{table}} }"""));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static string Written(MappingResult result)
    {
        Assert.Empty(result.Problems);
        return result.Document!["to"]!.ToString();
    }

    private static MappingResult Map(string from, string to, string? date, string amount, string more = "", bool inverse = false, int? maxAgeDays = null)
    {
        var age = maxAgeDays is null ? "" : $""", "maxAgeDays": {maxAgeDays}""";
        var convert = $$"""{ "kind": "currency", "to": "{{to}}", "rate": { "table": "exchange-rates", "date": "placedAt", "inverse": {{(inverse ? "true" : "false")}} {{age}} } {{more}} }""";
        return Converting.Map(convert, new JsonObject { ["value"] = JsonNode.Parse(amount), ["currency"] = from, ["placedAt"] = date }, Rates);
    }
}
